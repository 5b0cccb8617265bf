using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>Taking out what is stored about somebody or a community.</summary>
public sealed class ForgetCommandTests
{
    private static readonly Community Harbour = new(new CommunityId(20), "terminal", "home", "Harbour", CommunityStanding.Served, Asking.Noon, 6, 100);

    private readonly MemoryCommunities _communities = new();
    private readonly MemorySubscriptions _subscriptions = new();
    private readonly Asking _asking;

    public ForgetCommandTests()
    {
        _communities.All.Add(Harbour);
        _asking = new Asking(
            new ForgetMeCommand(_communities), new ForgetCommunityCommand(_communities, _subscriptions, _communities), new SubscribeCommand(_subscriptions, _communities, new MemoryArchive()))
        {
            Communities = _communities,
        };
    }

    [Theory]
    [InlineData("/forget me", "terminal u1")]
    [InlineData("/forget community", "community 20")]
    public async Task Nothing_is_forgotten_before_the_button_of_the_question_is_pressed(string line, string forgotten)
    {
        var question = await AskAsync(line);
        Assert.Equal((ReplyKind.Question, 0), (question.Kind, _communities.Forgotten.Count));

        var done = await AskAsync(question.Buttons[0][0].Command);

        Assert.Equal(ReplyKind.Answer, done.Kind);
        Assert.Equal([forgotten], _communities.Forgotten);
    }

    [Fact]
    public async Task The_question_says_what_would_go()
    {
        await AskAsync("/subscribe zone:utc");

        Assert.Contains("all digests of this community (1) and all that it follows, and takes out its own sources (6)", ReplyText.Of(await AskAsync("/forget community")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CommunityStanding.Waiting)]
    [InlineData(CommunityStanding.Blocked)]
    public async Task Those_who_are_not_served_are_forgotten_as_well(CommunityStanding standing)
    {
        _communities.All[0] = Harbour with { Standing = standing };

        await AskAsync("/forget me confirm:yes");
        await AskAsync("/forget community confirm:yes");

        Assert.Equal(2, _communities.Forgotten.Count);
    }

    [Fact]
    public async Task The_operators_set_is_nobodys_to_forget_and_a_community_is_its_admins()
    {
        var everybody = await _asking.AskAsync("/forget community confirm:yes");
        var member = await AskAsync("/forget community confirm:yes", Access.Everyone);

        Assert.Contains("/source remove", ReplyText.Of(everybody), StringComparison.Ordinal);
        Assert.Equal(ReplyKind.Problem, member.Kind);
        Assert.Empty(_communities.Forgotten);
    }

    private Task<Reply> AskAsync(string line, Access access = Access.Manager) => _asking.AskAsync(line, access, community: Harbour.Id);
}
