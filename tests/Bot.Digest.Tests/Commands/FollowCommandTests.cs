using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>Ordering posts about people, topics and stories, and ending them.</summary>
public sealed class FollowCommandTests
{
    private const string TooLong =
        "ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry "
        + "ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry";

    private readonly MemoryArchive _archive = Newsroom.Archive();
    private readonly MemoryCommunities _communities = new();
    private readonly Asking _asking;

    public FollowCommandTests()
    {
        _communities.All.Add(Harbour);
        _asking = new Asking(
            new FollowCommand(_archive.Follows, _archive, _archive.Stories), new FollowingCommand(_archive.Follows), new UnfollowCommand(_archive.Follows))
        { Communities = _communities };
    }

    private static Community Harbour { get; } = new(new CommunityId(20), "terminal", "home", "Harbour", CommunityStanding.Served, Asking.Noon, 0, 100);

    [Fact]
    public async Task Following_a_person_tells_what_will_come_how_often_and_how_to_end_it()
    {
        Assert.Equal(
            """
            # Following Odile Marchand
            New quotes of theirs are posted here as they are published, each checked word for word.
            At most one post every 120 min; what comes in between is told together.
            (It begins now: what was published before is not told.)
            [Unfollow: /unfollow 1] [Following: /following]
            """,
            Lines(await _asking.AskAsync("/follow odile-marchand every:120")));
    }

    [Fact]
    public async Task Following_once_more_says_that_it_goes_on()
    {
        await _asking.AskAsync("/follow odile-marchand");

        var again = Lines(await _asking.AskAsync("/follow odile-marchand every:30"));

        Assert.Contains("At most one post every 30 min;", again, StringComparison.Ordinal);
        Assert.Contains("It was followed here before, and goes on as said above.", again, StringComparison.Ordinal);
        Assert.DoesNotContain("It begins now", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/follow \"Odile Marchand\"", FollowKind.Person, "Odile Marchand")]
    [InlineData("/follow sand", FollowKind.Topic, "sand")]
    [InlineData("/follow bridge repairs", FollowKind.Topic, "bridge repairs")]
    [InlineData("/follow 7", FollowKind.Story, null)]
    [InlineData("/follow 9999", FollowKind.Topic, "9999")]
    public async Task A_number_is_a_story_a_clear_name_a_person_and_all_else_words(string line, FollowKind kind, string? words)
    {
        await _asking.AskAsync(line);

        var target = Assert.Single(await ListAsync()).Target;
        Assert.Equal(kind, target.Kind);
        Assert.Equal(words ?? target.Words, target.Words);
        Assert.Equal(kind == FollowKind.Topic, target.Id is null);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("\"***\" every:5")]
    [InlineData("😀")]
    [InlineData(TooLong)]
    public async Task What_no_article_is_found_by_is_not_followed(string target)
    {
        var reply = await _asking.AskAsync($"/follow {target}");

        Assert.Equal(ReplyKind.Problem, reply.Kind);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task The_quiet_hours_that_the_community_chose_are_kept_and_said()
    {
        var quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0));
        await _communities.SettleAsync(new Editor(Harbour.Id, "x"), CommunitySettings.None with { Quiet = quiet }, TestContext.Current.CancellationToken);

        var reply = await _asking.AskAsync("/follow bridge repairs", community: Harbour.Id);

        Assert.Contains("Nothing between 22:00 and 07:00: what comes then is told when they end.", Lines(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_followed_is_listed_and_one_of_several_is_ended_by_its_number()
    {
        await _asking.AskAsync("/follow odile-marchand");
        await _asking.AskAsync("/follow bridge repairs every:5");

        Assert.Equal(
            """
            # What this channel follows
            - 1 | Odile Marchand
                quotes · every 60 min
            - 2 | bridge repairs
                stories · every 5 min
            """,
            Lines(await _asking.AskAsync("/following")));
        var which = await _asking.AskAsync("/unfollow");
        Assert.Equal(ReplyKind.Question, which.Kind);

        // A terminal puts numbers of its own before the labels.
        Assert.Equal([("Unfollow 1", "/unfollow 1"), ("Unfollow 2", "/unfollow 2")], which.Buttons.SelectMany(row => row).Select(button => (button.Label, button.Command)));
        Assert.Equal(
            """
            No more posts about bridge repairs come here.
            [Follow again: /follow bridge repairs every:5]
            """,
            Lines(await _asking.AskAsync("/unfollow 2")));
        Assert.Equal(FollowKind.Person, Assert.Single(await ListAsync()).Target.Kind);
    }

    [Fact]
    public async Task A_community_follows_no_more_than_twenty_things()
    {
        for (var number = 0; number < 20; number++)
        {
            Assert.Equal(ReplyKind.Answer, (await _asking.AskAsync($"/follow word{number}", user: $"u{number}", channel: $"c{number}")).Kind);
        }

        Assert.Equal(ReplyKind.Problem, (await _asking.AskAsync("/follow another", user: "v")).Kind);
    }

    [Theory]
    [InlineData("/follow ferry every:4")]
    [InlineData("/follow ferry every:1441")]
    [InlineData("/follow")]
    public async Task What_cannot_be_followed_so_is_answered_with_what_to_write(string line)
    {
        Assert.NotEqual(ReplyKind.Answer, (await _asking.AskAsync(line)).Kind);
        Assert.Empty(await ListAsync());
    }

    private Task<IReadOnlyList<Follow>> ListAsync() =>
        _archive.Follows.ListAsync(CommunityId.DefaultSet, new ChatAddress("terminal", "home", "c1"), TestContext.Current.CancellationToken);

    private static string Lines(Reply reply) => ReplyText.Of(reply).TrimEnd();
}
