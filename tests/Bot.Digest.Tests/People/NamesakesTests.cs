using Bot.Digest.People;

namespace Bot.Digest.Tests.People;

/// <summary>When people of one name are told apart.</summary>
public sealed class NamesakesTests
{
    [Theory]
    [InlineData("goalkeeper, Lind FC", "harbour minister, Norrmark")]
    [InlineData("Lind FC goalkeeper", "surgeon at St Brida's Hospital")]
    [InlineData("a judge of the Valley Court", "singer of the band Nine Lanterns")]
    [InlineData("bishop of Torv", "chief executive of Alvar Bank, a banker")]
    [InlineData("striker", "mayor")]
    public void Roles_of_fields_that_one_person_seldom_has_tell_people_apart(string one, string other)
    {
        Assert.True(Context(one).Disagrees(Context(other)));
        Assert.True(Context(other).Disagrees(Context(one)));
    }

    [Theory]
    [InlineData("harbour minister", "former goalkeeper")]
    [InlineData("senator", "lawyer")]
    [InlineData("goalkeeper, Lind FC", "a councillor in Lind")]
    [InlineData("goalkeeper, Lind FC", "striker of Norrmark United")]
    [InlineData("director of the harbour", "goalkeeper")]
    [InlineData("spokeswoman for the ministry", "president of Alvar Bank")]
    [InlineData("historian", "novelist")]
    [InlineData("", "surgeon")]
    public void Whoever_may_be_one_person_stays_one(string one, string other)
    {
        Assert.False(Context(one).Disagrees(Context(other)));
        Assert.False(Context(other).Disagrees(Context(one)));
    }

    [Fact]
    public void Somebody_new_is_assumed_only_when_everybody_known_disagrees()
    {
        KnownNamesake[] known = [Known("goalkeeper, Lind FC"), Known("harbour minister, Norrmark")];

        Assert.Equal(0, Namesakes.Choose(Context("keeper of Lind FC"), RoleField.None, known));
        Assert.Equal(1, Namesakes.Choose(Context("minister in Norrmark"), RoleField.None, known));
        Assert.Equal(-1, Namesakes.Choose(Context("surgeon at St Brida's Hospital"), RoleField.None, known));
    }

    [Fact]
    public void Without_a_role_the_others_in_the_article_decide_and_else_the_outlet_and_else_the_first()
    {
        KnownNamesake[] known = [Known("goalkeeper, Lind FC"), Known("harbour minister, Norrmark")];

        Assert.Equal(1, Namesakes.Choose(PersonContext.None, RoleField.Politics, known));
        Assert.Equal(0, Namesakes.Choose(PersonContext.None, RoleField.Sport, known));
        Assert.Equal(1, Namesakes.Choose(PersonContext.None, RoleField.None, [known[0], known[1] with { SameOutlet = true }]));
        Assert.Equal(0, Namesakes.Choose(PersonContext.None, RoleField.None, known));
    }

    [Fact]
    public void Two_shared_companions_outweigh_roles_that_disagree()
    {
        KnownNamesake[] known = [Known("goalkeeper, Lind FC") with { SharedCompanions = 2 }];

        Assert.Equal(0, Namesakes.Choose(Context("harbour minister, Norrmark"), RoleField.None, known));
    }

    private static PersonContext Context(string role) => PersonContext.Of([role]);

    private static KnownNamesake Known(string role) => new(Context(role), SharedCompanions: 0, SameOutlet: false);
}
