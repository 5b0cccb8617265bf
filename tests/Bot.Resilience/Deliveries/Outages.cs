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

    private static readonly TimeSpan[] Steps = [TimeSpan.FromHours(1), TimeSpan.FromHours(-1), TimeSpan.FromDays(1), TimeSpan.FromDays(-1)];

    private readonly Dictionary<string, object> _figures = [];
    private bool _holdsGood = true;

    public async Task<RunReport> RunAsync()
    {
        await channels.GoOnAsync();
        await Drain.ToEndAsync(channels, standIn);
        foreach (var time in Away)
        {
            await TryAsync($"away for {time.TotalHours.ToString(CultureInfo.InvariantCulture)} h", time);
        }

        foreach (var step in Steps)
        {
            await TryAsync($"clock put {(step > TimeSpan.Zero ? "forward" : "back")} by {step.Duration().TotalHours.ToString(CultureInfo.InvariantCulture)} h", step);
        }

        await RefuseSecondAsync();
        var accounts = await Accounts.DrawAsync(channels, standIn);
        _figures["problems"] = accounts.Problems;
        return new RunReport(_holdsGood && accounts.Problems.Count == 0, _figures) { LastLine = accounts.Line(kills: 0) };
    }

    private async Task TryAsync(string what, TimeSpan time)
    {
        var before = await PostedAsync();
        await channels.PublishAsync();
        channels.Move(time);
        await Drain.ToEndAsync(channels, standIn);
        var posted = await PostedAsync() - before;
        _figures[$"digests posted, {what}"] = posted;
        _holdsGood &= posted <= channels.Count;
    }

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
