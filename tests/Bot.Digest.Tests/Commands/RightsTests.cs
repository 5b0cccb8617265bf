using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What it takes to change a channel, what it takes to change the whole community, and who is told what they lack.</summary>
public sealed class RightsTests
{
    private static readonly Community Harbour = new(new CommunityId(20), "terminal", "home", "Harbour", CommunityStanding.Served, Asking.Noon, 6, 100);

    private readonly MemoryArchive _archive = Newsroom.Archive();
    private readonly Asking _asking;

    public RightsTests()
    {
        _archive.Communities.All.Add(Harbour);
        _asking = new Asking(EveryCommand.Over(_archive)) { Communities = _archive.Communities };
    }

    /// <summary>Who manages one channel changes that one, and which news there is; never who may do what, nor all there is at once, nor secrets.</summary>
    [Theory]
    [InlineData("/subscribe zone:utc", Access.ChannelAdmin)]
    [InlineData("/follow ferry strike", Access.ChannelAdmin)]
    [InlineData("/deliveries", Access.ChannelAdmin)]
    [InlineData("/settings zone:berlin", Access.ChannelAdmin)]
    [InlineData("/source export", Access.ChannelAdmin)]
    [InlineData("/source pause 4", Access.ChannelAdmin)]
    [InlineData("/source remove 4", Access.ChannelAdmin)]
    [InlineData("/filter list", Access.ChannelAdmin)]
    [InlineData("/reports", Access.ChannelAdmin)]
    [InlineData("/audit", Access.ChannelAdmin)]
    [InlineData("/source export secrets:with", Access.Manager)]
    [InlineData("/forget community", Access.Manager)]
    [InlineData("/forget community confirm:yes", Access.Manager)]
    [InlineData("/settings managers:555", Access.CommunityAdmin)]
    [InlineData("/settings zone:berlin managers:off", Access.CommunityAdmin)]
    [InlineData("/source add https://norrmark-post.example for:everyone", Access.Operator)]
    [InlineData("/status", Access.Operator)]
    public async Task Each_line_takes_its_right_and_no_more(string line, Access needed)
    {
        foreach (var access in Enum.GetValues<Access>())
        {
            var reply = await _asking.AskAsync(line, access, user: access.ToString(), community: Harbour.Id);

            Assert.Equal((access, access < needed), (access, IsRefused(reply)));
        }
    }

    [Theory]
    [InlineData("/pause", Access.Everyone, "/pause needs the right to manage this channel; ask one of its admins.")]
    [InlineData("/forget community", Access.ChannelAdmin, "/forget community concerns the whole community and needs the right to manage it (on Discord “Manage Server”) or the role of /settings managers:; ask somebody who has either.")]
    [InlineData("/source export secrets:with", Access.ChannelAdmin, "/source export secrets:with concerns the whole community and needs the right to manage it (on Discord “Manage Server”) or the role of /settings managers:; ask somebody who has either.")]
    [InlineData("/settings managers:555", Access.Manager, "/settings managers: decides who manages the whole community and needs the right to manage it (on Discord “Manage Server”); ask somebody who has it.")]
    [InlineData("/status", Access.CommunityAdmin, "Only the operator of this bot can use /status.")]
    public async Task A_refusal_says_what_is_needed_and_whom_to_ask(string line, Access access, string sentence)
    {
        var reply = await _asking.AskAsync(line, access, community: Harbour.Id);

        Assert.Equal((ReplyKind.Problem, sentence), (reply.Kind, ((Paragraph)Assert.Single(reply.Blocks)).Text.ToString()));
    }

