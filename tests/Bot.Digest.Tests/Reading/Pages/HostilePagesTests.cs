using System.Globalization;
using System.Text;
using Bot.Digest.Reading;
using CsCheck;

namespace Bot.Digest.Tests.Reading.Pages;

/// <summary>Pages made to hang or to crash a reader: each is read or refused, and the words survive where there are any.</summary>
public sealed class HostilePagesTests
{
    private const string Words = "A sentence that stands in the middle of all this and is long enough to be found by anyone who looks.";

    public static TheoryData<string, string> Traps => new()
    {
        { "200,000 nested blocks", string.Concat(Enumerable.Repeat("<div>", 200_000)) + $"<p>{Words}" },
        { "200,000 nested lists", string.Concat(Enumerable.Repeat("<ul><li>", 100_000)) + $"<p>{Words}" },
        { "200,000 nested fonts", string.Concat(Enumerable.Repeat("<font>", 200_000)) + $"<p>{Words}" },
        { "fonts that no block closes", string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<div><b id={i}></div>"))) + $"<p>{Words}" },
        { "paragraphs that reopen formatting", string.Concat(Enumerable.Range(0, 600).Select(i => string.Create(CultureInfo.InvariantCulture, $"<i id={i}>"))) + string.Concat(Enumerable.Repeat("<p>x", 20_000)) + $"<p>{Words}" },
        { "a tag of 500,000 attributes", "<div " + string.Concat(Enumerable.Range(0, 500_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}=1 "))) + $"><p>{Words}</p></div>" },
        { "a tag of 500,000 slashes", "<div " + string.Concat(Enumerable.Repeat("/b", 500_000)) + $"><p>{Words}</p></div>" },
        { "closing tags of nothing", string.Concat(Enumerable.Repeat("</div></b></table>", 200_000)) + $"<p>{Words}" },
        { "a table in a table in a table", string.Concat(Enumerable.Repeat("<table><tr><td>", 50_000)) + Words },
        { "a million elements", $"<p>{Words}</p>" + string.Concat(Enumerable.Repeat("<i></i>", 1_000_000)) },
        { "a comment that never ends", $"<p>{Words}</p><!-- " + new string('-', 2_000_000) },
        { "a script that never ends", $"<p>{Words}</p><script>" + new string('<', 2_000_000) },
        { "a million open angles", $"<p>{Words}</p>" + new string('<', 2_000_000) },
        { "50,000 parts that are all the article", string.Concat(Enumerable.Repeat("<div class=article-body>Forty letters and more, each a part of its own.</div>", 50_000)) + $"<div class=article-body>{Words}</div>" },
        { "an author introduced 300,000 times", $"<script type='application/ld+json'>{{\"@type\":\"Article\",\"author\":\"{string.Concat(Enumerable.Repeat("by ", 300_000))}\"}}</script><p>{Words}</p>" },
        { "50,000 authors named elsewhere", $"<script type='application/ld+json'>[{{\"@type\":\"Article\",\"author\":[{{}}{string.Concat(Enumerable.Repeat(",{\"@id\":\"a\"}", 50_000))}]}}{string.Concat(Enumerable.Repeat(",{\"@id\":\"b\"}", 2_000))}]</script><p>{Words}</p>" },
        { "one word of three million letters", $"<p>{Words}</p><p>{new string('x', 3_000_000)}</p>" },
    };

    [Theory]
    [MemberData(nameof(Traps))]
    public void A_trap_neither_hangs_nor_crashes_and_the_words_are_found(string name, string html)
    {
        var read = Reader.Page($"<html><head><title>Trap</title></head><body><h1>{name}</h1>{html}");

        Assert.Contains(Words, read.Article?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_data_made_to_hurt_is_left_aside()
    {
        var read = Reader.Page($"<h1>Trap</h1><script type='application/ld+json'>{new string('[', 500_000)}</script><script type='application/ld+json'>{{\"@type\":\"Article\",\"headline\":\"\\ud800\",\"author\":{{\"name\":7}}}}</script><p>{Words}</p>");

        Assert.Equal("Trap", read.Article!.Title);
    }

    [Fact]
    public void Any_bytes_of_any_kind_are_read_or_refused()
    {
        Gen.Select(Gen.Byte.Array[0, 2_000], Gen.Enum<DocumentKind>()).Sample((bytes, kind) => AssertHolds(Reader.Read(kind, bytes)));
    }

    [Fact]
    public void Any_soup_of_tags_is_read_or_refused()
    {
        var piece = Gen.OneOf(Array.ConvertAll<string, IGen<string>>([
            "<div>", "</div>", "<p class=comment>", "<b>", "</i>", "<table>", "<td>", "<h1>", "</h1>", "<article class='article-body'>", "<a href=/author/x rel=author>", "<script>", "</script>", "<!--", "-->",
            "<meta property=og:title content=", "'", "\"", ">", "<", "&amp;amp;", "\0", "\uD83D", Words, "<time datetime=2026>", "<title>", "<svg>", "</svg>", "<select><option>", "<br>", "<template>", "<plaintext>", "<frameset>"], Gen.Const));

        piece.Array[0, 60].Sample(pieces => AssertHolds(Reader.Page(string.Concat(pieces))));
    }

    private static void AssertHolds(ReadResult read)
    {
        Assert.NotEqual(read.Article is null, read.Refusal is null);
        if (read.Article is { } article)
        {
            Assert.NotEmpty(article.Title);
            Assert.Equal(CleanText.Paragraphs(article.Text), article.Text);
            Assert.True(Encoding.UTF8.GetByteCount(article.Text) > 0);
        }
    }
}
