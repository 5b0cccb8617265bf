using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>A ledger as far as the page asks it: what was sent there.</summary>
internal sealed class MemoryPosts : IDeliveryLedger
{
    public List<SentMessage> Sent { get; } = [];

    public Task<IReadOnlyList<SentMessage>> SentAsync(ChatAddress channel, int take, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SentMessage>>([.. Sent.AsEnumerable().Reverse().Take(take)]);

    public Task<IReadOnlyList<OutgoingDelivery>> TakeAsync(
        string platform, TimeSpan? keyLife, IReadOnlyCollection<ChannelId> resting, bool isRestShared, int most, CancellationToken ct) => throw new NotSupportedException();

    public Task EndAsync(DeliveryId delivery, DeliveryEnd end, CancellationToken ct) => throw new NotSupportedException();

    public Task<(int Again, int Uncertain)> RecoverAsync(string platform, TimeSpan? keyLife, CancellationToken ct) => throw new NotSupportedException();

    public Task<DateTimeOffset?> NextAsync(string platform, CancellationToken ct) => throw new NotSupportedException();
}
