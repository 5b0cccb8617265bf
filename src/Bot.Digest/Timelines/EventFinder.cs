using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.Language.Dates;

namespace Bot.Digest.Timelines;

/// <summary>Finds the sentences of an article that tell when something happened or will happen.</summary>
public static class EventFinder
{
    /// <summary>
    /// In text order; a sentence gives at most one thing that happened and one that is planned.
    /// </summary>
    /// <param name="analysis">The article's text.</param>
    /// <param name="published">The day of publication where the outlet is.</param>
    public static List<DatedEvent> Find(TextAnalysis analysis, DateOnly published)
    {
        var dates = DateTagger.Read(analysis, published);
        var quoted = QuotedSpans(analysis);
        var events = new List<DatedEvent>();
        var (date, run) = (0, 0);
        for (var index = 0; index < analysis.Sentences.Count; index++)
        {
            var sentence = analysis.Sentences[index];
            while (run < quoted.Count && quoted[run].End <= sentence.Span.Start)
            {
                run++;
            }

            DatedEvent? happened = null;
            DatedEvent? planned = null;
            for (; date < dates.Count && dates[date].Span.Start < sentence.Span.End; date++)
            {
                // What stands before the sentence is its dateline, which tells when the report was filed.
                if (dates[date].Span.Start >= sentence.Span.Start
                    && Of(analysis, index, dates[date], published, IsQuoted(quoted, run, dates[date].Span)) is { } found)
                {
                    ref var best = ref found.Planned ? ref planned : ref happened;
                    best = best is null || found.Weight > best.Weight ? found : best;
                }
            }

            Add(happened, events);
            Add(planned, events);
        }

        return events;
    }

    private static void Add(DatedEvent? found, List<DatedEvent> events)
    {
        if (found is not null)
        {
            events.Add(found);
        }
    }

    private static DatedEvent? Of(
        TextAnalysis analysis, int sentence, DateExpression date, DateOnly published, bool quoted)
    {
        if (date.Period is not { } period || Precision(period.Granularity) is not { } precision
            || (quoted && !NamesItself(date)) || IsVague(date, period, published))
        {
            return null;
        }

        var planned = period.From > published || (period.To >= published && date.Future);
        return new DatedEvent
        {
            Sentence = analysis.Sentences[sentence].Span,
            Expression = date.Span,
            From = period.From,
            To = period.To,
            Precision = precision,
            Rule = date.Rule,
            Planned = planned,
            Weight = EventWeight.Of(analysis, sentence, date, period, published, quoted),
        };
    }

    /// <summary>"yesterday" in a quotation counts from the day of speaking, which is rarely told; "May 13" is the same whoever says it.</summary>
    private static bool NamesItself(DateExpression date) =>
        date.Rule is DateRules.Stated or DateRules.MonthDay or DateRules.Month or DateRules.Holiday;

    /// <summary>"in the summer", "this year": when it happened is not said.</summary>
    private static bool IsVague(DateExpression date, CalendarPeriod period, DateOnly published) =>
        date.Rule == DateRules.Season
        || (date.Rule == DateRules.RelativePeriod && period.Granularity >= Granularity.Season && period.From <= published && published <= period.To);

    /// <summary>Null for what is too long to be an event.</summary>
    private static DatePrecision? Precision(Granularity granularity) => granularity switch
    {
        Granularity.Day => DatePrecision.Day,
        Granularity.Week or Granularity.Weekend => DatePrecision.Week,
        Granularity.Month => DatePrecision.Month,
        Granularity.Quarter or Granularity.Season => DatePrecision.Quarter,
        Granularity.HalfYear or Granularity.Year => DatePrecision.Year,
        _ => null,
    };

    private static List<TextSpan> QuotedSpans(TextAnalysis analysis)
    {
        var spans = new List<TextSpan>(analysis.QuotedRuns.Count);
        for (var run = 0; run < analysis.QuotedRuns.Count; run++)
        {
            if (analysis.QuotedRuns[run] is { Depth: 0 } outer && outer.Close > outer.Open)
            {
                spans.Add(analysis.SpanOf(outer.Open, outer.Close));
            }
        }

        return spans;
    }

    private static bool IsQuoted(List<TextSpan> quoted, int from, TextSpan date)
    {
        for (var run = from; run < quoted.Count && quoted[run].Start < date.End; run++)
        {
            if (quoted[run].Contains(date))
            {
                return true;
            }
        }

        return false;
    }
}
