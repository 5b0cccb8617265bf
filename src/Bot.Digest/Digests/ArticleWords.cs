using System.Runtime.CompilerServices;
using Bot.Digest.Language;
using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>The words of an article, by its title and summary: worked out once for as long as somebody holds the article, since hundreds of digests weigh the same ones.</summary>
internal sealed class ArticleWords
{
    private static readonly ConditionalWeakTable<ArticleHit, ArticleWords> Known = [];

    private ArticleWords(ArticleHit article)
    {
        Sentences = [.. (article.Summary.Count > 0 ? article.Summary : [article.Citation.Title]).Select(sentence => ContentWords.Of(sentence).ToHashSet())];
        All = [.. Sentences.SelectMany(words => words), .. ContentWords.Of(article.Citation.Title)];
    }

    /// <summary>Those of each sentence of the summary; of the title where there is none.</summary>
    public IReadOnlyList<HashSet<ulong>> Sentences { get; }

    /// <summary>Those of the title, too.</summary>
    public HashSet<ulong> All { get; }

    public static ArticleWords Of(ArticleHit article) => Known.GetValue(article, hit => new ArticleWords(hit));
}
