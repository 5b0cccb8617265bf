using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/community limit: says how many sources a community may follow.</summary>
public sealed class CommunityLimitCommand(ICommunities communities) : IChatCommand
{
    private const string Sources = "sources";

    /// <summary>More than any list that is read.</summary>
    private const int MostSources = 10_000;

    public CommandSpec Spec => new("community limit", CommandWords.CommunityLimitSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments =
        [
            CommunityChange.Number,
            new(Sources, ArgumentKind.Number, CommandWords.CommunityLimitSources) { Required = true, Max = MostSources },
        ],
        Examples = ["/community limit 3 sources:200"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var most = call.Number(Sources, 0);
        return CommunityChange.MakeAsync(
            communities, call, community => communities.LimitAsync(call.Editor, community, most, ct), name => CommunityWords.Limited(name, most), ct);
    }
}
