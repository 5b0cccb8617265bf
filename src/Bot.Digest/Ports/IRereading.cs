using Bot.Digest.Articles;

namespace Bot.Digest.Ports;

/// <summary>A stored article that an earlier program understood.</summary>
public sealed record ArticleToReread(ArticleId Id, Article Article);

/// <summary>An article as this program understands it.</summary>
/// <param name="Understood">Null where it could not be understood: it is left as it is and not offered again.</param>
public sealed record RereadArticle(ArticleId Id, string Hash, UnderstoodArticle? Understood);

/// <summary>Understanding again what an earlier program understood, so that all articles answer as if this one had read them.</summary>
public interface IRereading
{
    /// <summary>
    /// Articles whose <see cref="Understanding.Number"/> is an older one, in the order of their publication; at most <paramref name="most"/>.
    /// Empty when none is left.
    /// </summary>
    Task<IReadOnlyList<ArticleToReread>> NextAsync(int most, CancellationToken ct);

    /// <summary>
    /// Puts new findings in the place of the old ones, in one transaction; number, revision and text of an article stay. One that was
    /// changed or removed since it was offered is passed over.
    /// </summary>
    Task StoreAsync(IReadOnlyList<RereadArticle> articles, CancellationToken ct);
}
