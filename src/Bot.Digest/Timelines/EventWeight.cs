using Bot.Digest.Language;
using Bot.Digest.Language.Dates;

namespace Bot.Digest.Timelines;

/// <summary>How much a dated sentence is worth on a timeline, 0 to 1: exact, recent, told by the outlet itself, near the article's top.</summary>
internal static class EventWeight
{
    private const int LeadSentences = 3;

    /// <summary>Days before publication from which a date is background.</summary>
    private const int Background = 365;

    /// <summary>Shorter sentences say too little, longer ones too many things at once (words).</summary>
    private const int ShortestSentence = 8;

    private const int LongestSentence = 45;

    public static double Of(
        TextAnalysis analysis, int sentence, DateExpression date, CalendarPeriod period, DateOnly published, bool quoted)
    {
        var tokens = analysis.Sentences[sentence].EndToken - analysis.Sentences[sentence].FirstToken;
        var weight = Exactness(period.Granularity)
            * (sentence < LeadSentences ? 1.3 : 1)
            * (quoted ? 0.4 : 1)
            * (IsBackground(period, published) ? 0.4 : 1)
            * (tokens is >= ShortestSentence and <= LongestSentence ? 1 : 0.7)
            * (analysis.Text[analysis.Sentences[sentence].Span.End - 1] == '?' ? 0.5 : 1)
            * (DatesTheSaying(analysis, sentence, date) ? 0.9 : 1);
        return Math.Round(Math.Min(1, weight), 3);
    }

    private static double Exactness(Granularity granularity) => granularity switch
    {
        Granularity.Day => 0.7,
        Granularity.Week or Granularity.Weekend => 0.5,
        Granularity.Month => 0.45,
        Granularity.Quarter or Granularity.Season => 0.3,
        _ => 0.2,
    };

    private static bool IsBackground(CalendarPeriod period, DateOnly published) =>
        published.DayNumber - period.To.DayNumber > Background;

    /// <summary>"said on Friday that …": where the sentence gives another date too, that one is the happening's.</summary>
    private static bool DatesTheSaying(TextAnalysis analysis, int sentence, DateExpression date)
    {
        const int near = 2; // words between "said" and the date: "on", "late on"
        var first = analysis.Sentences[sentence].FirstToken;
        for (var token = first; token < analysis.Sentences[sentence].EndToken && analysis.Tokens[token].Start < date.Span.Start; token++)
        {
            if (analysis.Tokens[token].Is(WordClass.SpeechVerbs) && IsWithin(analysis, token, date, near))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(TextAnalysis analysis, int token, DateExpression date, int words)
    {
        var reached = token + words + 1;
        return reached < analysis.Tokens.Length && analysis.Tokens[reached].Start >= date.Span.Start
            || reached >= analysis.Tokens.Length;
    }
}
