using Bot.Digest.Quotes;

namespace Bot.Digest.Tests.Quotes;

public sealed class RoleHolderTests
{
    private const string Cast = "Harbour Minister Ilse Varga met Omar Feld, the chairman of the crews’ union, on the pier.\n";

    [Theory]
    [InlineData("The minister said that the pier was safe.", "Ilse Varga")]
    [InlineData("“The pier is safe,” the harbour minister said.", "Ilse Varga")]
    [InlineData("“The crane is not,” said the chairman.", "Omar Feld")]
    public void A_role_that_one_person_of_the_article_holds_names_that_person(string text, string speaker) =>
        Assert.Equal([speaker], ReadQuotes.In(Cast + text).Select(quote => quote.Speaker));

    [Theory]
    [InlineData("The transport minister said that the pier was safe.", "The transport minister")]
    [InlineData("A minister said that the pier was safe.", "A minister")]
    [InlineData("The minister of Kanal Öst said that the pier was safe.", "The minister of Kanal Öst")]
    public void Another_role_a_new_one_or_one_of_somewhere_names_nobody(string text, string speaker)
    {
        var quote = Assert.Single(ReadQuotes.In(Cast + text));

        Assert.Equal((speaker, null), (quote.Speaker, quote.Person));
    }

    [Theory]
    [InlineData("Transport Minister Jonas Lind came too. The minister said that the pier was safe.")]
    [InlineData("The minister said that the pier was safe. Transport Minister Jonas Lind heard it.")]
    public void A_role_of_two_people_names_neither(string text) => Assert.Null(Assert.Single(ReadQuotes.In(Cast + text)).Person);

    [Fact]
    public void An_aide_to_a_minister_is_no_minister() =>
        Assert.Null(Assert.Single(ReadQuotes.In("Omar Feld, an aide to the minister, was at the pier. The minister said that the pier was safe.")).Person);

    [Theory]
    [InlineData("The council’s spokeswoman, Zyta Okrzeja, said the pier was safe.", "Zyta Okrzeja")]
    [InlineData("The council’s spokeswoman for trade, Zyta Okrzeja, said the pier was safe.", "Zyta Okrzeja")]
    [InlineData("The union’s Zyta Okrzeja said the pier was safe.", "Zyta Okrzeja")]
    public void A_name_of_no_list_behind_a_role_is_somebodys(string text, string speaker)
    {
        var quote = Assert.Single(ReadQuotes.In(text));

        Assert.Equal((speaker, SpeakerKind.Person), (quote.Speaker, quote.SpeakerKind));
    }

    [Fact]
    public void A_spokeswoman_for_somebody_is_never_that_person() =>
        Assert.Null(Assert.Single(ReadQuotes.In(Cast + "A spokeswoman for Varga said the pier was safe.")).Person);
}
