namespace Bot.Digest.Commands.Parts;

/// <summary>The time between <c>since:</c> and <c>until:</c>, both included, as the channel's clock counts it.</summary>
/// <param name="Since">First moment, null without one.</param>
/// <param name="Before">First moment that is too late, null without one.</param>
internal readonly record struct Period(DateTimeOffset? Since, DateTimeOffset? Before)
{
    public static Period Of(CommandCall call) => new(
        call.Moment("since") is { } since ? call.StartOf(since.From) : null,
        call.Moment("until") is { } until ? call.StartOf(until.To.AddDays(1)) : null);
}
