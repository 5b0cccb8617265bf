using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/community block: serves a community no more.</summary>
public sealed class CommunityBlockCommand(ICommunities communities) : IChatCommand
{
    public CommandSpec Spec => new("community block", CommandWords.CommunityBlockSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments = [CommunityChange.Number],
        Examples = ["/community block 3"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => CommunityChange.MakeAsync(
        communities, call, community => communities.ServeAsync(call.Editor, community, serve: false, ct), CommunityWords.Blocked, ct);
}
