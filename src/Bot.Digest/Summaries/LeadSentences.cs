using Bot.Digest.Articles;
using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>The beginning of a text as its summary: news tells the most important first, and it needs no knowledge of the language.</summary>
public static class LeadSentences
{
    /// <summary>The first sentences, whole and verbatim.</summary>
    public static List<TextSpan> Of(TextAnalysis analysis, SummaryLength length)
    {
        var picked = new List<TextSpan>();
        var words = 0;
        for (var sentence = 0; sentence < analysis.Sentences.Count && picked.Count < length.MostSentences && words < length.EnoughWords; sentence++)
        {
            var found = analysis.Sentences[sentence];
            picked.Add(found.Span);
            words += found.EndToken - found.FirstToken;
        }

        return picked;
    }
}
