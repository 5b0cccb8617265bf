using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>One story as a digest tells it: by those articles of the digest's period that say what the channel was not told.</summary>
public sealed class DigestItem
{
    /// <summary>A story of a period.</summary>
    /// <param name="told">What the channel was told of it before; empty for nothing.</param>
    internal DigestItem(DigestCandidate candidate, DateTimeOffset since, IReadOnlyList<ArticleHit> told)
    {
        var detail = candidate.Story;
        (Story, Topics, Told) = (detail.Story, candidate.Topics, told);
        // What came late to the archive is no older than its own first article.
        var first = detail.Articles[0].Article.Citation.Published;
        IsUpdate = told.Count > 0 || Story.First < (first < since ? first : since);
        var wording = new Wording(told);
        var ids = told.Select(article => article.Citation.Article).ToHashSet();
        Own = [.. detail.Articles
            .Where(article => article.CopyOf is null && !ids.Contains(article.Article.Citation.Article))
            .Select(article => article.Article)
            .Where(article => told.Count == 0 || wording.LacksSomethingOf(article))];
        IsTold = told.Count > 0 && Own.Count == 0;
        var copies = Own.Count == 0 ? detail.Articles : [.. detail.Articles.Where(article => Own.Any(own => article.CopyOf == own.Citation.Article))];
        Copies = Own.Count == 0 ? copies.Count - 1 : copies.Count;
        if (Own.Count == 0)
        {
            // Only copies of what was told before: the first of them stands for all.
            Own = [detail.Articles[0].Article];
        }

        Outlets = [.. Own.Concat(copies.Select(article => article.Article))
            .OrderBy(article => article.Citation.Published)
            .Select(article => article.Citation)
            .DistinctBy(citation => citation.Publisher)];
        Headline = Outlets.Concat(Own.Select(article => article.Citation)).Any(citation => citation.Title == Story.Headline) ? Story.Headline : Own[0].Citation.Title;
    }

    /// <summary>The whole story, what was told of it before included.</summary>
    public Story Story { get; }

    /// <summary>The channel's topics that it is about.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Begun before the period, or told before.</summary>
    public bool IsUpdate { get; }

    /// <summary>What the channel was told of it: not to be repeated.</summary>
    public IReadOnlyList<ArticleHit> Told { get; }

    /// <summary>True when nothing of it is new to the channel.</summary>
    public bool IsTold { get; }

    /// <summary>The story's headline where one of these articles has that title, else the title of the first.</summary>
    public string Headline { get; }

    /// <summary>The articles that are no copies of others and say something new, the oldest first; at least one.</summary>
    public IReadOnlyList<ArticleHit> Own { get; }

    /// <summary>How many articles print what one of <see cref="Own"/> says.</summary>
    public int Copies { get; }

    /// <summary>Each publisher's first article, copies included, the oldest first.</summary>
    public IReadOnlyList<Citation> Outlets { get; }
}
