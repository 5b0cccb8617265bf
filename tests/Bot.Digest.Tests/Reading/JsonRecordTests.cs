using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading;

public sealed class JsonRecordTests
{
    [Fact]
    public void Every_field_reaches_the_article()
    {
        var read = Reader.Read(
            DocumentKind.JsonLines,
            """{"url":"https://Wire.example:443/a?utm_source=x&id=7#top","title":" Lock  opens ","published":"2026-05-19T08:30:00+02:00","source":"Coast Wire","author":["Ana Ruiz","Bo Lind"],"text":"It opened.\n\nTwice.","extra":[1]}""");

        Assert.Equal("Coast Wire", read.Source);
        Assert.Equal(("Lock opens", "It opened.\nTwice.", "Ana Ruiz, Bo Lind"), (read.Article!.Title, read.Article.Text, read.Article.Author));
        Assert.Equal("https://wire.example/a?id=7", read.Article.Address!.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2026, 5, 19, 8, 30, 0, TimeSpan.FromHours(2)), read.Article.Published);
        Assert.True(read.Article.PublishedIsStated);
    }

    [Fact]
    public void What_the_record_says_goes_before_what_its_page_says()
    {
        var read = Reader.Read(
            DocumentKind.JsonLines,
            """{"title":"Of the record","published":"2026-05-01","html":"<html><head><meta name=author content='Ida Holm'><meta property='article:published_time' content='2020-01-01'></head><body><h1>Of the page</h1><p>The ferry left at noon, an hour late, with nine cars on board.</p></body></html>"}""");

        Assert.Equal(("Of the record", "Ida Holm"), (read.Article!.Title, read.Article.Author));
        Assert.Equal(2026, read.Article.Published.Year);
        Assert.Equal("The ferry left at noon, an hour late, with nine cars on board.", read.Article.Text);
    }

    [Theory]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"title\":\"a\",", "not a JSON object")]
    [InlineData("{\"title\":\"\\ud800\",\"text\":\"b\"}", "not a JSON object")]
    [InlineData("{\"title\":\"a\"}", "neither text nor html")]
    [InlineData("{\"text\":\"a\"}", "no title")]
    [InlineData("{\"title\":\"a\",\"text\":\"b\",\"url\":\"javascript:x\"}", "url")]
    [InlineData("{\"title\":\"a\",\"text\":\"b\",\"published\":\"soon\"}", "published")]
    [InlineData("{\"title\":\"a\",\"text\":\"b\",\"published\":\"05/06/2026\"}", "published")]
    public void A_bad_record_is_refused_with_its_reason(string line, string reason)
    {
        Assert.Contains(reason, Reader.Read(DocumentKind.JsonLines, line).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void An_author_and_a_source_without_end_are_cut_as_titles_are()
    {
        var name = string.Concat(Enumerable.Repeat("Ida ", 10_000));

        var read = Reader.Read(DocumentKind.JsonLines, $$"""{"title":"Lock opens","text":"It opened.","author":"{{name}}","source":"{{name}}"}""");

        Assert.InRange(read.Source!.Length, 200, 300);
        Assert.InRange(read.Article!.Author!.Length, 200, 300);
    }

    [Fact]
    public void A_record_nested_without_end_is_refused()
    {
        Assert.NotNull(Reader.Read(DocumentKind.JsonLines, new string('[', 1_000_000)).Refusal);
    }
}
