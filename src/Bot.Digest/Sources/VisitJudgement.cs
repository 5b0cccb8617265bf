using Bot.Digest.Ports;

namespace Bot.Digest.Sources;

/// <summary>
/// Whether what a visit brought is what the source always was. A login page, a parked domain, an emptied document, known articles under new
/// identities, or more new ones than any newsroom writes: then nothing is taken over.
/// </summary>
public static class VisitJudgement
{
    /// <summary>New items that one visit may bring; what a day's paper holds.</summary>
    public const int MostNew = 50;

    /// <summary>New items that a source may bring in a day in UTC.</summary>
    public const int MostNewADay = 500;

    /// <summary>So many visits in a row make a doubt: one may meet a bad hour.</summary>
    public const int Strikes = 3;

    /// <summary>Fewer known items under new identities may be corrections.</summary>
    private const int FewRenamed = 3;

    /// <summary>Judges an offer.</summary>
    /// <param name="offer">Null when the document was nothing of the kind.</param>
    /// <param name="known">What is known of its items, in their order.</param>
    /// <returns>Null when it is believed.</returns>
    public static SourceDoubt? Of(Offer? offer, IReadOnlyList<KnownItem?> known, VisitMemory memory, DateTimeOffset now)
    {
        if (offer is null || (offer.Items.Count == 0 && memory.ItemsOffered > 0))
        {
            return SourceDoubt.NoItems;
        }

        var renamed = known.Count(item => item is { By: not KnownBy.Identity });
        if (renamed >= FewRenamed && renamed * 2 > offer.Items.Count)
        {
            return SourceDoubt.RenamedItems;
        }

        var fresh = offer.Items.Zip(known).Count(pair => pair.Second is null && !pair.First.IsWithdrawn);
        var isFlood = memory.Doubt == SourceDoubt.Flood ? fresh > MostNew : fresh > 0 && Allowance(memory, now) == 0;
        return isFlood ? SourceDoubt.Flood : null;
    }

    /// <summary>New items that may be taken now.</summary>
    public static int Allowance(VisitMemory memory, DateTimeOffset now) =>
        Math.Clamp(MostNewADay - (memory.Day == Today(now) ? memory.NewItems : 0), 0, MostNew);

    internal static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
