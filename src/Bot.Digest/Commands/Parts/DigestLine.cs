using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>A line of a digest, with what stands in it.</summary>
/// <param name="Number">Of the story that it tells of; 0 for none.</param>
internal sealed record DigestLine(Block Block, int Number)
{
    /// <summary>The articles that a story is told from, on its first line.</summary>
    public IReadOnlyList<Citation> Articles { get; init; } = [];

    /// <summary>The quote that the line shows; null for none.</summary>
    public QuoteHit? Quote { get; init; }
}
