using System.Diagnostics;
using System.Globalization;
using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>
/// Kills the whole program again and again while digests of many channels are due, at named and at random moments, then lets it finish and accounts for
/// every digest that was ever due.
/// </summary>
internal sealed class KillRun(IStandIn standIn, DueChannels channels, int kills, int seed)
{
    /// <summary>A named moment that has not come so long after the program serves has nothing left to come from.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(20);

    /// <summary>A random kill falls between the moment when the program serves and this much later.</summary>
    private static readonly TimeSpan LongestRandomLife = TimeSpan.FromSeconds(3);

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, int> _counts = Enum.GetNames<Moment>().ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
    private int _betweenIntentAndEnd;
    private int _withNothingPending;

    /// <summary>Kills that each named moment has to have at least; five of two hundred.</summary>
    private int LeastOfEach => Math.Max(1, kills / 40);

    /// <summary>What stays for later lives: a kill counts only while something is pending.</summary>
    private int Reserve => Math.Max(10, channels.Count * 3 / 10);

    public async Task<RunReport> RunAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await channels.GoOnAsync();
        for (var counted = 0; counted < kills;)
        {
            var open = await channels.OpenAsync();
            if (open.Left < Reserve || channels.Rounds <= counted * LeastOfEach / kills)
            {
                await GoOnAsync();
                open = await channels.OpenAsync();
            }

            var name = await LiveAsync(open);
            var left = await channels.OpenAsync();
            if (left.Left == 0)
            {
                _withNothingPending++;
                continue;
            }

            counted++;
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{counted} of {kills}: {name}, {left}"));
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
            _betweenIntentAndEnd += left.Sending > 0 ? 1 : 0;
        }

        await Drain.ToEndAsync(channels, standIn);
        return await ReportAsync(Stopwatch.GetElapsedTime(began));
    }

    /// <summary>
    /// The next time at which all are due. Where keys are good for minutes, what was on its way ends before: hours later its key would be good no more.
    /// </summary>
    private async Task GoOnAsync()
    {
        if (standIn.KeyLife is not null)
        {
            await Drain.ToEndAsync(channels, standIn);
        }

        await channels.GoOnAsync();
    }

    /// <summary>One life of the program.</summary>
    /// <returns>How it was killed.</returns>
    private async Task<string> LiveAsync(OpenWork open)
    {
        var crash = Choose(open, await HasPartsAsync());
        using var host = TriedHost.Start(channels.Folder, standIn, channels.Clock, crash);
        var serves = await host.ServesAsync();
        if (crash is null)
        {
            if (!serves)
            {
                throw new InvalidOperationException("The program did not start.");
            }

            await Task.Delay(_random.NextDouble() * LongestRandomLife, CancellationToken.None);
            await host.KillAsync();
        }
        else if (!await host.EndsWithinAsync(LongestLife))
        {
            await host.KillAsync();
            return "Random";
        }

        return crash?.Moment.ToString() ?? "Random";
    }

    /// <summary>Where one message holds a whole digest nothing comes between its messages.</summary>
    private async Task<bool> HasPartsAsync() =>
        (await channels.ReadAsync<bool>("select exists (select 1 from deliveries d join deliveries e on e.slot_id = d.slot_id and e.part > d.part)"))[0];

    /// <summary>A named moment that can come now, those first that came seldom, or none: then the kill falls at random.</summary>
    private (Moment Moment, int Nth)? Choose(OpenWork open, bool hasParts)
    {
        Moment[] possible = open switch
        {
            { Due: > 0 } when _counts[nameof(Moment.Planned)] <= _counts[nameof(Moment.Composed)] => [Moment.Planned],
            { Due: > 0 } => [Moment.Composed],
            { Planned: > 0 } => [Moment.Composed],
            _ when hasParts => [Moment.Intended, Moment.Written, Moment.Answered, Moment.Ended, Moment.BetweenParts],
            _ => [Moment.Intended, Moment.Written, Moment.Answered, Moment.Ended],
        };
        var moment = possible.MinBy(one => _counts[one.ToString()]);
        return _counts[moment.ToString()] < LeastOfEach || _random.NextDouble() < 0.4 ? (moment, _random.Next(1, Highest(moment) + 1)) : null;
    }

    /// <summary>The last occurrence of a moment that a life is sure to have.</summary>
    private int Highest(Moment moment) => moment switch
    {
        Moment.Planned => 1,
        Moment.Composed => Math.Max(1, channels.Count / 500),
        Moment.Intended or Moment.BetweenParts => Math.Max(1, channels.Count / 50),
        _ => Math.Max(1, channels.Count / 20),
    };

    private async Task<RunReport> ReportAsync(TimeSpan took)
    {
        var accounts = await Accounts.DrawAsync(channels, standIn);
        accounts.DemandTold([.. Enumerable.Range(1, channels.Rounds).SelectMany(InventedNews.Headlines)], channels.Count);
        var (uncertain, arrived) = accounts.UncertainMessages;
        var hasParts = await HasPartsAsync();
        var mostUncertain = kills * standIn.MostOnTheirWay;
        var figures = new Dictionary<string, object>
        {
            ["channels"] = channels.Count,
            ["times due"] = channels.Rounds,
            ["requests to post"] = standIn.Seen().Count,
            ["kills with nothing pending, not counted"] = _withNothingPending,
            ["kills with messages between sending and sent"] = _betweenIntentAndEnd,
            ["messages that may be on their way at a moment"] = standIn.MostOnTheirWay,
            ["uncertain messages at most, by that and the kills"] = mostUncertain,
            ["uncertain messages"] = uncertain,
            ["of these that had arrived"] = arrived,
            ["seconds"] = Math.Round(took.TotalSeconds),
            ["complaints of the platform"] = standIn.Complaints,
            ["problems"] = accounts.Problems,
        };
        foreach (var (name, count) in _counts)
        {
            figures[string.Create(CultureInfo.InvariantCulture, $"kills at {name}")] = count;
        }

        var isWhole = Enum.GetValues<Moment>().All(moment => _counts[moment.ToString()] >= LeastOfEach || (moment == Moment.BetweenParts && !hasParts)) && _betweenIntentAndEnd >= kills / 4;
        return new RunReport(isWhole && accounts.Problems.Count == 0 && standIn.Complaints.Count == 0 && uncertain <= mostUncertain, figures) { LastLine = accounts.Line(kills) };
    }
}
