namespace Bot.Digest.Reading.Visits;

/// <summary>
/// A move that a server says is for good (301, 308), watched until it is believed: captive portals, expired domains and mistakes
/// say so too, and take it back.
/// </summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Times">How often in a row it was seen.</param>
/// <param name="Since">When it was seen first.</param>
public sealed record SeenMove(Uri Target, int Times, DateTimeOffset Since)
{
    /// <summary>Seen on three visits over two days (rachelbythebay, FreshRSS): a mistake is found within a weekday or two.</summary>
    private const int EnoughTimes = 3;

    private static readonly TimeSpan LongEnough = TimeSpan.FromDays(2);

    /// <summary>What is known after one more visit that brought a document.</summary>
    /// <param name="before">What was known; null when no move was seen.</param>
    /// <param name="movedTo">Where this visit was led for good; null when it was not.</param>
    public static SeenMove? After(SeenMove? before, Uri? movedTo, DateTimeOffset now) =>
        movedTo is null ? null
            : movedTo == before?.Target ? before with { Times = before.Times + 1 }
            : new(movedTo, 1, now);

    /// <summary>Whether the source's address may be rewritten, provided that the target is the same document.</summary>
    public bool IsBelieved(DateTimeOffset now) => Times >= EnoughTimes && now - Since >= LongEnough;
}
