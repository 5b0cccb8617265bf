using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Deliveries;

/// <summary>A digest for a channel, in its platform's own form.</summary>
/// <param name="Edition">What it tells.</param>
public sealed record ChannelDigest(IReadOnlyList<string> Messages, ToldEdition Edition)
{
    /// <summary>What stands in it; null for nothing that could be wrong.</summary>
    public ShownDigest? Shown { get; init; }
}

/// <summary>A digest that is due for a channel.</summary>
/// <param name="Reader">As whom its news is read.</param>
/// <param name="Told">What the channel was told lately.</param>
/// <param name="Corrections">What it is to be told of earlier digests.</param>
internal sealed record ChannelOrder(
    Subscription Subscription, CommunityId Reader, DueDigest Due, IReadOnlyList<EditionId> Told, IReadOnlyList<UntoldCorrection> Corrections);

/// <summary>What is new for channels since their last digests, at one moment: what one was told is kept for the others that want the same.</summary>
internal sealed class ChannelNews(NewsDesk desk, DateTimeOffset now)
{
    /// <summary>Kept news; some ten kilobytes each. Channels that are all different need none of it twice.</summary>
    private const int MostKept = 2_000;

    /// <summary>Of a first digest, and of news that came late to the archive.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>After so long without news a channel is told that nobody has forgotten it.</summary>
    private static readonly TimeSpan SignOfLife = TimeSpan.FromDays(7);

    private readonly NewsReading _reading = desk.Read();
    private readonly Dictionary<NewsOrder, ComposedNews> _kept = [];

    /// <summary>The digest that is due, in the words of the present culture; null when there is nothing to tell.</summary>
    public async Task<ChannelDigest?> TellAsync(ChannelOrder channel, TimeZoneInfo zone, IChatPlatform platform, CancellationToken ct)
    {
        var (subscription, due) = (channel.Subscription, channel.Due);
        var call = CallOf(subscription, zone, now);
        var period = NewsPeriod.From(due.OnlySince ?? subscription.LastDigest ?? due.Carrier.Slot.Due - Day, call);
        if (due.OnlySince is null && subscription.LastDigest is not null)
        {
            // Published before the last digest and read after it: else no digest would ever tell it.
            period = period with { Period = period.Period with { Late = Day } };
        }

        var news = await NewsAsync(channel, period, ct);
        if (news.Stories == 0)
        {
            var isLong = now - (subscription.LastDigest ?? subscription.Made) >= SignOfLife;
            var sign = Reply.Ok(new Paragraph(DeliveryWords.StillHere(MomentWords.Of(period.Asked, call))));
            return isLong ? new ChannelDigest(platform.Render(sign, CultureInfo.CurrentUICulture), ToldEdition.Nothing) : null;
        }

        // By its words: the corrections of each channel have numbers of their own, and what was wrong in one digest was told to thousands.
        var foot = CorrectionLines.Foot(channel.Corrections, call).ToList();
        var delivered = new Delivered(platform.Name, zone.Id, period.Asked, Delay(due), string.Join('\n', foot.Select(note => note.Text)));
        if (!news.Worded.TryGetValue(delivered, out var worded))
        {
            news.Worded[delivered] = worded = Worded(news, period, delivered.Delay, foot, platform, call);
        }

        return new ChannelDigest(worded.Messages, news.Edition) { Shown = worded.Shown };
    }

    private async Task<ComposedNews> NewsAsync(ChannelOrder channel, NewsPeriod period, CancellationToken ct)
    {
        var order = new NewsOrder(channel.Reader, channel.Subscription.Wish, period.Period, string.Join(' ', channel.Told.Select(edition => edition.Value)));
        if (!_kept.TryGetValue(order, out var news))
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[order] = news = await desk.ComposeAsync(_reading, order, channel.Told, now, ct);
        }

        return news;
    }

    /// <summary>The channel asks by itself: in its own words and by its own clock.</summary>
    internal static CommandCall CallOf(Subscription subscription, TimeZoneInfo zone, DateTimeOffset now) => new()
    {
        Chat = subscription.Address,
        Community = subscription.Community,
        User = "",
        Access = Access.Everyone,
        Zone = zone,
        Now = TimeZoneInfo.ConvertTime(now, zone),
    };

    private static WordedNews Worded(
        ComposedNews news, NewsPeriod period, string? delay, IReadOnlyList<Note> corrections, IChatPlatform platform, CommandCall call)
    {
        IReadOnlyList<Block> head =
            [.. DigestBlocks.Head(period, StoryWords.StoryCount(news.Stories), call), .. delay is null ? Array.Empty<Block>() : [new Note(delay)]];
        var reply = new Reply
        {
            Blocks =
            [
                .. head,
                .. news.Lines.Select(line => line.Block),
                .. corrections,
                .. SourceNotices.Foot(news.Notices, call),
            ],
            Buttons =
            [
                [
                    new Button(Words.ButtonLatest, CommandText.Of(LatestCommand.Name)),
                    new Button(DeliveryWords.ButtonSubscriptions, CommandText.Of(SubscriptionsCommand.Name)),
                    new Button(WhyWords.Button, CommandText.Of(WhyCommand.Name)),
                    .. DigestBlocks.Wrong(news.Lines),
                ],
            ],
        };
        var items = news.Lines.Index().SelectMany(line => line.Item.Shown(head.Count + line.Index));
        return new WordedNews(platform.Render(reply, CultureInfo.CurrentUICulture), new ShownDigest(reply, CultureInfo.CurrentUICulture.Name, [.. items]));
    }

    /// <summary>What a digest that comes late says about itself.</summary>
    private static string? Delay(DueDigest due) => due switch
    {
        { Skipped.Count: > 0 } => DeliveryWords.Skipped(due.Skipped.Count),
        { Merged.Count: > 0 } => DeliveryWords.Merged(due.Merged.Count + 1),
        { IsLate: true } => DeliveryWords.Late,
        _ => null,
    };
}
