namespace Bot.Digest.Tests.Quotes;

public sealed class ClauseTailTests
{
    [Theory]
    [InlineData(
        "Ilse Varga answered the plan, calling it “a farce” and saying that the crane was old.",
        "Mixed | it “a farce” | Ilse Varga", "Reported | that the crane was old | Ilse Varga")]
    [InlineData("Ilse Varga said the town must wait for rain and report what it finds.", "Reported | the town must wait for rain and report what it finds | Ilse Varga")]
    public void A_clause_ends_at_a_verb_of_the_same_form_as_its_own(string text, params string[] expected) => Assert.Equal(expected, ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Ilse Varga called the plan “a farce” on Friday in the council.", "Mixed | the plan “a farce” | Ilse Varga")]
    [InlineData("Ilse Varga called the plan “a farce” and walked home.", "Mixed | the plan “a farce” | Ilse Varga")]
    public void A_name_that_something_is_called_ends_with_its_marks(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("While Ilse Varga said that the pier was safe, he went home at once.", "that the pier was safe")]
    [InlineData("A week after Ilse Varga announced that the pier would close, Omar Feld left the union.", "that the pier would close")]
    [InlineData("Ilse Varga said that the pier was safe, a claim that her own engineers dispute.", "that the pier was safe")]
    [InlineData("Ilse Varga said that the pier was a “disgrace” — a word from her first campaign.", "that the pier was a “disgrace”")]
    [InlineData("Ilse Varga said that the council had been “far too slow,” drawing a reply from the union.", "that the council had been “far too slow,”")]
    public void What_the_outlet_says_of_a_clause_is_no_part_of_it(string text, string clause) =>
        Assert.EndsWith($" | {clause} | Ilse Varga", Assert.Single(ReadQuotes.Lines(text)));

    [Fact]
    public void A_clause_that_its_cue_cuts_has_both_its_parts() =>
        Assert.Equal(
            ["Reported | The crews that are still here … must wait for the tide | Ilse Varga"],
            ReadQuotes.Lines("The crews that are still here, Ilse Varga noted, must wait for the tide."));

    [Theory]
    [InlineData("Ilse Varga said earlier this year that the pier was safe.", "that the pier was safe")]
    [InlineData("Ilse Varga said, among other things, that the pier was safe.", "that the pier was safe")]
    [InlineData("Ilse Varga said Tuesday’s storm had closed the pier.", "Tuesday’s storm had closed the pier")]
    [InlineData("Ilse Varga urged the council not to wait for the tide.", "not to wait for the tide")]
    public void A_clause_begins_behind_what_says_when_and_to_whom(string text, string clause) => Assert.Equal([$"Reported | {clause} | Ilse Varga"], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Sen. Ilse Varga (L-N.B.) said the pier was safe.", "Reported | the pier was safe | Ilse Varga")]
    [InlineData("To chants of “Varga! Varga!,” Ilse Varga said that the pier was safe.", "Reported | that the pier was safe | Ilse Varga")]
    [InlineData("In our small harbour town, “nobody can wait for spring,” Ilse Varga said.", "Mixed | In our small harbour town, “nobody can wait for spring,” | Ilse Varga")]
    public void What_stands_before_a_cue_is_read_as_one_with_it(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Carolina Lind added three more goals that pleased the harbour town.")]
    [InlineData("The art, a science known as ontology that thrived here, is old.")]
    [InlineData("Ilse Varga learned that the pier was closed.")]
    [InlineData("READ MORE: Ilse Varga says the pier is ‘a farce’")]
    [InlineData("Ilse Varga says the pier is safe for all of us. (Ann Lee/Coast Wire)")]
    [InlineData("Ilse Varga, right, says the pier is safe for all of us. Ann Lee/COAST WIRE")]
    public void What_nobody_is_told_to_have_said_is_no_quote(string text) => Assert.Empty(ReadQuotes.Lines(text));

    [Theory]
    [InlineData("“It is ours,” said Ilse Varga, who noted that the pier was old.", "Direct | “It is ours,” | Ilse Varga", "Reported | that the pier was old | Ilse Varga")]
    [InlineData("Ilse Varga dismissed the plan and in a short reply said the pier was hers.", "Reported | the pier was hers | Ilse Varga")]
    [InlineData("As the union’s Omar Feld told the council, the pier must close.", "Reported | the pier must close | Omar Feld")]
    [InlineData("The old harbour school has held to one motto, “a spirit that will not die.”", "Direct | “a spirit that will not die.” | The old harbour school")]
    public void The_subject_of_a_cue_stands_before_what_comes_between(string text, params string[] expected) => Assert.Equal(expected, ReadQuotes.Lines(text));
}
