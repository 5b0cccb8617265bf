using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Tests.Quotes;

/// <summary>Reads quotes and writes each as one line that a test can compare.</summary>
internal static class ReadQuotes
{
    public static IReadOnlyList<Quote> In(string text, string language = Languages.Default)
    {
        var analysis = TextAnalysis.Of(text, language);
        return QuoteReader.Read(analysis, PeopleFinder.Find(analysis));
    }

    /// <summary>"Direct | words | speaker".</summary>
    public static string[] Lines(string text) =>
        [.. In(text).Select(quote => $"{quote.Kind} | {string.Join(" … ", quote.Pieces.Select(piece => piece.In(text)))} | {quote.Speaker}")];

    /// <summary>A paragraph that introduces the people of the other paragraphs.</summary>
    public const string Cast = "Harbour Minister Ilse Varga met Omar Feld, the union's chairman, on the east pier. ";

    public static string[] Verbatim(string text) => [.. In(text).SelectMany(quote => quote.Verbatim).Select(span => span.In(text))];

    public static bool Lies(TextSpan span, string text) => span.Start >= 0 && span.Start <= span.End && span.End <= text.Length;
}
