using Bot.Digest.Language;
using Bot.Digest.People;
using CsCheck;

namespace Bot.Digest.Tests.People;

public sealed class PeopleFinderTests
{
    [Fact]
    public void A_bare_family_name_belongs_to_the_full_name_before_it()
    {
        const string text = "The pier stays open, said Dana Quill, who runs the harbour office. Quill said the repairs were paid for.";

        var person = Assert.Single(PeopleFinder.Find(TextAnalysis.Of(text)).People);

        Assert.Equal("Dana Quill", person.Name);
        Assert.Equal(["Quill"], person.Aliases);
        Assert.Equal(2, person.Mentions.Count);
        Assert.Equal(["runs the harbour office"], person.Roles.Select(role => role.Text));
    }

    [Fact]
    public void No_text_breaks_it_and_every_mention_lies_in_the_text() =>
        Gen.String.Sample(text =>
        {
            var found = PeopleFinder.Find(TextAnalysis.Of(text));
            Assert.All(found.Names, name => Assert.InRange(name.Span.End, name.Span.Start + 1, text.Length));
        });
}
