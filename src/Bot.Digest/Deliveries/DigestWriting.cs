using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Deliveries;

/// <summary>Turns due digests into messages of their platforms. What cannot be written now stays planned and is tried again.</summary>
/// <param name="onDefect">Told of an exception that kept a channel's digest from being written; the other channels go on.</param>
public sealed class DigestWriting(
    IDigestSlots slots, NewsDesk desk, IEnumerable<IChatPlatform> platforms, TimeProvider clock, Action<ChannelId, Exception> onDefect)
{
    /// <summary>Channels of one transaction: some hundred milliseconds of write lock.</summary>
    private const int BatchSize = 500;

    /// <summary>What was told longer ago is no repetition any more: a story lives two weeks (the live window's longest).</summary>
    internal static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    /// <summary>Composes all digests that are planned and due now. One moment for all: so they have the same news, and tomorrow again.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var news = new ChannelNews(desk, now);
        var left = new HashSet<ChannelId>();
        while (true)
        {
            var waiting = (await slots.WaitingAsync(_platforms.Keys, now, BatchSize + left.Count, ct)).Where(channel => !left.Contains(channel.Channel)).ToList();
            if (waiting.Count == 0)
            {
                return;
            }

            var told = await slots.ToldAsync([.. waiting.Select(channel => channel.Channel)], now - Remembered, ct);
            var digests = new List<ComposedDigest>();
            foreach (var channel in waiting)
            {
                if (await TryAsync(channel, news, [.. told[channel.Channel]], now, ct) is { } written)
                {
                    digests.AddRange(written);
                }
                else
                {
                    left.Add(channel.Channel);
                }
            }

            await slots.ComposeAsync(digests, now, ct);
        }
    }

    /// <summary>What becomes of the channel's slots now; null when it cannot be written now.</summary>
    private async Task<IReadOnlyList<ComposedDigest>?> TryAsync(
        WaitingChannel channel, ChannelNews news, IReadOnlyList<EditionId> told, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            var wanted = channel.Subscriptions.Where(one => one.Standing == SubscriptionStanding.Active && !(one.Schedule.PausedUntil > now)).ToDictionary(one => one.Id);
            var planned = channel.Slots.ToLookup(slot => wanted.ContainsKey(slot.Subscription));
            var stopped = planned[false].Select(slot => Skipped(channel.Channel, new DueDigest(slot, [], [], IsLate: false, null), SkipReason.Stopped));
            return CatchUp.Of(planned[true], now) is [var due, ..]
                ? [.. stopped, await WriteAsync(new ChannelOrder(wanted[due.Carrier.Subscription], channel.Reader, due, told, channel.Corrections), news, ct)]
                : [.. stopped];
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            onDefect(channel.Channel, defect);
            return null;
        }
    }

    private static ComposedDigest Skipped(ChannelId channel, DueDigest due, SkipReason reason) =>
        new(channel, due.Carrier, [], reason, IsSilent: false, due.Merged, due.Skipped, ToldEdition.Nothing);

    private async Task<ComposedDigest> WriteAsync(ChannelOrder order, ChannelNews news, CancellationToken ct)
    {
        var (subscription, due) = (order.Subscription, order.Due);

        // Flows into the words of the reply and ends with this method.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = InterfaceLanguages.Of(subscription.Wish.Language);
        var zone = FoundZone.Of(subscription.Schedule.Zone, subscription.ZoneOffset).Zone;
        var empty = Skipped(subscription.Channel, due, SkipReason.Empty);
        return await news.TellAsync(order, zone, _platforms[subscription.Address.Platform], ct) is { } digest
            ? empty with
            {
                Skip = null,
                Messages = digest.Messages,
                IsSilent = subscription.Schedule.Quiet?.Cover(due.Carrier.Slot.Due, zone) ?? false,
                Edition = digest.Edition,
                Shown = digest.Shown,
                Corrections = digest.Shown is null ? [] : order.Corrections,
            }
            : empty;
    }
}
