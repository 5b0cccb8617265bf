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
}
