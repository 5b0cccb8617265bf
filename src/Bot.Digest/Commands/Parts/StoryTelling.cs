using System.Globalization;
using Bot.Digest.Ports;
using Bot.Digest.Summaries;

namespace Bot.Digest.Commands.Parts;

/// <summary>A story told in a few sentences of its outlets.</summary>
internal static class StoryTelling
{
    /// <summary>Articles that a telling chooses from, the first ones of the publishers: more say the same once more.</summary>
    private const int MostArticles = 10;

    /// <summary>Sentences of the summaries of a story's own articles, of different publishers where it has several.</summary>
    /// <param name="own">The articles that are no copies, the oldest first.</param>
    /// <param name="known">Articles whose words the reader knows: what they say is not told again.</param>
    public static IReadOnlyList<ToldSentence> Of(IReadOnlyList<ArticleHit> own, int most, IReadOnlyList<ArticleHit> known)
    {
        var firsts = own.DistinctBy(article => article.Citation.Publisher).ToList();
        var articles = firsts.Concat(own.Except(firsts)).Take(MostArticles).ToList();
        var texts = articles.ConvertAll(article => new StoryText(
            article.Citation.Publisher.Value.ToString(CultureInfo.InvariantCulture),
            article.Citation.Title,
            string.Join('\n', article.Summary),
            article.Citation.Published));
        return [.. StorySummariser.Summarise(texts, most, [.. known.SelectMany(article => article.Summary)])
            .Select(sentence => new ToldSentence(sentence.Span.In(texts[sentence.Article].Text), articles[sentence.Article].Citation))];
    }
}
