using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Language.Dates;
using Bot.Digest.Ports;
using Bot.Digest.Timelines;

namespace Bot.Digest.Commands.Parts;

/// <summary>The lines of a timeline: the day, what happened, who printed it; gaps, disagreements and plans told apart.</summary>
/// <param name="call">Whose zone and day the dates are told in.</param>
/// <param name="explained">Whether each date says how it was worked out.</param>
internal sealed class TimelineBlocks(CommandCall call, bool explained)
{
    private const int MostOutlets = 3;

    public IEnumerable<Block> Happened(IReadOnlyList<TimelineEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.QuietDaysBefore > 0)
            {
                yield return new Note(Words.QuietDays(entry.QuietDaysBefore));
            }

            foreach (var block in Lines(entry))
            {
                yield return block;
            }
        }
    }

    public IEnumerable<Block> Planned(IReadOnlyList<TimelineEntry> entries) => entries.Count == 0
        ? []
        : [new Section(Words.PlannedTitle), .. entries.SelectMany(Lines)];

    private IEnumerable<Block> Lines(TimelineEntry entry)
    {
        yield return entry.Claims.Count > 0
            ? new Entry(
                [new Strong(Words.Disputed(string.Join(Words.Or, entry.Claims.Select(claim => When(claim.From, claim.To, claim.Precision)))))],
                entry.Told.Sentence,
                Claims(entry.Claims))
            : new Entry([new Strong(When(entry.From, entry.To, entry.Precision))], entry.Told.Sentence, Outlets(entry.Sources));
        if (explained)
        {
            var told = entry.Told;
            var printed = DayWords.ShortWeekday(call.DayOf(told.Citation.Published), call.Today);
            yield return new Note(Words.HowDated(told.Expression, printed, Explanation(told.Rule)));
        }
    }

    private static string Explanation(string rule) => rule switch
    {
        DateRules.Stated => Words.DatedStated,
        DateRules.MonthDay => Words.DatedMonthDay,
        DateRules.Month => Words.DatedMonth,
        DateRules.WeekdayPast => Words.DatedWeekdayPast,
        DateRules.WeekdayFuture => Words.DatedWeekdayFuture,
        DateRules.WeekdayShifted => Words.DatedWeekdayShifted,
        DateRules.RelativeDay => Words.DatedRelativeDay,
        DateRules.RelativePeriod => Words.DatedRelativePeriod,
        DateRules.Ago => Words.DatedAgo,
        DateRules.FromContext => Words.DatedFromContext,
        DateRules.Quarter => Words.DatedQuarter,
        DateRules.Season => Words.DatedSeason,
        DateRules.Holiday => Words.DatedHoliday,
        DateRules.Clock => Words.DatedClock,
        _ => Words.DatedOtherwise,
    };

    /// <summary>"13 May: The Norrmark Post; 14 May: Radio Lind".</summary>
    private RichText Claims(IReadOnlyList<DateClaim> claims) =>
    [
        .. claims.SelectMany((claim, index) => (Inline[])
        [
            new Subtle((index > 0 ? "; " : string.Empty) + When(claim.From, claim.To, claim.Precision) + ": "),
            .. Outlets(claim.Sources),
        ]),
    ];

    /// <summary>The first outlets as links with the numbers of their articles, and how many more there are.</summary>
    public static RichText Outlets(IReadOnlyList<Citation> sources)
    {
        var nodes = new List<Inline>();
        foreach (var source in sources.Take(MostOutlets))
        {
            if (nodes.Count > 0)
            {
                nodes.Add(new Subtle(", "));
            }

            nodes.AddRange([Citations.Outlet(source), new Subtle(" · "), Citations.Number(source)]);
        }

        if (sources.Count > MostOutlets)
        {
            nodes.Add(new Subtle(" " + Words.MoreOutlets(sources.Count - MostOutlets)));
        }

        return [.. nodes];
    }

    private string When(DateOnly from, DateOnly to, DatePrecision precision) => precision switch
    {
        DatePrecision.Day when from == to => DayWords.ShortWeekday(from, call.Today),
        DatePrecision.Day => Words.FromTo(DayWords.Of(from, call.Today), DayWords.Of(to, call.Today)),
        DatePrecision.Week => Words.WeekOf(DayWords.Of(from, call.Today)),
        DatePrecision.Month => from.ToString(Words.MonthPattern, CultureInfo.CurrentCulture),
        DatePrecision.Quarter => Words.Quarter((from.Month + 2) / 3, from.Year),
        _ => from.Year == to.Year
            ? from.Year.ToString(CultureInfo.InvariantCulture)
            : Words.FromTo(from.Year.ToString(CultureInfo.InvariantCulture), to.Year.ToString(CultureInfo.InvariantCulture)),
    };
}
