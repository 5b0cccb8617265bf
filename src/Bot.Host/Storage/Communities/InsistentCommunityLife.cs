using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Host.Storage.Communities;

/// <summary>
/// A platform tells only once of what happens to a chat. While the archive cannot be written to, be its disk full or another process busy with it, it is
/// tried again for a minute and a half; then it counts as any other failure.
/// </summary>
public sealed class InsistentCommunityLife(ICommunityLife life, TimeProvider clock) : ICommunityLife
{
    private static readonly TimeSpan[] Rests = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60)];

    public Task LeftAsync(string platform, string community, DeliveryReason why, CancellationToken ct) =>
        InsistAsync(() => life.LeftAsync(platform, community, why, ct), ct);

    public Task ClosedAsync(ChatAddress channel, DeliveryReason why, CancellationToken ct) => InsistAsync(() => life.ClosedAsync(channel, why, ct), ct);

    public Task ReturnedAsync(string platform, string community, CancellationToken ct) => InsistAsync(() => life.ReturnedAsync(platform, community, ct), ct);

    public Task ReopenedAsync(ChatAddress channel, CancellationToken ct) => InsistAsync(() => life.ReopenedAsync(channel, ct), ct);

    public Task<IReadOnlyList<SubscribedChannel>> ChannelsAsync(string platform, string community, CancellationToken ct) => life.ChannelsAsync(platform, community, ct);

    public Task MovedAsync(ChatAddress from, ChatAddress to, CancellationToken ct) => InsistAsync(() => life.MovedAsync(from, to, ct), ct);

    private async Task InsistAsync(Func<Task> write, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await write();
                return;
            }
            catch (StorageException) when (tries < Rests.Length)
            {
                await Task.Delay(Rests[tries], clock, ct);
            }
        }
    }
}
