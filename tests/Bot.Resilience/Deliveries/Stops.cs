using System.Diagnostics;
using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>The program is told to stop while messages are on their way, to a platform that answers slowly and to one that hardly answers at all.</summary>
internal sealed class Stops(IStandIn standIn, DueChannels channels)
{
    /// <summary>An operator, and whatever supervises the program, waits no longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan[] Answers = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(25)];

    public async Task<RunReport> RunAsync()
    {
        var figures = new Dictionary<string, object>();
        var holdsGood = true;
        await channels.GoOnAsync();
        foreach (var answer in Answers)
        {
            await standIn.FailAsync(new Faults { Answer = answer });
            var (took, exit) = await StopInFlightAsync();
            var open = await channels.OpenAsync();
            figures[$"answers after {answer.TotalSeconds} s: seconds to stop"] = Math.Round(took.TotalSeconds, 1);
            figures[$"answers after {answer.TotalSeconds} s: left"] = open.ToString();
            holdsGood &= took < Longest && exit == 0 && open.Sending == 0 && open.Left > 0;
        }

        await standIn.FailAsync(new Faults());
        await Drain.ToEndAsync(channels, standIn);
        var accounts = await Accounts.DrawAsync(channels, standIn);
        accounts.DemandTold([.. InventedNews.Headlines(1)], channels.Count);
        figures["problems"] = accounts.Problems;
        return new RunReport(holdsGood && accounts.Problems.Count == 0, figures) { LastLine = accounts.Line(kills: 0) };
    }

    /// <summary>SIGTERM as soon as the platform has seen a message that was not answered yet.</summary>
    private async Task<(TimeSpan Took, int? Exit)> StopInFlightAsync()
    {
        var before = standIn.Seen().Count;
        using var host = TriedHost.Start(channels.Folder, standIn, channels.Clock);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (standIn.Seen().Count == before)
        {
            await Task.Delay(20, patience.Token);
        }

        var told = Stopwatch.GetTimestamp();
        await host.StopAsync();
        return (Stopwatch.GetElapsedTime(told), host.ExitCode);
    }
}
