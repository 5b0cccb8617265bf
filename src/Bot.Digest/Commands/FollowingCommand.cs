using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/following: what this channel follows.</summary>
public sealed class FollowingCommand(IFollows follows) : IChatCommand
{
    internal const string Name = "following";

    public CommandSpec Spec => new(Name, FollowWords.FollowingSummary, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments = [SharedArguments.In],
        Examples = ["/following"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var channel = await follows.ListAsync(call.Community, call.Chat, ct);
        return channel.Count == 0
            ? Reply.Ok(new Paragraph(FollowWords.NoFollows($"/{FollowCommand.Name}")))
            : Reply.Ok([new Heading(FollowWords.FollowingTitle), .. channel.Select(FollowLines.Entry)]);
    }
}
