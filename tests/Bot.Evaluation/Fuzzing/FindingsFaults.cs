using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Quotes;

namespace Bot.Evaluation.Fuzzing;

/// <summary>What may never be wrong with findings, whatever the text was.</summary>
public static class FindingsFaults
{
    private const string DoubleMarks = "\"“”„‟«»＂";
    private const string AnyMarks = DoubleMarks + "'`’‘‚‛‹›";

    /// <summary>Each broken promise in a few words; empty when all hold.</summary>
    public static IEnumerable<string> Of(string text, Findings findings)
    {
        foreach (var (what, span) in Spans(findings))
        {
            if (span.Start < 0 || span.Start > span.End || span.End > text.Length)
            {
                yield return $"{what} {span} is outside the text";
            }
        }

        foreach (var fault in findings.Quotes.SelectMany(quote => Faults(text, quote)))
        {
            yield return fault;
        }

        if (findings.Quotes.Any(quote => quote.Person is { } person && (person < 0 || person >= findings.People.Count)))
        {
            yield return "a speaker is none of the people";
        }
    }

    private static IEnumerable<(string What, TextSpan Span)> Spans(Findings findings) =>
    [
        .. findings.Quotes.Select(quote => ("quote", quote.Span)),
        .. findings.Quotes.Where(quote => quote.Cue is not null).Select(quote => ("cue", quote.Cue!.Value)),
        .. findings.Quotes.Where(quote => quote.SpeakerMention is not null).Select(quote => ("speaker", quote.SpeakerMention!.Value)),
        .. findings.Quotes.Where(quote => quote.Via is not null).Select(quote => ("outlet", quote.Via!.Value)),
        .. findings.People.SelectMany(person => person.Mentions).Select(span => ("mention", span)),
        .. findings.People.SelectMany(person => person.Roles).Select(role => ("role", role.Span)),
        .. findings.Events.Select(found => ("event", found.Sentence)),
        .. findings.Events.Select(found => ("date", found.Expression)),
        .. findings.Summary.Select(span => ("summary", span)),
    ];

    private static IEnumerable<string> Faults(string text, Quote quote)
    {
        if (quote.Kind == QuoteKind.Reported != (quote.Verbatim.Count == 0))
        {
            yield return $"a {quote.Kind} quote has {quote.Verbatim.Count} verbatim pieces";
        }

        foreach (var piece in quote.Pieces.Concat(quote.Verbatim).Where(piece => !quote.Span.Contains(piece) || piece.Length <= 0))
        {
            yield return $"piece {piece} is outside its quote {quote.Span}";
        }

        foreach (var piece in quote.Verbatim.Where(piece => !StandsInMarks(text, piece)))
        {
            yield return $"{piece} is shown in quotation marks but does not stand between two of the text";
        }
    }

    /// <summary>A mark right before it, and none of that kind within but whole pairs, so that it crosses no other quotation.</summary>
    private static bool StandsInMarks(string text, TextSpan piece)
    {
        var before = MarkBefore(text, piece.Start);
        var inside = text.AsSpan(piece.Start, piece.Length);
        return before is { } mark && (!DoubleMarks.Contains(mark) || !inside.Contains(mark) || (mark == '“' && ArePairs(inside)));
    }

    private static bool ArePairs(ReadOnlySpan<char> inside)
    {
        var open = 0;
        foreach (var c in inside)
        {
            open += c == '“' ? 1 : c == '”' ? -1 : 0;
            if (open < 0)
            {
                return false;
            }
        }

        return open == 0;
    }

    private static char? MarkBefore(string text, int at)
    {
        while (--at >= 0)
        {
            if (!char.IsWhiteSpace(text[at]) && !char.IsControl(text[at]))
            {
                return AnyMarks.Contains(text[at]) ? text[at] : null;
            }
        }

        return null;
    }
}
