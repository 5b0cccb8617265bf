using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>An archive that is locked for some time: the next ends of a bot's stay cannot be written down.</summary>
internal sealed class StumblingLife : ICommunityLife
{
    private ICommunityLife? _life;

    public int Failures { get; set; }

    public void Replace(IServiceCollection services) => services.AddSingleton<ICommunityLife>(provider =>
    {
        _life = new StoredCommunityLife(provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<TimeProvider>());
        return this;
    });

    public Task LeftAsync(string platform, string community, DeliveryReason why, CancellationToken ct) =>
        Failures-- > 0 ? throw new StorageException("The archive is locked.") : _life!.LeftAsync(platform, community, why, ct);

    public Task ClosedAsync(ChatAddress channel, DeliveryReason why, CancellationToken ct) => _life!.ClosedAsync(channel, why, ct);

    public Task ReturnedAsync(string platform, string community, CancellationToken ct) => _life!.ReturnedAsync(platform, community, ct);

    public Task ReopenedAsync(ChatAddress channel, CancellationToken ct) => _life!.ReopenedAsync(channel, ct);

    public Task MovedAsync(ChatAddress from, ChatAddress to, CancellationToken ct) => _life!.MovedAsync(from, to, ct);

    public Task<IReadOnlyList<SubscribedChannel>> ChannelsAsync(string platform, string community, CancellationToken ct) => _life!.ChannelsAsync(platform, community, ct);
}
