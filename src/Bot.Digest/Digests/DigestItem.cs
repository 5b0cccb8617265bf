using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>One story as a digest tells it: by the articles of the digest's period alone.</summary>
public sealed class DigestItem
{
    internal DigestItem(StoryDetail told, DateTimeOffset since)
    {
        Story = told.Story;
        IsUpdate = told.Story.First < since;
        Own = [.. told.Articles.Where(article => article.CopyOf is null).Select(article => article.Article)];
        if (Own.Count == 0)
        {
            // Only copies of what was told before: the first of them stands for all.
            Own = [told.Articles[0].Article];
        }

        Outlets = [.. told.Articles.Select(article => article.Article.Citation).DistinctBy(citation => citation.Publisher)];
        Headline = told.Articles.Any(article => article.Article.Citation.Title == told.Story.Headline) ? told.Story.Headline : Own[0].Citation.Title;
    }

    /// <summary>The whole story, what was told of it before included.</summary>
    public Story Story { get; }

    /// <summary>Begun before the period.</summary>
    public bool IsUpdate { get; }

    /// <summary>The story's headline where the period has an article of that title, else the title of the period's first article.</summary>
    public string Headline { get; }

    /// <summary>The articles that are no copies of others, the oldest first; at least one.</summary>
    public IReadOnlyList<ArticleHit> Own { get; }

    /// <summary>Each publisher's first article, the oldest first.</summary>
    public IReadOnlyList<Citation> Outlets { get; }
}
