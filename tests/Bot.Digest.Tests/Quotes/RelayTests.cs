namespace Bot.Digest.Tests.Quotes;

public sealed class RelayTests
{
    [Theory]
    [InlineData("“The pier stays open,” Ilse Varga told the Norrmark Post.", "Norrmark Post")]
    [InlineData("“The pier stays open,” Ilse Varga said in an interview with Radio Lind.", "Radio Lind")]
    [InlineData("In comments to the Norrmark Post, Ilse Varga said that the pier would stay open.", "Norrmark Post")]
    [InlineData("Ilse Varga said that the pier would stay open, the Norrmark Post reported.", "Norrmark Post")]
    [InlineData("Ilse Varga said “it stays open,” according to the Norrmark Post.", "Norrmark Post")]
    [InlineData("“The pier stays open,” Ilse Varga told the Norrmark council.", null)]
    [InlineData("“The pier stays open,” Ilse Varga said.", null)]
    [InlineData("The Norrmark Post reported that the pier would stay open.", null)]
    public void Words_relayed_from_another_outlet_keep_its_name(string text, string? outlet) =>
        Assert.Equal(outlet, ReadQuotes.In(text)[0].Via?.In(text));

    [Theory]
    [InlineData("“The pier stays open,” Ilse Varga said in Spanish.", "in Spanish")]
    [InlineData("Speaking Ukrainian, Ilse Varga said that the pier would stay open.", "Speaking Ukrainian")]
    [InlineData("“The pier stays open,” Ilse Varga told reporters through an interpreter.", "through an interpreter")]
    [InlineData("“The pier stays open,” Ilse Varga said in remarks translated from Arabic.", "translated from Arabic")]
    [InlineData("“The pier stays open,” Ilse Varga said in French politics.", null)]
    [InlineData("“The pier stays open,” Ilse Varga said in English.", null)]
    [InlineData("“They asked me in Spanish,” Ilse Varga said.", null)]
    public void Words_that_the_outlet_says_it_translated_keep_the_words_that_say_so(string text, string? says) =>
        Assert.Equal(says, ReadQuotes.In(text)[0].Translated?.In(text));

    [Theory]
    [InlineData("„Der Pier bleibt offen“, sagte Ilse Varga auf Spanisch.", "auf Spanisch")]
    [InlineData("„Der Pier bleibt offen“, sagte Ilse Varga über eine Dolmetscherin.", "über eine Dolmetscherin")]
    [InlineData("„Der Pier bleibt offen“, sagte Ilse Varga auf Deutsch.", null)]
    [InlineData("„Der Pier bleibt offen“, sagte Ilse Varga in Spanish.", null)]
    public void A_language_says_so_in_phrases_of_its_own(string text, string? says) =>
        Assert.Equal(says, ReadQuotes.In(text, "de")[0].Translated?.In(text));
}
