using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Digest.Tests.People;

public sealed class RoleTests
{
    [Theory]
    [InlineData("Norrish President Dana Quill spoke.", "Norrish President")]
    [InlineData("former harbour minister Dana Quill spoke.", "former harbour minister")]
    [InlineData("Secretary of State Dana Quill spoke.", "Secretary of State")]
    [InlineData("They support President Dana Quill.", "President")]
    [InlineData("They hired coach Dana Quill.", "coach")]
    [InlineData("Norrmark's chief engineer Dr. Dana Quill spoke.", "Norrmark's chief engineer")]
    [InlineData("Dana Quill, a member of the harbour council, spoke.", "a member of the harbour council")]
    [InlineData("Dana Quill, 54, a farmer from Lind, spoke.", "a farmer from Lind")]
    [InlineData("Dana Quill, one of the plan's key figures who asked for help, spoke.", "one of the plan's key figures")]
    [InlineData("Dana Quill, who leads the Institute for Harbour Studies, spoke.", "leads the Institute for Harbour Studies")]
    [InlineData("Dana Quill, who is a retired judge, spoke.", "a retired judge")]
    [InlineData("Dana Quill, an editor and Robert Harrow, a poet, spoke.", "an editor")]
    public void A_role_is_kept_as_it_is_worded(string text, string role)
    {
        var found = PeopleFinder.Find(TextAnalysis.Of(text)).People[0].Roles;

        Assert.Equal([role], found.Select(one => one.Text));
        Assert.All(found, one => Assert.Equal(one.Text, one.Span.In(text)));
    }

    [Theory]
    [InlineData("Dana Quill, the accused driver, said nothing.")]
    [InlineData("Dana Quill, a suspect in the case, said nothing.")]
    [InlineData("Dana Quill, who was the first victim of the flood, spoke.")]
    [InlineData("Mrs. Dana Quill spoke.")]
    [InlineData("Dana Quill, and the mayor of Lind, spoke.")]
    [InlineData("Dana Quill, speaking for the minister, said no.")]
    [InlineData("Her friend Dana Quill spoke.")]
    public void What_somebody_is_charged_with_or_suffered_or_what_only_stands_near_is_no_role(string text) =>
        Assert.Empty(PeopleFinder.Find(TextAnalysis.Of(text)).People[0].Roles);

    [Fact]
    public void Of_two_wordings_that_contain_each_other_the_longer_is_kept()
    {
        const string text = "President Dana Quill spoke. Norrish President Dana Quill spoke again.";

        var role = Assert.Single(PeopleFinder.Find(TextAnalysis.Of(text)).People[0].Roles);

        Assert.Equal("Norrish President", role.Text);
    }
}
