using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>
/// Posts what waits for one platform, channels side by side and in each channel in turn, until nothing waits. All that it knows is in the
/// archive: it may be ended at any moment and started again.
/// </summary>
/// <param name="onDefect">Told of an exception that a platform or the ledger let escape: of the platform's the message counts as one whose answer was lost.</param>
public sealed class Sending(IChatPlatform platform, IDeliveryLedger ledger, LongRest rest, TimeProvider clock, Action<DeliveryId, Exception> onDefect)
{
    /// <summary>Looks again at least so often: another process may have put something off or added it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Between tries to write an end down: a full disk is made room on, a locked archive is let go.</summary>
    private static readonly TimeSpan BetweenWritings = TimeSpan.FromSeconds(5);

    private readonly Pace _pace = new(platform.Terms, clock);
    private readonly DeliveryEnds _ends = new(platform.Terms, clock);
    private bool _isRecovered;

    /// <summary>Two channels with one gap between them would be taken together.</summary>
    private int MostAtOnce => platform.Terms.IsGapShared ? 1 : platform.Terms.MostOnTheirWay;

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
            await RecoverAsync(ct);
            while (!ct.IsCancellationRequested)
            {
                var most = Math.Min(MostAtOnce, Math.Min(platform.Terms.MostOnTheirWay - onTheirWay.Count, _pace.Turns()));
                var begun = most > 0 ? await BeginAsync(most, ct) : [];
                onTheirWay.AddRange(begun.Select(delivery => SendAsync(delivery, patience)));
                var next = begun.Count == 0 ? await ledger.NextAsync(platform.Name, ct) : clock.GetUtcNow();
                if (next is null && onTheirWay.Count == 0)
                {
                    return;
                }

                // With turns left over, only a channel that has rested makes another message ready; a turn that came meanwhile waits for none.
                await WaitAsync(onTheirWay, next, begun.Count < most ? _pace.UntilRested() : _pace.UntilTurn(), ct);
                onTheirWay.RemoveAll(task => task.IsCompletedSuccessfully);
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

    private async Task RecoverAsync(CancellationToken ct)
    {
        if (_isRecovered)
        {
            return;
        }

        await ledger.RecoverAsync(platform.Name, platform.Terms.KeyLife, ct);
        if (await rest.LeftAsync(ct) is { } left)
        {
            _pace.Quiet(left.After);
        }

        _isRecovered = true;
    }

    /// <summary>As many as may be on their way and have their turn; the ledger knows of them before the platform does.</summary>
    private async Task<IReadOnlyList<OutgoingDelivery>> BeginAsync(int most, CancellationToken ct)
    {
        var taken = await ledger.TakeAsync(platform.Name, platform.Terms.KeyLife, _pace.Resting(), platform.Terms.IsGapShared, most, ct);
        foreach (var delivery in taken)
        {
            _pace.Spend(delivery.Channel, delivery.Post.To);
        }

        return taken;
    }

    /// <summary>The message is out there whatever happens to this program: writing down how it ended is not given up before the program ends.</summary>
    private async Task SendAsync(OutgoingDelivery delivery, CancellationToken patience)
    {
        var outcome = await PostAsync(delivery, patience);
        var end = outcome is null ? _ends.Lost(delivery, DeliveryReason.Interrupted) : _ends.Of(delivery, outcome);
        if (outcome is not null && DeliveryEnds.WaitAfter(outcome) is { } later)
        {
            _pace.Slow(delivery.Channel, later);
        }

        // Each by itself: when the second is tried again, what the first put off may be on its way once more.
        await WriteDownAsync(delivery, () => ledger.EndAsync(delivery.Id, end, CancellationToken.None), patience);
        await WriteDownAsync(delivery, () => rest.KeepAsync(outcome, CancellationToken.None), patience);
    }

    private async Task WriteDownAsync(OutgoingDelivery delivery, Func<Task> write, CancellationToken patience)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (Exception defect) when (!patience.IsCancellationRequested)
            {
                onDefect(delivery.Id, defect);
                await Task.Delay(BetweenWritings, clock, patience).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <summary>What the platform answers; null when it was not waited for any longer.</summary>
    private async Task<PostOutcome?> PostAsync(OutgoingDelivery delivery, CancellationToken patience)
    {
        try
        {
            return delivery.Edits is { } message
                ? await platform.EditAsync(delivery.Post, message, patience)
                : await platform.PostAsync(delivery.Post, patience);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception defect)
        {
            onDefect(delivery.Id, defect);
            return new PostUnclear();
        }
    }

    /// <summary>Until a message has ended, or there is room and a turn for the next one.</summary>
    private async Task WaitAsync(List<Task> onTheirWay, DateTimeOffset? next, TimeSpan pause, CancellationToken ct)
    {
        var wait = LongestWait;
        if (next is { } moment && onTheirWay.Count < platform.Terms.MostOnTheirWay)
        {
            wait = Shorter(wait, Longer(moment - clock.GetUtcNow(), pause));
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);

        // A delay counts whole milliseconds: less than one would be none, and the archive would be asked over and over until the clock goes on.
        await Task.WhenAny([Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, enough.Token), .. onTheirWay]);
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
