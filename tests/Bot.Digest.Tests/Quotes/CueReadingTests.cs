namespace Bot.Digest.Tests.Quotes;

public sealed class CueReadingTests
{
    [Theory]
    [InlineData("Green leader Elizabeth May has said that the pier would close.", "Reported | that the pier would close | Elizabeth May")]
    [InlineData("George Will, who owns the pier, came. In the evening, Will said it was safe.", "Reported | it was safe | Will")]
    [InlineData("George Will, who owns the pier, came. Will said it was safe.", "Reported | it was safe | Will")]
    public void A_name_that_looks_like_a_helping_verb_says_what_it_says(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("“Nobody may stay on the pier,” the letter states.", "Direct | “Nobody may stay on the pier,” | the letter")]
    [InlineData("He held up a sign that read “Stay here!” all day.", "Direct | “Stay here!” | a sign")]
    [InlineData("He held up a sign — which read “Stay here!” — all day.", "Direct | “Stay here!” | a sign")]
    [InlineData("The film, titled “The Pier?”, concludes that the crane is “far too old” for us.", "Mixed | that the crane is “far too old” for us | The film")]
    public void What_is_written_somewhere_is_given_to_what_it_is_written_on(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("And he’s predicting that the pier “has no chance” of opening.", "that the pier “has no chance” of opening")]
    [InlineData("The board reported on Friday the pier had “more than one crack” in it.", "the pier had “more than one crack” in it")]
    [InlineData("The board joked about Ilse Varga’s “old friendship” with the union.", "Ilse Varga’s “old friendship” with the union")]
    [InlineData("The board said there was a plan for the pier.", "there was a plan for the pier")]
    [InlineData("The board said the U.S. “clearly” needed a new pier.", "the U.S. “clearly” needed a new pier")]
    [InlineData("The board called the plan “a farce,” “a shame” and “a danger.”", "the plan “a farce,” “a shame” and “a danger.”")]
    [InlineData("The board called the plan “a farce,” because it was late.", "the plan “a farce,” because it was late")]
    [InlineData("The board said “we have never seen such a bad winter here at” the pier.", "“we have never seen such a bad winter here at” the pier")]
    [InlineData("As the board puts it, “the best we have” is that the pier stands.", "“the best we have” is that the pier stands")]
    [InlineData("According to Ilse Varga, a friend of the line, the pier was “a farce” for years.", "the pier was “a farce” for years")]
    public void What_is_said_has_all_its_words(string text, string words) =>
        Assert.Equal(words, Assert.Single(ReadQuotes.Lines(text)).Split(" | ")[1]);

    [Theory]
    [InlineData("The crowd met them with chants of “Stay here!” and “Go on!” all day.", "Direct | “Stay here!” | chants", "Direct | “Go on!” | chants")]
    [InlineData("But their shouts of “Stay!” were heard.", "Direct | “Stay!” | their shouts")]
    public void What_a_crowd_chants_is_said_by_nobody_else(string text, params string[] expected) => Assert.Equal(expected, ReadQuotes.Lines(text));

    [Theory]
    [InlineData("The fair was loud, with Omar Feld calling the pier “a farce” on stage.", "Mixed | the pier “a farce” | Omar Feld")]
    [InlineData(
        "Both wrote at once, Ilse Varga saying she was “happy” and Omar Feld calling it “a farce.”",
        "Mixed | she was “happy” | Ilse Varga", "Mixed | it “a farce.” | Omar Feld")]
    [InlineData("Ilse Varga replied by calling the plan “a farce” and accusing the union of “a lie.”", "Mixed | the plan “a farce” | Ilse Varga", "Mixed | the union of “a lie.” | Ilse Varga")]
    [InlineData("Ilse Varga said the plan was late, but Omar Feld called it “a farce.”", "Reported | the plan was late | Ilse Varga", "Mixed | it “a farce.” | Omar Feld")]
    [InlineData(
        "Ilse Varga said that the pier belongs to Omar Feld, who has said that “it will last.”",
        "Reported | that the pier belongs to Omar Feld | Ilse Varga", "Mixed | that “it will last.” | Omar Feld")]
    public void Each_verb_has_its_own_subject_and_words(string text, params string[] expected) => Assert.Equal(expected, ReadQuotes.Lines(text));

    [Theory]
    [InlineData("who said “it” here")]
    [InlineData(", who said “it” here")]
    [InlineData("that read “Stay here” all day")]
    [InlineData("of “Stay here” and “Go on”")]
    [InlineData("chants of “Stay here” and")]
    public void A_text_may_begin_and_end_in_the_middle_of_a_phrase(string text) =>
        Assert.All(ReadQuotes.In(text), quote => Assert.True(ReadQuotes.Lies(quote.Span, text)));
}
