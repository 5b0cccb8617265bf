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
        "Ilse Varga, who has told friends she sees the port as lost, said in a statement: “I am going home. Nobody asked me to stay.”",
        "Reported | she sees the port as lost | Ilse Varga", "Direct | “I am going home. Nobody asked me to stay.” | Ilse Varga")]
    [InlineData(
        "Ilse Varga argued that the plan was sound, to which Omar Feld replied: “It is not sound at all.”",
        "Reported | that the plan was sound | Ilse Varga", "Direct | “It is not sound at all.” | Omar Feld")]
    [InlineData(
        "Omar Feld said that the crane was a “disaster” for the port and asked, “How can anyone defend it?”",
        "Mixed | that the crane was a “disaster” for the port | Omar Feld", "Direct | “How can anyone defend it?” | Omar Feld")]
    [InlineData(
        "Ilse Varga said that Feld had promised a pier, but if he now says, “You will have none,” the town must know.",
        "Mixed | that Feld had promised a pier, but if he now says, “You will have none,” the town must know | Ilse Varga")]
    public void Marked_words_that_a_later_cue_leads_in_end_the_clause_before_it(string text, params string[] expected) => Assert.Equal(expected, ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Ilse Varga added a caveat: “Down the river I trust no crane.”", "Direct | “Down the river I trust no crane.” | Ilse Varga")]
    [InlineData(
        "Ilse Varga said she had often thought of it: “Down the river I trust no crane.”",
        "Mixed | she had often thought of it: “Down the river I trust no crane.” | Ilse Varga")]
    public void What_leads_a_whole_sentence_in_behind_a_colon_is_reported_only_where_it_is_a_clause(string text, params string[] expected) => Assert.Equal(expected, ReadQuotes.Lines(text));

    [Fact]
    public void Words_before_a_double_hyphen_are_no_part_of_the_marked_words_behind_it() =>
        Assert.Equal(
            ["Direct | “the ones who cannot come back to work in spring,” | Ilse Varga"],
            ReadQuotes.Lines("There are the families, too -- “the ones who cannot come back to work in spring,” Ilse Varga said."));

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
