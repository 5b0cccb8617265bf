using Bot.Digest.Language;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;

namespace Bot.Digest.Commands.Parts;

/// <summary>The quotes of a story that are worth a place on its card or in a digest: each statement once.</summary>
internal static class TellingQuotes
{
    /// <summary>Shorter words say little by themselves, longer ones fill a phone.</summary>
    private const int Shortest = 30;

    private const int Longest = 240;

    /// <summary>More words in common with what is told make a quote no more to the point.</summary>
    private const int EnoughInCommon = 3;

    /// <summary>
    /// Exact words of named people: those first that most publishers print, then those that speak of what is told; different people
    /// before more of the same.
    /// </summary>
    /// <param name="said">The quotes of the story's articles.</param>
    /// <param name="told">Sentences that stand beside them: what these hold already is not repeated.</param>
    public static IReadOnlyList<QuoteHit> Of(IReadOnlyList<QuoteHit> said, IReadOnlyList<ToldSentence> told, int most)
    {
        var matter = told.SelectMany(sentence => ContentWords.Of(sentence.Words)).ToHashSet();
        return [.. Statements(said)
            .Where(statement => IsTelling(statement.First) && !IsTold(statement.First, told))
            .OrderByDescending(statement => statement.Publishers)
            .ThenByDescending(statement => Math.Min(EnoughInCommon, ContentWords.Of(QuoteWords.Of(statement.First)).Distinct().Count(matter.Contains)))
            .ThenBy(statement => statement.First.Kind)
            .Select(statement => statement.First)
            .GroupBy(quote => quote.SpeakerSlug)
            .SelectMany(ofSpeaker => ofSpeaker.Select((quote, turn) => (Quote: quote, Turn: turn)))
            .OrderBy(one => one.Turn)
            .Select(one => one.Quote)
            .Take(most)];
    }

    /// <summary>What was said by somebody known, each statement once, the newest first.</summary>
    public static IReadOnlyList<QuoteHit> All(IReadOnlyList<QuoteHit> said) =>
        [.. Statements(said).Select(statement => statement.First)
            .Where(quote => quote is { Shown: true, Speaker: not null })
            .OrderByDescending(quote => quote.Citation.Published)];

    private static IEnumerable<(QuoteHit First, int Publishers)> Statements(IReadOnlyList<QuoteHit> said) => said
        .GroupBy(Key, StringComparer.Ordinal)
        .Select(copies => (copies.MinBy(quote => quote.Citation.Published)!, copies.DistinctBy(quote => quote.Citation.Publisher).Count()));

    /// <summary>The letters and digits that are said: outlets set marks and blanks each in its own way.</summary>
    private static string Key(QuoteHit quote) => quote.SpeakerSlug + " " + string.Concat(
        (quote.Verbatim.Count > 0 ? quote.Verbatim : quote.Pieces)
            .SelectMany(piece => piece.In(quote.Text))
            .Where(char.IsLetterOrDigit)
            .Select(char.ToLowerInvariant));

    private static bool IsTelling(QuoteHit quote) =>
        quote is { Shown: true, SpeakerSlug: not null, Kind: not QuoteKind.Reported } && QuoteWords.Of(quote).Length is >= Shortest and <= Longest;

    private static bool IsTold(QuoteHit quote, IReadOnlyList<ToldSentence> told) =>
        quote.Verbatim.Select(piece => piece.In(quote.Text))
            .Any(words => told.Any(sentence => sentence.Words.Contains(words, StringComparison.Ordinal)));
}
