using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// Reads updates side by side, but what one person does in one chat in its order. Whoever asks faster than answers come, or a chat that does, is not heard to the end:
/// an update that waits keeps all that came after it unconfirmed, and so everybody else's. Safe for many threads.
/// </summary>
public sealed class UpdateLanes(UpdateReading reading)
{
    /// <summary>Questions that may wait; as many as are answered in a minute (see RateLimit).</summary>
    private const int MostOfOne = 10;

    private const int MostOfChat = 30;

    private readonly Lock _lock = new();
    private readonly Dictionary<(long Chat, long User), Queue<Waiting>> _lanes = [];
    private readonly Dictionary<long, int> _inChats = [];

    /// <summary>Ends when an update was read; it has its place in its lane when this returns. Throws for cancellation alone.</summary>
    /// <returns>As <see cref="UpdateReading.ReadAsync"/>; true for a question that is not heard.</returns>
    public Task<bool> ReadAsync(Update update, CancellationToken ct)
    {
        var waiting = new Waiting(update, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously), ct);
        var lane = UpdateReading.LaneOf(update);
        lock (_lock)
        {
            var isFree = !_lanes.TryGetValue(lane, out var queue);
            if (UpdateReading.IsQuestion(update) && (queue?.Count >= MostOfOne || (lane.Chat != 0 && _inChats.GetValueOrDefault(lane.Chat) >= MostOfChat)))
            {
                return Task.FromResult(true);
            }

            _inChats[lane.Chat] = _inChats.GetValueOrDefault(lane.Chat) + 1;
            (queue ??= _lanes[lane] = []).Enqueue(waiting);
            if (!isFree)
            {
                return waiting.Read.Task;
            }
        }

        _ = Task.Run(() => RunAsync(lane, waiting), CancellationToken.None);
        return waiting.Read.Task;
    }

    /// <summary>Reads a lane until it is empty.</summary>
    private async Task RunAsync((long Chat, long User) lane, Waiting first)
    {
        for (var next = first; next is not null; next = After(lane))
        {
            try
            {
                next.Read.SetResult(await reading.ReadAsync(next.Update, next.Stopping));
            }
            catch (OperationCanceledException stopped)
            {
                next.Read.SetCanceled(stopped.CancellationToken);
            }
        }
    }

    /// <summary>Takes the one that was read out of its lane.</summary>
    /// <returns>The one behind it; null when the lane is empty.</returns>
    private Waiting? After((long Chat, long User) lane)
    {
        lock (_lock)
        {
            if (--_inChats[lane.Chat] == 0)
            {
                _inChats.Remove(lane.Chat);
            }

            var queue = _lanes[lane];
            queue.Dequeue();
            if (queue.TryPeek(out var next))
            {
                return next;
            }

            _lanes.Remove(lane);
            return null;
        }
    }

    private sealed record Waiting(Update Update, TaskCompletionSource<bool> Read, CancellationToken Stopping);
}
