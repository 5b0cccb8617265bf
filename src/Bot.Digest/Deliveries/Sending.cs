using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>
/// Posts what waits for one platform, channels side by side and in each channel in turn, until nothing waits. All that it knows is in the
/// ledger: it may be ended at any moment and started again.
/// </summary>
/// <param name="onDefect">Told of an exception that a platform let escape; the message counts as one whose answer was lost.</param>
public sealed class Sending(IChatPlatform platform, IDeliveryLedger ledger, TimeProvider clock, Action<DeliveryId, Exception> onDefect)
{
    /// <summary>Looks again at least so often: another process may have put something off or added it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Pace _pace = new(platform.Terms, clock);
    private readonly DeliveryEnds _ends = new(platform.Terms, clock);
    private bool _isRecovered;

    /// <summary>
    /// Posts until nothing waits; the first time it settles before what a program that ended had left on its way. When <paramref name="ct"/> is cancelled, nothing new is begun, and what is on
    /// its way may end. Not to be called again before it ends.
    /// </summary>
    /// <param name="patience">Cancelled when what is on its way has to be given up.</param>
    public async Task RunAsync(CancellationToken patience, CancellationToken ct)
    {
        var onTheirWay = new List<Task>();
        try
        {
            if (!_isRecovered)
            {
                await ledger.RecoverAsync(platform.Name, platform.Terms.KeyLife, ct);
                _isRecovered = true;
            }

            while (!ct.IsCancellationRequested)
            {
                var begun = await BeginAsync(platform.Terms.MostOnTheirWay - onTheirWay.Count, ct);
                onTheirWay.AddRange(begun.Select(delivery => SendAsync(delivery, patience)));
                var next = begun.Count == 0 ? await ledger.NextAsync(platform.Name, ct) : clock.GetUtcNow();
                if (next is null && onTheirWay.Count == 0)
                {
                    return;
                }

                await WaitAsync(onTheirWay, next, ct);
                onTheirWay.RemoveAll(task => task.IsCompleted);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Told to stop; what is on its way is waited for below.
        }
        finally
        {
            await Task.WhenAll(onTheirWay);
        }
    }

    /// <summary>As many as may be on their way and have their turn; the ledger knows of them before the platform does.</summary>
    private async Task<IReadOnlyList<OutgoingDelivery>> BeginAsync(int room, CancellationToken ct)
    {
        var most = Math.Min(room, _pace.Turns());
        if (most <= 0)
        {
            return [];
        }

        var taken = await ledger.TakeAsync(platform.Name, _pace.Resting(), most, ct);
        foreach (var delivery in taken)
        {
            _pace.Spend(delivery.Channel);
        }

        return taken;
    }

    private async Task SendAsync(OutgoingDelivery delivery, CancellationToken patience)
    {
        var end = await TryAsync(delivery, patience);

        // The message is out there whatever happens to this program: writing that down is not given up.
        await ledger.EndAsync(delivery.Id, end, CancellationToken.None);
    }

    private async Task<DeliveryEnd> TryAsync(OutgoingDelivery delivery, CancellationToken patience)
    {
        try
        {
            var outcome = await platform.PostAsync(delivery.Post, patience);
            if (DeliveryEnds.WaitAfter(outcome) is { } later)
            {
                _pace.Slow(delivery.Channel, later);
            }

            return _ends.Of(delivery, outcome);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return _ends.Lost(delivery, DeliveryReason.Interrupted);
        }
        catch (Exception defect)
        {
            onDefect(delivery.Id, defect);
            return _ends.Lost(delivery, DeliveryReason.AnswerLost);
        }
    }

    /// <summary>Until a message has ended, or there is a turn for the next one.</summary>
    private async Task WaitAsync(List<Task> onTheirWay, DateTimeOffset? next, CancellationToken ct)
    {
        var due = next is { } moment ? moment - clock.GetUtcNow() : LongestWait;
        var wait = due > _pace.Wait() ? due : _pace.Wait();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var rest = Task.Delay(wait < LongestWait ? wait : LongestWait, clock, enough.Token);
        await Task.WhenAny([rest, .. onTheirWay]);
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}
