using Bot.Digest.Articles;

namespace Bot.Digest.Language.Dates;

/// <summary>Finds the time expressions of a text and works out their dates. One scan from left to right; never throws; linear in the text's length.</summary>
public static class DateTagger
{
    /// <summary>The time expressions in text order; none overlaps another.</summary>
    /// <param name="analysis">The text.</param>
    /// <param name="published">The day of publication, from which relative dates count.</param>
    public static List<DateExpression> Read(TextAnalysis analysis, DateOnly published)
    {
        // At the ends of the calendar there is no last week to count from, and no article either.
        if (published.Year is < 2 or > 9997)
        {
            return [];
        }

        using var tokens = DateTokens.Of(analysis);
        var scan = new DateScan(tokens, published);
        var found = new List<DateExpression>();
        for (var at = 0; at < scan.Tokens.Count;)
        {
            if (analysis.Language.Dates.Read(scan, at) is not { } reading)
            {
                at++;
                continue;
            }

            at = reading.End;
            if (reading.Value.Length == 0)
            {
                continue;
            }

            scan.Remember(reading);
            var span = new TextSpan(scan.Tokens[reading.Start].Start, scan.Tokens[reading.End - 1].End);
            var future = reading.Period is not null && analysis.Language.Dates.TenseAround(scan, reading.Start, reading.End) == Tense.Future;
            found.Add(new DateExpression(span, reading.Kind, reading.Value, reading.Period, reading.Rule, future));
        }

        return found;
    }
}
