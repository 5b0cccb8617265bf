using System.Collections.Concurrent;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Life;

/// <summary>
/// Holds the digests of channels that the bot may not write to, and lets them go on when it may again. Channels without digests are of no concern, and
/// nothing is asked of Discord for them.
/// </summary>
public sealed class HeldChannels(ICommunityLife life, DiscordRest rest)
{
    /// <summary>Channels that could not be judged, by server, since Discord gave no list or the archive failed: their turn comes with what happens there next.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _left = new(StringComparer.Ordinal);

    /// <summary>A channel was changed, and with it what may be done in its threads; or a thread.</summary>
    public async Task ChannelChangedAsync(string id, Guild guild, string bot, Channel changed, CancellationToken ct)
    {
        var subscribed = await life.ChannelsAsync(DiscordPlatform.Name, id, ct);
        await JudgeAsync(id, guild, bot, [.. subscribed.Where(one => one.Channel == changed.Id || (one.IsHeld && changed.ThreadMetadata is null)).Select(one => one.Channel)], changed, ct);
    }

    /// <summary>What the bot may do in the whole server was changed.</summary>
    public async Task RightsChangedAsync(string id, Guild guild, string bot, CancellationToken ct) =>
        await JudgeAsync(id, guild, bot, [.. (await life.ChannelsAsync(DiscordPlatform.Name, id, ct)).Select(one => one.Channel)], changed: null, ct);

    /// <summary>Whatever was changed while nobody listened; what may be written to no more is found out by writing.</summary>
    public async Task LookAgainAsync(string id, Guild guild, string bot, CancellationToken ct) =>
        await JudgeAsync(id, guild, bot, [.. (await life.ChannelsAsync(DiscordPlatform.Name, id, ct)).Where(one => one.IsHeld).Select(one => one.Channel)], changed: null, ct);

    /// <summary>The bot is in the server no more.</summary>
    public void Forget(string id) => _left.TryRemove(id, out _);

    /// <summary>Holds and lets go on what is wanted.</summary>
    /// <param name="changed">As an event told of it; whatever else is needed is asked for, by lists that Discord never refuses.</param>
    private async Task JudgeAsync(string id, Guild guild, string bot, IReadOnlyList<string> wanted, Channel? changed, CancellationToken ct)
    {
        wanted = [.. wanted.Union(_left.GetValueOrDefault(id) ?? [], StringComparer.Ordinal)];
        if (wanted.Count == 0)
        {
            return;
        }

        // Whatever ends this before all are settled.
        _left[id] = wanted;
        var (known, isWhole) = await ListAsync(id, wanted, changed, ct);
        var judged = wanted
            .Select(one => known.GetValueOrDefault(one))
            .OfType<Channel>()
            .Select(channel => (Channel: channel, Ruling: channel.ThreadMetadata is null ? channel : known.GetValueOrDefault(channel.ParentId ?? "")))
            .ToList();
        foreach (var (channel, ruling) in judged)
        {
            await SettleAsync(id, guild, bot, channel, ruling, ct);
        }

        Leave(id, isWhole ? [] : [.. wanted.Except(judged.Where(one => one.Ruling is not null).Select(one => one.Channel.Id), StringComparer.Ordinal)]);
    }

    private void Leave(string id, IReadOnlyList<string> channels)
    {
        if (channels.Count == 0)
        {
            Forget(id);
        }
        else
        {
            _left[id] = channels;
        }
    }

    /// <summary>The channels of a server, and its threads where they are wanted.</summary>
    /// <returns>Also whether Discord gave every list that was needed.</returns>
    private async Task<(Dictionary<string, Channel> Known, bool IsWhole)> ListAsync(string id, IReadOnlyList<string> wanted, Channel? changed, CancellationToken ct)
    {
        var isTold = changed is { ThreadMetadata: null } && wanted.All(one => one == changed.Id);
        var channels = isTold ? [] : await rest.ReadAsync(Routes.ListChannels(id), DiscordJson.Default.IReadOnlyListChannel, ct);
        var known = (channels ?? []).Where(one => one.Id != changed?.Id).Concat(changed is null ? [] : [changed]).ToDictionary(one => one.Id);
        if (wanted.All(known.ContainsKey))
        {
            return (known, channels is not null);
        }

        var threads = await rest.ReadAsync(Routes.ListThreads(id), DiscordJson.Default.ThreadList, ct);
        foreach (var thread in threads?.Threads ?? [])
        {
            known.TryAdd(thread.Id, thread);
        }

        return (known, channels is not null && threads is not null);
    }

    /// <summary>Holds one channel, or lets it go on.</summary>
    /// <param name="ruling">Whose rights hold: a thread has none of its own; null when it is not known.</param>
    private async Task SettleAsync(string id, Guild guild, string bot, Channel channel, Channel? ruling, CancellationToken ct)
    {
        var address = new ChatAddress(DiscordPlatform.Name, id, channel.Id);
        if (channel.ThreadMetadata is { Locked: true })
        {
            await life.ClosedAsync(address, DeliveryReason.TopicClosed, ct);
        }
        else if (ruling is not null)
        {
            var isAllowed = Posting.IsAllowed(guild, id, ruling, bot, inThread: ruling != channel);
            await (isAllowed ? life.ReopenedAsync(address, ct) : life.ClosedAsync(address, DeliveryReason.Forbidden, ct));
        }
    }
}
