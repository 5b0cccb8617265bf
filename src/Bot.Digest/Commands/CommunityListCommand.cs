using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/community list: who uses this bot, those that wait for approval first.</summary>
public sealed class CommunityListCommand(ICommunities communities) : IChatCommand
{
    private const int CommunitiesAPage = 10;
    private const int MostButtons = 4;

    public CommandSpec Spec => new("community list", CommandWords.CommunityListSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments = [SharedArguments.PageNumber],
        Examples = ["/community list"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var page = await PageOf<Community>.ReadAsync(call, CommunitiesAPage, (skip, take) => communities.ListAsync(skip, take, ct));
        if (page.Hits.Items.Count == 0)
        {
            return Reply.Ok(new Paragraph(CommunityWords.None));
        }

        var approve = page.Hits.Items.Where(one => one.Standing == CommunityStanding.Waiting).Take(MostButtons).Select(Approve);
        return new Reply
        {
            Blocks = [new Heading(CommunityWords.Title, page.Range), .. page.Hits.Items.Select(one => Line(one, call))],
            Buttons = [.. ButtonRow.Of(approve), .. ButtonRow.Of(page.Buttons(Spec, call))],
            Page = page.Shown,
        };
    }

    private static Entry Line(Community one, CommandCall call)
    {
        var day = DayWords.Of(call.DayOf(one.Since), call.Today);
        var standing = one.Standing switch
        {
            CommunityStanding.Served => CommunityWords.StandingServed(day),
            CommunityStanding.Waiting => CommunityWords.StandingWaiting(day),
            _ => CommunityWords.StandingBlocked,
        };
        return new Entry(
            one.Id.Value.ToString(CultureInfo.InvariantCulture),
            [new Strong(CommunityChange.NameOf(one)), new Subtle($" · {one.Platform}")],
            $"{standing} · {CommunityWords.SourcesOf(one.Sources, one.MostSources)}");
    }

    private static Button Approve(Community one) => new(
        CommunityWords.ButtonApprove((int)one.Id.Value),
        CommandText.Of(CommunityApproveCommand.Name, one.Id.Value.ToString(CultureInfo.InvariantCulture)));
}
