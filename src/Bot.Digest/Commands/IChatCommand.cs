using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>A chat command; found by scanning the assembly.</summary>
public interface IChatCommand
{
    CommandSpec Spec { get; }

    Task<Reply> RunAsync(CommandCall call, CancellationToken ct);
}
