using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>All channels are due at once and nothing fails: it takes as long as the pace of the platform says, and the platform never has to say that it is too much.</summary>
/// <param name="messagesASecond">What the program may send to the platform.</param>
internal sealed class DrainRun(IStandIn standIn, DueChannels channels, double messagesASecond)
{
    private const double MostOff = 0.1;

    public async Task<RunReport> RunAsync()
    {
        await channels.GoOnAsync();
        await Drain.ToEndAsync(channels, standIn);
        var seen = standIn.Seen();
        var taken = seen.Count(post => post.End == SeenEnd.Taken);
        var took = (seen[^1].At - seen[0].At).TotalSeconds;
        var arithmetic = (taken - 1) / messagesASecond;
        var tooMuch = seen.Count(post => post.End is SeenEnd.PutOff or SeenEnd.TooEarly);
        var accounts = await Accounts.DrawAsync(channels, standIn);
        var figures = new Dictionary<string, object>
        {
            ["channels"] = channels.Count,
            ["messages"] = taken,
            ["messages a second that may be sent"] = messagesASecond,
            ["seconds by arithmetic"] = Math.Round(arithmetic, 1),
            ["seconds from the first request to the last"] = Math.Round(took, 1),
            ["messages of each five seconds"] = string.Join(' ', seen.GroupBy(post => (int)(post.At - seen[0].At).TotalSeconds / 5).OrderBy(five => five.Key).Select(five => five.Count())),
            ["answers that it was too much"] = tooMuch,
            ["complaints of the platform"] = standIn.Complaints,
            ["problems"] = accounts.Problems,
        };
        return new RunReport(Math.Abs(took - arithmetic) <= arithmetic * MostOff && tooMuch == 0 && accounts.Problems.Count == 0 && standIn.Complaints.Count == 0, figures)
        {
            LastLine = accounts.Line(kills: 0),
        };
    }
}
