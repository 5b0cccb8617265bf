namespace Bot.Digest.Tests.Quotes;

public sealed class MarksTests
{
    [Theory]
    [InlineData("“He called the pier “a patient” and left,” Ilse Varga said.", "Direct | “He called the pier “a patient” and left,” | Ilse Varga")]
    [InlineData("Ilse Varga wrote: “Nobody reads “The Pier Today” here. Nobody ever did.”", "Direct | “Nobody reads “The Pier Today” here. Nobody ever did.” | Ilse Varga")]
    public void Curly_marks_within_curly_marks_are_part_of_the_words(string text, string expected) =>
        Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("“The pier needs a doctor, said Ilse Varga, who leads the harbour ministry.", "Direct | “The pier needs a doctor | Ilse Varga")]
    [InlineData("“The pier needs a doctor. It needs one soon, Ilse Varga said at the harbour.", "Direct | “The pier needs a doctor. It needs one soon | Ilse Varga")]
    public void Words_whose_mark_was_forgotten_end_before_the_one_who_says_them(string text, string expected) =>
        Assert.Equal([expected], ReadQuotes.Lines(text));

    [Fact]
    public void A_sentence_that_stops_before_the_next_mark_opens_is_kept_and_so_is_the_next() =>
        Assert.Equal(
            ["Direct | “The pier is safe,” | Ilse Varga", "Direct | “The crane is old. | Ilse Varga", "Direct | “It has no brakes.” | Ilse Varga"],
            ReadQuotes.Lines("“The pier is safe,” Ilse Varga said. “The crane is old. “It has no brakes.”"));

    [Fact]
    public void A_single_sentence_to_the_end_of_its_paragraph_is_kept_where_nobody_speaks_in_it() =>
        Assert.Equal(
            ["Direct | “The pier is safe,” | Ilse Varga", "Direct | “The crane is old and has no brakes. | Ilse Varga"],
            ReadQuotes.Lines("“The pier is safe,” Ilse Varga said. “The crane is old and has no brakes.\nThe council meets on Monday."));

    [Theory]
    [InlineData("Ilse Varga said: “…”")]
    [InlineData("“” “” “!” “?!” ‘’ ''''")]
    [InlineData("\"\"\"\"\"\"\"\"")]
    public void Marks_without_a_word_between_them_are_no_quote(string text) => Assert.Empty(ReadQuotes.In(text));

    [Fact]
    public void Marks_that_cross_another_quotation_are_nobodys_words()
    {
        const string text = "Harbour Minister Ilse Varga opened the pier.\n”The pier is open, she told the hall. “Come and see,” said ” Varga.";

        Assert.DoesNotContain(ReadQuotes.Verbatim(text), words => words.Contains('“', StringComparison.Ordinal));
    }
}