    [Theory]
    [InlineData("/help settings", "managers:", Access.CommunityAdmin)]
    [InlineData("/help source export", "secrets:", Access.Manager)]
    [InlineData("/help source add", "for:", Access.Operator)]
    public async Task Help_tells_of_an_option_whom_it_is_for(string line, string option, Access needed)
    {
        foreach (var access in Enum.GetValues<Access>().Where(access => access >= Access.ChannelAdmin))
        {
            var reply = await _asking.AskAsync(line, access, user: access.ToString(), community: Harbour.Id);

            Assert.Equal((access, access >= needed), (access, ReplyText.Of(reply).Contains(option, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Who_manages_one_channel_sees_and_sends_again_the_digests_of_that_one_alone()
    {
        var slots = new MemoryDigestHistory { Community = Harbour.Id };
        slots.Reports.AddRange(Uncertain(3, "quay"), Uncertain(4, "town"));
        var asking = new Asking(new DeliveriesCommand(slots), new DeliveriesAgainCommand(slots)) { Communities = _archive.Communities };
        Task<Reply> AskAsync(string line, Access access) => asking.AskAsync(line, access, channel: "quay", community: Harbour.Id);

        var (own, all) = (await AskAsync("/deliveries", Access.ChannelAdmin), await AskAsync("/deliveries", Access.Manager));
        var refused = await AskAsync("/deliveries again 4", Access.ChannelAdmin);
        await AskAsync("/deliveries again 3", Access.ChannelAdmin);
        Assert.Equal([new SlotId(3)], slots.Again);
        await AskAsync("/deliveries again 4", Access.Manager);

        Assert.Equal(["/deliveries again 3"], own.Buttons.SelectMany(row => row).Select(button => button.Command));
        Assert.Equal(["/deliveries again 3", "/deliveries again 4"], all.Buttons.SelectMany(row => row).Select(button => button.Command));
        Assert.Equal(
            "There is no uncertain digest 4 in this channel; /deliveries shows its digests, and one of another channel needs the right to manage that one.",
            ((Paragraph)refused.Blocks[0]).Text.ToString());
        Assert.Equal([new SlotId(3), new SlotId(4)], slots.Again);
    }

    [Fact]
    public async Task Who_manages_one_channel_is_told_of_the_changes_of_that_one_and_of_the_community_alone()
    {
        _archive.Changes.AddRange(
            Changed(1, ChangeKind.SourceAdded, "Kanal Öst", null), Changed(2, ChangeKind.Subscribed, "1 · quay", "08:00 Etc/UTC"), Changed(3, ChangeKind.Followed, "1", "ferry strike"));
        (_archive.ChangedIn[2], _archive.ChangedIn[3]) = (new ChatAddress("terminal", "home", "quay"), new ChatAddress("terminal", "home", "town"));

        var own = ReplyText.Of(await _asking.AskAsync("/audit", Access.ChannelAdmin, channel: "quay", community: Harbour.Id));
        var all = ReplyText.Of(await _asking.AskAsync("/audit", Access.Manager, channel: "quay", community: Harbour.Id));

        Assert.Contains("Kanal Öst", own, StringComparison.Ordinal);
        Assert.Contains("1 · quay", own, StringComparison.Ordinal);
        Assert.DoesNotContain("ferry strike", own, StringComparison.Ordinal);
        Assert.Contains("ferry strike", all, StringComparison.Ordinal);
    }

    /// <summary>A digest's number is its channel's: pressed in another one it would resume that one's.</summary>
    [Fact]
    public async Task A_digest_of_another_channel_that_is_held_is_told_to_managers_with_nothing_to_press_here()
    {
        await _asking.AskAsync("/subscribe zone:utc", Access.ChannelAdmin, channel: "quay", community: Harbour.Id);
        var held = _archive.Subscriptions.All[0] with { Standing = SubscriptionStanding.Held, HeldFor = DeliveryReason.Forbidden };
        _asking.Sources.Held.Add(held);

        var elsewhere = await _asking.AskAsync("/following", Access.ChannelAdmin, channel: "town", community: Harbour.Id);
        var manager = await _asking.AskAsync("/following", Access.Manager, channel: "town", community: Harbour.Id);
        _asking.Sources.Held.Add(held);
        var there = await _asking.AskAsync("/following", Access.ChannelAdmin, channel: "quay", community: Harbour.Id);

        Assert.DoesNotContain("held", ReplyText.Of(elsewhere), StringComparison.Ordinal);
        Assert.Contains(
            "The digest 1 of channel quay is held: the bot may not write there. It is kept for 30 days; once that is put right, write /resume 1 there and it goes on.",
            ReplyText.Of(manager),
            StringComparison.Ordinal);
        Assert.DoesNotContain("/resume 1", ReplyText.CommandsIn(manager));
        Assert.Contains("/resume 1", ReplyText.CommandsIn(there));
    }

    private static Change Changed(long id, ChangeKind kind, string what, string? became) => new(id, kind, what, became, "telegram 5", Asking.Noon);

    private static DigestReport Uncertain(long id, string channel) => new(
        new SlotId(id), new ChatAddress("terminal", "home", channel), 1, Asking.Noon.AddHours(-id), SlotState.Uncertain, null, DeliveryReason.AnswerLost, Asking.Noon);

    private static bool IsRefused(Reply reply) =>
        reply is { Kind: ReplyKind.Problem, Blocks: [Paragraph only] } && (only.Text.ToString().Contains(" needs the right to manage ", StringComparison.Ordinal)
            || only.Text.ToString().StartsWith("Only the operator", StringComparison.Ordinal));
}
