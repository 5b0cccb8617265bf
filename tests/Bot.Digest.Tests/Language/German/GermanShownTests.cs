namespace Bot.Digest.Tests.Language.German;

/// <summary>Which German attributions name their speaker by default: those whose kind was measured right often enough.</summary>
public sealed class GermanShownTests
{
    private const string Cast = "Die Ministerin Anna Krüger und der Hafenchef Omar Feld waren am Montag auf der Insel und sprachen mit den Leuten.\n\n";

    [Theory]
    [InlineData("„Wir schließen nicht“, sagte Krüger.")]
    [InlineData("„Wir schließen nicht“, so Krüger.")]
    [InlineData("„Wir schließen nicht“, sagte Ministerin Anna Krüger.")]
    [InlineData("„Wir schließen nicht“, sagte Anna Krüger, die Ministerin.")]
    [InlineData("Krüger sagte: „Wir schließen nicht.“")]
    [InlineData("Krüger sagte, das Haus werde nicht geschlossen.")]
    [InlineData("Das Haus bleibe offen, sagte Krüger.")]
    [InlineData("Krüger zufolge ist das Haus sicher.")]
    [InlineData("Krüger begrüßte den Beschluss: „Wir schließen nicht.“")]
    [InlineData("„Wir schließen nicht.“ Das sagte Krüger am Montag.")]
    [InlineData("„Wir schließen nicht“, freute sich Krüger.")]
    public void A_plain_attribution_names_its_speaker(string text)
    {
        var quote = Assert.Single(GermanArticle.Read(Cast + text).Quotes);

        Assert.Equal("Anna Krüger", quote.Speaker);
        Assert.True(quote.Shown, $"{quote.Basis} {quote.Confidence}");
    }

    [Theory]
    [InlineData("„Wir schließen nicht“, sagte sie.")]
    [InlineData("„Wir schließen nicht“, sagte die Ministerin.")]
    public void A_pronoun_and_a_role_that_nobody_measured_name_no_one(string text) =>
        Assert.DoesNotContain(GermanArticle.Read(Cast + text).Quotes, quote => quote.Shown);

    [Theory]
    [InlineData("Kritiker werfen Krüger vor, sie habe zu lange gewartet.", "Kritiker")]
    [InlineData("Außerdem warf die Staatsanwaltschaft Feld vor, er habe zu lange gewartet.", "die Staatsanwaltschaft")]
    public void Who_is_accused_is_not_who_says_so(string text, string speaker) =>
        Assert.Equal(speaker, Assert.Single(GermanArticle.Read(Cast + text).Quotes).Speaker);
}
