using System.Globalization;
using Bot.Digest.Ports;
using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>
/// The program is away for an hour, a day and an hour, and eight days; its clock is put forward and back by an hour and by a day; a second one is started
/// on the same folder. Every digest that was due must be explained, and no channel may get more than one after any of it.
/// </summary>
internal sealed class Outages(IStandIn standIn, DueChannels channels)
{
    private static readonly TimeSpan[] Away = [TimeSpan.FromHours(1), TimeSpan.FromHours(25), TimeSpan.FromDays(8)];

    private static readonly TimeSpan[] Steps = [TimeSpan.FromHours(1), TimeSpan.FromDays(1)];

    private readonly Dictionary<string, object> _figures = [];
    private bool _holdsGood = true;

    public async Task<RunReport> RunAsync()
    {
        await channels.GoOnAsync();
        await Drain.ToEndAsync(channels, standIn);
        foreach (var time in Away)
        {
            channels.GoBeforeDue();
            await TryAsync($"away for {Hours(time)}", time, expected: channels.Count);
        }

        foreach (var step in Steps)
        {
            channels.GoBeforeDue();
            await TryAsync($"clock put forward by {Hours(step)}", step, expected: channels.Count);
            await TryAsync($"clock put back by {Hours(step)}", -step, expected: 0);
            await TryAsync($"the same {Hours(step)} once more", step, expected: 0);
        }

        await RefuseSecondAsync();
        var accounts = await Accounts.DrawAsync(channels, standIn);
        _figures["problems"] = accounts.Problems;
        return new RunReport(_holdsGood && accounts.Problems.Count == 0, _figures) { LastLine = accounts.Line(kills: 0) };
    }

    private async Task TryAsync(string what, TimeSpan time, int expected)
    {
        var before = await PostedAsync();
        channels.Move(time);
        await channels.PublishAsync();
        await Drain.ToEndAsync(channels, standIn);
        var posted = await PostedAsync() - before;
        _figures[$"digests posted, {what}"] = posted;
        _holdsGood &= posted == expected;
    }

    private static string Hours(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours} h");

    private async Task<long> PostedAsync() =>
        (await channels.ReadAsync<long>($"select count(*) from slots where state in ({(int)SlotState.Sent}, {(int)SlotState.Uncertain})"))[0];

    private async Task RefuseSecondAsync()
    {
        using var first = TriedHost.Start(channels.Folder, standIn, channels.Clock);
        var serves = await first.ServesAsync();
        using var second = TriedHost.Start(channels.Folder, standIn, channels.Clock);
        var refuses = !await second.ServesAsync() && await second.EndsWithinAsync(TimeSpan.FromSeconds(10)) && second.ExitCode == 1;
        await first.StopAsync();
        _figures["a second program on the same folder refuses"] = serves && refuses;
        _holdsGood &= serves && refuses;
    }
}
