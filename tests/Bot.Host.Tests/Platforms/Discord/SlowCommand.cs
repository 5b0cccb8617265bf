using Bot.Digest.Chat;
using Bot.Digest.Commands;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Answers when the test says so.</summary>
internal sealed class SlowCommand : IChatCommand
{
    private TaskCompletionSource<Reply> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Calls { get; private set; }

    public CommandSpec Spec => new("slow", "takes its time", Access.Everyone, CommandGroup.Ask)
    {
        Arguments = [new("words", ArgumentKind.Words, "words"), new("page", ArgumentKind.Number, "a page") { Hidden = true }],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        Calls++;
        return _answer.Task;
    }

    public void Answer(Reply reply) => _answer.SetResult(reply);

    public void Again() => _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
