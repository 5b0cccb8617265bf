using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Timelines;

namespace Bot.Digest.Commands.Parts;

/// <summary>The lines of a timeline: the day, what happened, who printed it; gaps, disagreements and plans told apart.</summary>
internal static class TimelineBlocks
{
    private const int MostOutlets = 3;

    public static IEnumerable<Block> Happened(IReadOnlyList<TimelineEntry> entries, DateOnly today)
    {
        foreach (var entry in entries)
        {
            if (entry.QuietDaysBefore > 0)
            {
                yield return new Note(Words.QuietDays(entry.QuietDaysBefore));
            }

            yield return Entry(entry, today);
        }
    }

    public static IEnumerable<Block> Planned(IReadOnlyList<TimelineEntry> entries, DateOnly today) => entries.Count == 0
        ? []
        : [new Section(Words.PlannedTitle), .. entries.Select(entry => Entry(entry, today))];

    private static Entry Entry(TimelineEntry entry, DateOnly today) => entry.Claims.Count > 0
        ? new Entry(
            [new Strong(Words.Disputed(string.Join(Words.Or, entry.Claims.Select(claim => When(claim.From, claim.To, claim.Precision, today)))))],
            entry.Told.Sentence,
            Claims(entry.Claims, today))
        : new Entry([new Strong(When(entry.From, entry.To, entry.Precision, today))], entry.Told.Sentence, Outlets(entry.Sources));

    /// <summary>"13 May: The Norrmark Post; 14 May: Radio Lind".</summary>
    private static RichText Claims(IReadOnlyList<DateClaim> claims, DateOnly today) =>
    [
        .. claims.SelectMany((claim, index) => (Inline[])
        [
            new Subtle((index > 0 ? "; " : string.Empty) + When(claim.From, claim.To, claim.Precision, today) + ": "),
            .. Outlets(claim.Sources),
        ]),
    ];

    /// <summary>The first outlets as links, and how many more there are.</summary>
    public static RichText Outlets(IReadOnlyList<Citation> sources)
    {
        var nodes = new List<Inline>();
        foreach (var source in sources.Take(MostOutlets))
        {
            if (nodes.Count > 0)
            {
                nodes.Add(new Subtle(", "));
            }

            nodes.Add(Citations.Outlet(source));
        }

        if (sources.Count > MostOutlets)
        {
            nodes.Add(new Subtle(" " + Words.MoreOutlets(sources.Count - MostOutlets)));
        }

        return [.. nodes];
    }

    private static string When(DateOnly from, DateOnly to, DatePrecision precision, DateOnly today) => precision switch
    {
        DatePrecision.Day when from == to => DayWords.ShortWeekday(from, today),
        DatePrecision.Day => Words.FromTo(DayWords.Of(from, today), DayWords.Of(to, today)),
        DatePrecision.Week => Words.WeekOf(DayWords.Of(from, today)),
        DatePrecision.Month => from.ToString(Words.MonthPattern, CultureInfo.CurrentCulture),
        DatePrecision.Quarter => Words.Quarter((from.Month + 2) / 3, from.Year),
        _ => from.Year == to.Year
            ? from.Year.ToString(CultureInfo.InvariantCulture)
            : Words.FromTo(from.Year.ToString(CultureInfo.InvariantCulture), to.Year.ToString(CultureInfo.InvariantCulture)),
    };
}
