using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What the operator is told of communities, as it is written down in the snapshots.</summary>
public sealed class CommunityCommandTests
{
    private readonly MemoryArchive _archive = Newsroom.Archive();

    public CommunityCommandTests() => _archive.Communities.All.AddRange(
    [
        new(new CommunityId(4), "discord", "77", "Mill workers", CommunityStanding.Waiting, Asking.Noon.AddDays(-1), 0, 100),
        new(new CommunityId(3), "telegram", "-100", "Harbour", CommunityStanding.Served, Asking.Noon.AddDays(-9), 12, 100),
        new(new CommunityId(2), "telegram", "-101", "", CommunityStanding.Blocked, Asking.Noon.AddDays(-30), 3, 20),
    ]);

    [Theory]
    [InlineData("community-list", "/community list")]
    [InlineData("community-approve", "/community approve 4")]
    [InlineData("community-block", "/community block 3")]
    [InlineData("community-limit", "/community limit 3 sources:200")]
    [InlineData("community-unknown", "/community approve 99")]
    public async Task A_command_answers_as_written_down(string name, string line)
    {
        var asking = new Asking(EveryCommand.Over(_archive));

        var reply = await asking.AskAsync(line);

        Assert.Empty(asking.Bugs);
        RepositoryFile.MustHold($"tests/Bot.Digest.Tests/Commands/Snapshots/{name}.txt", $"{line}\n\n{ReplyText.Of(reply)}");
    }

    [Fact]
    public async Task What_was_done_to_a_community_holds()
    {
        var asking = new Asking(EveryCommand.Over(_archive));

        await asking.AskAsync("/community approve 4");
        await asking.AskAsync("/community block 3");
        await asking.AskAsync("/community limit 3 sources:7");

        Assert.Equal([CommunityStanding.Served, CommunityStanding.Blocked, CommunityStanding.Blocked], _archive.Communities.All.Select(one => one.Standing));
        Assert.Equal([100, 7, 20], _archive.Communities.All.Select(one => one.MostSources));
    }

    [Fact]
    public async Task Nobody_but_the_operator_sees_or_changes_communities()
    {
        var asking = new Asking(EveryCommand.Over(_archive));
        foreach (var line in (string[])["/community list", "/community approve 4", "/community block 3", "/community limit 3 sources:1"])
        {
            Assert.Equal(ReplyKind.Problem, (await asking.AskAsync(line, Access.ChannelAdmin)).Kind);
        }

        Assert.Equal([CommunityStanding.Waiting, CommunityStanding.Served, CommunityStanding.Blocked], _archive.Communities.All.Select(one => one.Standing));
    }
}
