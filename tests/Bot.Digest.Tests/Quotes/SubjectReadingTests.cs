namespace Bot.Digest.Tests.Quotes;

public sealed class SubjectReadingTests
{
    [Theory]
    [InlineData("Six in 10 say the pier is safe.", "Reported | the pier is safe | Six in 10")]
    [InlineData("Nearly nine out of ten said the pier was safe.", "Reported | the pier was safe | nine out of ten")]
    [InlineData("The poll is clear: 42% say the pier is safe.", "Reported | the pier is safe | 42%")]
    [InlineData("One town wants the pier, while another says the pier was sold.", "Reported | the pier was sold | another")]
    [InlineData("Two engineers left the town, current and former officials said.", "Reported | Two engineers left the town | current and former officials")]
    public void Who_has_no_name_is_called_by_a_number_or_a_share(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Another rower, Omar Feld of Norrmark College, said the pier was safe.", "Reported | the pier was safe | Omar Feld")]
    [InlineData("After winning the vote in the old hall, Minister Ilse Varga (L-N.B.), said, “It is ours.”", "Direct | “It is ours.” | Ilse Varga")]
    [InlineData("As told by Omar Feld, Minister Ilse Varga (L-N.B.), a friend of the line, said, “It is ours.”", "Direct | “It is ours.” | Ilse Varga")]
    [InlineData("Ilse Varga, facing Omar Feld, the union’s chairman, said the pier was safe.", "Reported | the pier was safe | Ilse Varga")]
    [InlineData("The builder, facing Omar Feld, said the pier was safe.", "Reported | the pier was safe | The builder")]
    [InlineData("Ilse Varga’s sons, the builders, have both said the pier was safe.", "Reported | the pier was safe | Ilse Varga’s sons")]
    [InlineData("Ilse Varga left early, but Omar Feld stayed, saying that the pier was “a farce.”", "Mixed | that the pier was “a farce.” | Omar Feld")]
    public void The_one_who_speaks_is_named_beside_others(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("The old pier of Norrmark, Ilse Varga said, “was never a safe place for boats.”", "Mixed | The old pier of Norrmark … “was never a safe place for boats.” | Ilse Varga")]
    [InlineData("Ilse Varga asked people not to “wait until spring or leave.”", "Mixed | not to “wait until spring or leave.” | Ilse Varga")]
    public void Marked_words_go_on_with_what_leads_them(string text, string expected) => Assert.Equal([expected], ReadQuotes.Lines(text));
}
