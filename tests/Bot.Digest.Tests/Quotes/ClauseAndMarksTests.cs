namespace Bot.Digest.Tests.Quotes;

public sealed class ClauseAndMarksTests
{
    [Fact]
    public void Small_marked_words_go_on_with_the_clause_before_their_cue() =>
        Assert.Equal(
            ["Mixed | She had walked the pier at dawn … “to see it without us.” | Ilse Varga"],
            ReadQuotes.Lines("She had walked the pier at dawn, Ilse Varga said, “to see it without us.”"));

    [Fact]
    public void Marked_words_with_a_verb_of_their_own_behind_a_colon_end_the_clause_before_them() =>
        Assert.Equal(
            ["Reported | that the town had lost its pier | Ilse Varga", "Direct | “It is ours no more,” | Ilse Varga"],
            ReadQuotes.Lines("Ilse Varga said that the town had lost its pier: “It is ours no more,” Varga told the council."));

    [Theory]
    [InlineData(
        "Ilse Varga said that the pier was safe and Omar Feld says the crane is old.",
        "Reported | that the pier was safe | Ilse Varga", "Reported | the crane is old | Omar Feld")]
    [InlineData("Ilse Varga said that she liked the pier and its crane.", "Reported | that she liked the pier and its crane | Ilse Varga")]
    public void A_clause_ends_where_the_next_statement_begins(string text, params string[] expected) => Assert.Equal(expected, ReadQuotes.Lines(text));

    [Theory]
    [InlineData("An official of the port who was present in court said the pier was safe.", "An official of the port who was present in court")]
    [InlineData("Officials who have seen the plan said the pier was safe.", "Officials who have seen the plan")]
    [InlineData("And here was the big reveal: “The pier belongs to me and to nobody else.”", null)]
    public void A_speaker_is_the_one_before_who_and_never_an_adjective(string text, string? speaker) =>
        Assert.Equal(speaker, Assert.Single(ReadQuotes.In(text)).Speaker);
}
