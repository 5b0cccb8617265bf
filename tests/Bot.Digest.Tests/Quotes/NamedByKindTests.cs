using Bot.Digest.Quotes;

namespace Bot.Digest.Tests.Quotes;

public sealed class NamedByKindTests
{
    [Theory]
    [InlineData("The Norrmark Harbour Board said that the pier was safe.", SpeakerKind.Organisation)]
    [InlineData("A spokeswoman for the port said that the pier was safe.", SpeakerKind.Role)]
    [InlineData("Two officials said that the pier was safe.", SpeakerKind.Role)]
    public void Organisations_and_roles_beside_their_verb_were_measured_right_often_enough_to_be_named(string text, SpeakerKind kind)
    {
        var quote = Assert.Single(ReadQuotes.In(text));

        Assert.Equal((kind, true), (quote.SpeakerKind, quote.Confidence >= QuoteConfidence.Shown));
    }

    [Fact]
    public void Other_words_before_the_verb_were_not() =>
        Assert.True(Assert.Single(ReadQuotes.In("The routine said that the pier was safe.")).Confidence < QuoteConfidence.Shown);

    [Fact]
    public void A_quote_that_only_stands_beside_a_role_is_not_given_to_it_by_name() =>
        Assert.True(ReadQuotes.In("Two officials said that the pier was safe. “It has never been safer in all these years.”")[1].Confidence < QuoteConfidence.Shown);
}
