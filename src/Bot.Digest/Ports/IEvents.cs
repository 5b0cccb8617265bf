using Bot.Digest.Timelines;

namespace Bot.Digest.Ports;

/// <summary>A stored dated sentence with its source.</summary>
/// <param name="Sentence">The whole sentence, verbatim.</param>
/// <param name="Expression">The words that date it, as printed.</param>
public sealed record EventHit(
    string Sentence, string Expression, DateOnly From, DateOnly To, DatePrecision Precision, string Rule, bool Planned,
    double Weight, Citation Citation);

/// <summary>Dated sentences of the articles that the asking community may see.</summary>
public interface IEvents
{
    /// <summary>
    /// The dated sentences of the articles that a topic selects by title, text and people. They need not hold each word.
    /// Days are the events'. At most <paramref name="limit"/>, the weightiest.
    /// </summary>
    Task<IReadOnlyList<EventHit>> AboutAsync(
        CommunityId asker, string topic, DateOnly? since, DateOnly? until, int limit, CancellationToken ct);

    /// <summary>The dated sentences that name a person or stand in a paragraph with that person's quote.</summary>
    Task<IReadOnlyList<EventHit>> OfPersonAsync(
        CommunityId asker, PersonId person, DateOnly? since, DateOnly? until, int limit, CancellationToken ct);

    /// <summary>The dated sentences of these articles. At most <paramref name="limit"/>, the weightiest.</summary>
    Task<IReadOnlyList<EventHit>> InArticlesAsync(
        CommunityId asker, IReadOnlyList<ArticleId> articles, int limit, CancellationToken ct);
}
