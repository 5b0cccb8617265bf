using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage;

namespace Bot.Host.Tests.Deliveries;

/// <summary>A ledger on a disk that is full for some time: the first ends cannot be written down.</summary>
internal sealed class StumblingLedger(IDeliveryLedger ledger, int failures) : IDeliveryLedger
{
    private int _failures = failures;

    /// <summary>Runs while somebody looks what is next.</summary>
    public Action OnLook { get; init; } = () => { };

    /// <summary>How often somebody looked what is next.</summary>
    public int Looks { get; private set; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What was taken, and when somebody asked for it.</summary>
    public List<(DateTimeOffset At, Post Post)> Taken { get; } = [];

    public async Task<IReadOnlyList<OutgoingDelivery>> TakeAsync(
        string platform, TimeSpan? keyLife, IReadOnlyCollection<ChannelId> resting, bool isRestShared, int most, CancellationToken ct)
    {
        var at = Clock.GetUtcNow();
        var taken = await ledger.TakeAsync(platform, keyLife, resting, isRestShared, most, ct);
        Taken.AddRange(taken.Select(delivery => (at, delivery.Post)));
        return taken;
    }

    /// <summary>Ends that were written down.</summary>
    public List<DeliveryEnd> Ends { get; } = [];

    public Task EndAsync(DeliveryId delivery, DeliveryEnd end, CancellationToken ct)
    {
        if (_failures-- > 0)
        {
            throw new StorageException("The disk is full.");
        }

        Ends.Add(end);
        return ledger.EndAsync(delivery, end, ct);
    }

    public Task<(int Again, int Uncertain)> RecoverAsync(string platform, TimeSpan? keyLife, CancellationToken ct) => ledger.RecoverAsync(platform, keyLife, ct);

    public Task<DateTimeOffset?> NextAsync(string platform, CancellationToken ct)
    {
        Looks++;
        OnLook();
        return ledger.NextAsync(platform, ct);
    }

    public Task<IReadOnlyList<SentMessage>> SentAsync(ChatAddress channel, int take, CancellationToken ct) => ledger.SentAsync(channel, take, ct);
}
