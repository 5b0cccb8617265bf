using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;

namespace Bot.TelegramStandIn.Wire;

/// <summary>getUpdates: waits until there is something to tell, for one bot process at a time.</summary>
internal sealed class Polling(World world)
{
    /// <summary>However long the bot would wait (server's source, api.telegram.org).</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(50);

    private TaskCompletionSource _replaced = New();

    public async Task<ApiAnswer> AnswerAsync(ApiCall call, CancellationToken ct)
    {
        if (world.Hook is not null)
        {
            return new(409, null, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        var mine = New();
        Interlocked.Exchange(ref _replaced, mine).TrySetResult();
        if (call.List("allowed_updates") is { } kinds)
        {
            world.Updates.Allow(kinds.Select(kind => kind!.ToString()));
        }

        world.Updates.Confirm(call.Number("offset") ?? 0);
        var wait = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, (long)LongestWait.TotalSeconds));
        if (wait > TimeSpan.Zero)
        {
            world.Waiting.Add(call);
            await WaitAsync(mine.Task, wait, ct);
        }

        // Whoever asked later gets them, or they would be told twice.
        return mine.Task.IsCompleted
            ? new(409, null, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
            : ApiAnswer.Ok(new JsonArray([.. world.Updates.Peek((int)Math.Clamp(call.Number("limit") ?? 100, 1, 100))]));
    }

    private async Task WaitAsync(Task replaced, TimeSpan wait, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var first = await Task.WhenAny(world.Updates.Grew, replaced, Task.Delay(wait, world.Clock, over.Token));
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
        await first;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
