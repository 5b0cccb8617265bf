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
            .Where(quote => IsTelling(quote) && !IsTold(quote, told))
            .OrderByDescending(quote => quote.MorePublishers)
            .ThenByDescending(quote => Math.Min(EnoughInCommon, ContentWords.Of(QuoteWords.Of(quote)).Distinct().Count(matter.Contains)))
            .ThenBy(quote => quote.Kind)
            .GroupBy(quote => quote.SpeakerSlug)
            .SelectMany(ofSpeaker => ofSpeaker.Select((quote, turn) => (Quote: quote, Turn: turn)))
            .OrderBy(one => one.Turn)
            .Select(one => one.Quote)
            .Take(most)];
    }

    /// <summary>What was said by somebody known, each statement once, the newest first.</summary>
    public static IReadOnlyList<QuoteHit> All(IReadOnlyList<QuoteHit> said) =>
        [.. Statements(said).OrderByDescending(quote => quote.Citation.Published)];

    /// <summary>Each statement whose speaker is known, at its earliest outlet among these.</summary>
    private static IEnumerable<QuoteHit> Statements(IReadOnlyList<QuoteHit> said) => said
        .Where(quote => quote is { Shown: true, Speaker: not null })
        .GroupBy(quote => quote.Statement)
        .Select(copies => copies.MinBy(quote => quote.Citation.Published)!);

    private static bool IsTelling(QuoteHit quote) =>
        quote is { SpeakerSlug: not null, Kind: not QuoteKind.Reported } && QuoteWords.Of(quote).Length is >= Shortest and <= Longest;

    private static bool IsTold(QuoteHit quote, IReadOnlyList<ToldSentence> told) =>
        quote.Verbatim.Select(piece => piece.In(quote.Text))
            .Any(words => told.Any(sentence => sentence.Words.Contains(words, StringComparison.Ordinal)));
}
