namespace Bot.Digest.Stories;

/// <summary>Where an article belongs.</summary>
/// <param name="Story">Null when it begins a story of its own.</param>
/// <param name="CopyOf">The first of the articles that say nearly the same words; null when there is none.</param>
/// <param name="Joined">The words that it has in common with the story, as it prints them, those that decided most first.</param>
public sealed record StoryChoice(long? Story, long? CopyOf, IReadOnlyList<string> Joined)
{
    /// <summary>A story of its own.</summary>
    public static readonly StoryChoice Alone = new(null, null, []);
}
