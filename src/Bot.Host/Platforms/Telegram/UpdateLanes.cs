using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Reads updates side by side, but what one person does in one chat in its order. Safe for many threads.</summary>
public sealed class UpdateLanes(UpdateReading reading)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(long Chat, long User), Queue<Waiting>> _lanes = [];

    /// <summary>Ends when an update was read. Throws for cancellation alone.</summary>
    public Task ReadAsync(Update update, CancellationToken ct)
    {
        var waiting = new Waiting(update, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), ct);
        var lane = UpdateReading.LaneOf(update);
        lock (_lock)
        {
            if (_lanes.TryGetValue(lane, out var queue))
            {
                queue.Enqueue(waiting);
                return waiting.Read.Task;
            }

            _lanes[lane] = new Queue<Waiting>([waiting]);
        }

        _ = Task.Run(() => RunAsync(lane), CancellationToken.None);
        return waiting.Read.Task;
    }

    /// <summary>Reads a lane until it is empty.</summary>
    private async Task RunAsync((long Chat, long User) lane)
    {
        for (var next = Next(lane, isFirst: true); next is not null; next = Next(lane, isFirst: false))
        {
            try
            {
                await reading.ReadAsync(next.Update, next.Stopping);
                next.Read.SetResult();
            }
            catch (OperationCanceledException stopped)
            {
                next.Read.SetCanceled(stopped.CancellationToken);
            }
        }
    }

    private Waiting? Next((long Chat, long User) lane, bool isFirst)
    {
        lock (_lock)
        {
            var queue = _lanes[lane];
            if (!isFirst)
            {
                queue.Dequeue();
            }

            if (queue.TryPeek(out var next))
            {
                return next;
            }

            _lanes.Remove(lane);
            return null;
        }
    }

    private sealed record Waiting(Update Update, TaskCompletionSource Read, CancellationToken Stopping);
}
