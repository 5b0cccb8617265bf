namespace Bot.Digest.Stories;

/// <summary>An article of the live window.</summary>
public sealed record LiveArticle
{
    /// <summary>Its number in the archive.</summary>
    public required long Article { get; init; }

    /// <summary>The story it was put to.</summary>
    public required long Story { get; init; }

    public required DateTimeOffset Published { get; init; }

    public required StoryTerms Terms { get; init; }

    public MinHash? Copies { get; init; }

    /// <summary>The first of the articles that it is a copy of; null for an article of its own.</summary>
    public long? CopyOf { get; init; }
}
