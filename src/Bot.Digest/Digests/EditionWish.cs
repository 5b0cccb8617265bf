using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>A story that may stand in a digest.</summary>
/// <param name="Story">With its articles of the digest's period, the oldest first; at least one.</param>
public sealed record DigestCandidate(StoryDetail Story)
{
    /// <summary>The channel's topics that it is about, as the channel wrote them.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}

/// <summary>What a channel was told of a story.</summary>
/// <param name="Articles">Those that the story had when it was told.</param>
public sealed record ToldStory(StoryId Story, IReadOnlyList<ArticleHit> Articles);

/// <summary>What an edition is to be made of.</summary>
/// <param name="Period">Since the last edition.</param>
public sealed record EditionWish(StoryPeriod Period, DigestStyle Style)
{
    /// <summary>What the channel was told before.</summary>
    public IReadOnlyList<ToldStory> Told { get; init; } = [];

    /// <summary>At most so many stories; null for what the style has room for.</summary>
    public int? Most { get; init; }
}
