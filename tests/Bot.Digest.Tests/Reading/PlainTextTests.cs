using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading;

public sealed class PlainTextTests
{
    [Fact]
    public void The_first_line_is_the_title_and_each_other_line_a_paragraph()
    {
        var article = Reader.Read(DocumentKind.PlainText, "\n  Mill closes \r\nThe mill closed.\r\nNobody was asked.\r\n").Article!;

        Assert.Equal("Mill closes", article.Title);
        Assert.Equal("The mill closed.\nNobody was asked.", article.Text);
        Assert.Equal(Reader.Now, article.Published);
        Assert.False(article.PublishedIsStated);
    }

    [Fact]
    public void Wrapped_lines_between_blank_lines_are_one_paragraph()
    {
        const string Text = """
            Mill closes

            The mill at the upper lock closed on Monday after a hundred
            and twelve years, and its owner handed the keys to the
            town.

            Nobody on the council had been asked about the sale before
            it was announced.
            """;

        var article = Reader.Read(DocumentKind.PlainText, Text).Article!;

        Assert.Equal(
            "The mill at the upper lock closed on Monday after a hundred and twelve years, and its owner handed the keys to the town.\n"
            + "Nobody on the council had been asked about the sale before it was announced.",
            article.Text);
    }

    [Fact]
    public void Short_paragraphs_that_are_sentences_stay_apart_even_with_blank_lines_around()
    {
        var article = Reader.Read(DocumentKind.PlainText, "Mill\n\n\"We are done.\"\nHe left.\n\nShe stayed.").Article!;

        Assert.Equal("\"We are done.\"\nHe left.\nShe stayed.", article.Text);
    }

    [Theory]
    [InlineData("مصنع يغلق أبوابه", "قال المدير إن المصنع أغلق.")]
    [InlineData("🎉🎉 Party 👩‍👩‍👧", "A party was held.")]
    public void Titles_in_any_script_are_kept(string title, string body)
    {
        var article = Reader.Read(DocumentKind.PlainText, $"{title}\n{body}").Article!;

        Assert.Equal(title, article.Title);
        Assert.Equal(body, article.Text);
    }

    [Fact]
    public void An_endless_title_is_cut_after_a_word()
    {
        var article = Reader.Read(DocumentKind.PlainText, string.Concat(Enumerable.Repeat("word ", 500_000)) + "\nBody.").Article!;

        Assert.InRange(article.Title.Length, 200, 257);
        Assert.EndsWith("word…", article.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_lines_are_a_hundred_thousand_paragraphs()
    {
        var article = Reader.Read(DocumentKind.PlainText, "Title\n" + string.Concat(Enumerable.Repeat("One more line.\n", 100_000))).Article!;

        Assert.Equal(100_000 - 1, article.Text.Count(c => c == '\n'));
    }

    [Fact]
    public void A_text_over_the_limit_is_refused_with_what_to_do()
    {
        Assert.Contains("split it", Reader.Read(DocumentKind.PlainText, new byte[Document.MostBytes + 1]).Refusal, StringComparison.Ordinal);
    }
}
