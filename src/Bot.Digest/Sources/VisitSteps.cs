using Bot.Digest.Ports;
using Bot.Digest.Reading.Visits;

namespace Bot.Digest.Sources;

/// <summary>What is remembered after each way in which a visit may end.</summary>
public static class VisitSteps
{
    /// <summary>A server may answer "not modified" for ever (a known bug of some); the whole document is asked for once a week.</summary>
    private static readonly TimeSpan WholeEvery = TimeSpan.FromDays(7);

    /// <summary>What to send with the request; null to ask for the whole document.</summary>
    public static Validators? ToSend(VisitMemory memory, DateTimeOffset now) =>
        memory.AskedWholeAt is { } whole && now - whole < WholeEvery ? memory.Validators : null;

    /// <summary>There was no document.</summary>
    public static VisitMemory Failed(VisitMemory memory, FetchFailure reason, DateTimeOffset now) => memory with
    {
        VisitedAt = now,
        Failures = memory.Failures + 1,
        LastFailure = reason,
        IsGone = reason == FetchFailure.Gone,
        Move = null,
    };

    /// <summary>The document is as it was.</summary>
    public static VisitMemory Unchanged(VisitMemory memory, Validators? validators, Uri? movedTo, DateTimeOffset now) => Succeeded(memory, movedTo, now) with
    {
        Validators = validators,
    };

    /// <summary>The document was read and believed.</summary>
    /// <param name="taken">How many new items were taken.</param>
    /// <param name="leftOut">How many were passed over.</param>
    public static VisitMemory Believed(VisitMemory memory, Fetched document, string hash, Offer offer, int taken, int leftOut, DateTimeOffset now) =>
        Succeeded(memory, document.MovedTo, now) with
        {
            Validators = document.Validators,
            DocumentHash = hash,
            AskedWholeAt = now,
            ItemsOffered = offer.Items.Count,
            Wishes = offer.Wishes,
            Day = VisitJudgement.Today(now),
            NewItems = (memory.Day == VisitJudgement.Today(now) ? memory.NewItems : 0) + taken,
            LeftOut = memory.LeftOut + leftOut,
        };

    /// <summary>
    /// The document was not believed. Its validators are not kept: the next visit must see whether it is still so, and those of the last good
    /// copy tell at once when that is back.
    /// </summary>
    public static VisitMemory Doubted(VisitMemory memory, SourceDoubt doubt, int leftOut, DateTimeOffset now)
    {
        var strikes = memory.Strikes + 1;
        return memory with
        {
            VisitedAt = now,
            Failures = memory.Failures + 1,
            LastFailure = FetchFailure.Unexpected,
            Strikes = strikes,
            DoubtSince = memory.DoubtSince ?? now,
            Doubt = memory.Doubt ?? (strikes >= VisitJudgement.Strikes ? doubt : null),
            LeftOut = memory.LeftOut + leftOut,
            Move = null,
        };
    }

    /// <summary>Whether admins should hear of it: a doubt or an end that was not there before.</summary>
    public static bool IsNews(VisitMemory before, VisitMemory after) =>
        (before.Doubt is null && after.Doubt is not null) || (!before.IsGone && after.IsGone);

    /// <summary>Where the source is from now on; null while it stays, and while a move is not yet believed.</summary>
    public static Uri? MovedTo(VisitMemory after, Uri address, DateTimeOffset now) =>
        after is { Move: { } move, Failures: 0 } && move.IsBelieved(now) && move.Target != address ? move.Target : null;

    /// <summary>What the next visit is planned by.</summary>
    public static VisitHistory History(ClaimedSource source, VisitMemory after, TimeSpan? maxAge, TimeSpan? retryAfter) => new(source.Id.Value)
    {
        ItemsAWeek = source.ItemsAWeek,
        ItemsOffered = after.ItemsOffered,
        OffersValidators = after.Validators is not null,
        MaxAge = maxAge,
        StatedInterval = after.Wishes.Interval,
        SkippedHours = after.Wishes.Hours,
        SkippedDays = after.Wishes.Days,
        FailuresInARow = after.Failures,
        RetryAfter = retryAfter,
        IsGone = after.IsGone,
    };

    private static VisitMemory Succeeded(VisitMemory memory, Uri? movedTo, DateTimeOffset now) => memory with
    {
        VisitedAt = now,
        SucceededAt = now,
        Failures = 0,
        LastFailure = null,
        Strikes = 0,
        Doubt = null,
        DoubtSince = null,
        IsGone = false,
        Move = SeenMove.After(memory.Move, movedTo, now),
    };
}
