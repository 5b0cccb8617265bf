using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/community approve: serves a community from now on.</summary>
public sealed class CommunityApproveCommand(ICommunities communities) : IChatCommand
{
    internal const string Name = "community approve";

    public CommandSpec Spec => new(Name, CommandWords.CommunityApproveSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments = [CommunityChange.Number],
        Examples = ["/community approve 3"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => CommunityChange.MakeAsync(
        communities, call, community => communities.ServeAsync(call.Editor, community, serve: true, ct), CommunityWords.Approved, ct);
}
