using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Follows;

/// <summary>
/// Turns what came of followed people, topics and stories into posts: at once for the first, then at most one in the time that the channel
/// chose, and none in its quiet hours: what comes in them is told together when they end.
/// </summary>
/// <param name="onDefect">Told of an exception that kept a post from being written; the other follows go on.</param>
public sealed class FollowWriting(
    IFollows follows, IDigestSlots slots, FollowNews news, IEnumerable<IChatPlatform> platforms, TimeProvider clock, Action<SubscriptionId, Exception> onDefect)
{
    /// <summary>Digests that are due wait behind this; follows beyond it are looked at the next time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    /// <summary>The follow that was looked at last: the next time begins behind it.</summary>
    private long _last;

    /// <summary>Writes the posts for which there is news now, of as many follows as there is time for.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var (now, began, reading) = (clock.GetUtcNow(), clock.GetTimestamp(), news.Read());
        foreach (var waiting in (await follows.WaitingAsync(now, ct)).OrderBy(one => one.Follow.Order.Id.Value <= _last))
        {
            if (clock.GetElapsedTime(began) > Longest)
            {
                return;
            }

            _last = waiting.Follow.Order.Id.Value;
            try
            {
                await WriteAsync(reading, waiting, now, ct);
            }
            catch (Exception defect) when (defect is not OperationCanceledException)
            {
                onDefect(waiting.Follow.Order.Id, defect);
            }
        }
    }

    private async Task WriteAsync(FollowReading reading, WaitingFollow waiting, DateTimeOffset now, CancellationToken ct)
    {
        var order = waiting.Follow.Order;
        if (waiting.Follow.IsGone)
        {
            await follows.EndGoneAsync(order.Id, ct);
            return;
        }

        var zone = FoundZone.Of(order.Schedule.Zone, order.ZoneOffset).Zone;
        if (!_platforms.TryGetValue(order.Address.Platform, out var platform) || order.Schedule.Quiet?.Cover(now, zone) == true)
        {
            return;
        }

        // Flows into the words of the post and ends with this method.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = InterfaceLanguages.Of(order.Wish.Language);
        var call = ChannelNews.CallOf(order, zone, now);
        var told = (await slots.ToldAsync([order.Channel], now - DigestWriting.Remembered, ct))[order.Channel].ToList();
        if (await news.FindAsync(reading, waiting, told, call, ct) is { } found)
        {
            // Read for each: what the post before told is told no more.
            var corrections = await follows.UntoldAsync(order.Channel, ct);
            var post = Post(waiting.Follow, found, corrections, call);
            await follows.PostAsync(
                new FollowPost(waiting.Follow, platform.Render(post, CultureInfo.CurrentUICulture), found.Edition, Shown(post, found.Lines), corrections), now, ct);
        }
    }

    /// <summary>What stands in a post, below its heading.</summary>
    private static ShownDigest Shown(Reply post, IReadOnlyList<DigestLine> lines) => new(
        post,
        CultureInfo.CurrentUICulture.Name,
        [.. lines.Index().SelectMany(line => line.Item.Shown(line.Index + 1)).Select(item => item with { Number = 0 })]);

    private static Reply Post(Follow follow, FollowedNews found, IReadOnlyList<UntoldCorrection> corrections, CommandCall call) => new()
    {
        Blocks =
        [
            new Heading(follow.Target.Words, FollowWords.New(found.Count)),
            .. found.Lines.Select(line => line.Block),
            .. CorrectionLines.Foot(corrections, call),
        ],
        Buttons =
        [
            [
                .. follow.Target.Kind == FollowKind.Story ? [StoryLines.Button(new StoryId(follow.Target.Id!.Value))] : Array.Empty<Button>(),
                new Button(FollowWords.ButtonUnfollow, CommandText.Of(UnfollowCommand.Name, SubscriptionLines.Number(follow.Order))),
                .. DigestBlocks.Wrong(found.Lines),
            ],
        ],
    };
}
