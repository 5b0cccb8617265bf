using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>
/// All channels are served twice: calmly, and while the platform puts off one of them again and again. The pace must be what the platform documents, nothing
/// may be sent to a channel that was told to wait, and the other channels must not feel it.
/// </summary>
internal sealed class Storm(IStandIn standIn, DueChannels channels, double messagesASecond, TimeSpan channelGap)
{
    private const double MostAdded = 0.1;

    /// <summary>What the pace lets be made up for when the program was late, of one second.</summary>
    private const int Burst = 3;

    private static readonly TimeSpan Ban = TimeSpan.FromSeconds(3);

    public async Task<RunReport> RunAsync()
    {
        var banned = standIn.Channel(1).Channel;
        var calm = await ServeAsync(new Faults());
        var stormy = await ServeAsync(new Faults { Banned = banned, BannedFor = Ban });
        var (before, after) = (Percentile95(calm, banned), Percentile95(stormy, banned));
        var seen = standIn.Seen();
        var sent = await channels.ReadAsync<Sent>("select channel_id as Channel, first_sent_at as At from deliveries order by first_sent_at");
        var inOneSecond = sent.Index().Max(one => sent.Skip(one.Index).TakeWhile(other => other.At < one.Item.At + 1_000).Count());
        var closest = sent.GroupBy(one => one.Channel).SelectMany(channel => channel.Zip(channel.Skip(1), (one, next) => next.At - one.At)).Min();
        var early = seen.Count(post => post.End == SeenEnd.TooEarly);
        var accounts = await Accounts.DrawAsync(channels, standIn);
        var holdsGood = early == 0 && after <= before * (1 + MostAdded) && inOneSecond <= messagesASecond + Burst && closest >= channelGap.TotalMilliseconds;
        return new RunReport(holdsGood && accounts.Problems.Count == 0, new Dictionary<string, object>
        {
            ["messages"] = sent.Count,
            ["most messages in any second, of so many that may be"] = $"{inOneSecond} of {messagesASecond}",
            ["least milliseconds between two messages to a channel, of so many that have to be"] = $"{closest} of {channelGap.TotalMilliseconds}",
            ["requests put off"] = seen.Count(post => post.End == SeenEnd.PutOff),
            ["requests before the time that was asked for"] = early,
            ["95th percentile of the other channels' delay, calm, s"] = Math.Round(before, 2),
            ["95th percentile of the other channels' delay, storm, s"] = Math.Round(after, 2),
            ["problems"] = accounts.Problems,
        })
        {
            LastLine = accounts.Line(kills: 0),
        };
    }

    /// <summary>Lets one round be served, the channel that is put off at last too.</summary>
    /// <returns>The requests of the round.</returns>
    private async Task<IReadOnlyList<SeenPost>> ServeAsync(Faults faults)
    {
        var before = standIn.Seen().Count;
        await standIn.FailAsync(faults);
        await channels.GoOnAsync();
        await Drain.ToAsync(channels, standIn, open => open.Left <= (faults.Banned is null ? 0 : 1));
        await standIn.FailAsync(new Faults());
        await Drain.ToEndAsync(channels, standIn);
        return [.. standIn.Seen().Skip(before)];
    }

    /// <summary>Seconds from the first request of all to the last message of a channel.</summary>
    private static double Percentile95(IReadOnlyList<SeenPost> seen, string without)
    {
        var first = seen.Min(post => post.At);
        var delays = seen.Where(post => post.End == SeenEnd.Taken && post.To.Channel != without)
            .GroupBy(post => post.To.Channel, (_, posts) => (posts.Max(post => post.At) - first).TotalSeconds)
            .Order()
            .ToList();
        return delays[(int)(delays.Count * 0.95)];
    }

    private sealed class Sent
    {
        public long Channel { get; init; }

        public long At { get; init; }
    }
}
