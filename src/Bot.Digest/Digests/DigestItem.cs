using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>One thing a digest tells.</summary>
/// <param name="Lead">The article that tells it.</param>
/// <param name="Also">Other outlets whose article has nearly the same title, each once.</param>
public sealed record DigestItem(ArticleHit Lead, IReadOnlyList<Citation> Also);
