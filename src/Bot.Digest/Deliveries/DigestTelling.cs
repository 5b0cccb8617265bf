using Bot.Digest.Commands.Parts;
using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>Chooses what is told and writes its lines: for digests, and for what is followed.</summary>
internal static class DigestTelling
{
    /// <summary>A digest of some of these stories, as the reader may see them.</summary>
    /// <param name="candidates">Their numbers.</param>
    /// <param name="topics">The channel's topics that each is about.</param>
    public static async Task<(Edition Edition, IReadOnlyList<DigestLine> Lines)> WriteAsync(
        NewsReading reading, CommunityId reader, IReadOnlyList<StoryId> candidates, ILookup<StoryId, string> topics, EditionWish wish, CancellationToken ct)
    {
        var details = await reading.InPeriodAsync(reader, candidates, wish.Period, ct);
        var edition = EditionComposer.Compose(
            [.. details.Select(story => new DigestCandidate(story) { Topics = [.. topics[story.Story.Id]] })], wish);
        var told = edition.Items.Take(edition.InFull).SelectMany(DigestBlocks.Telling).Select(article => article.Citation.Article).ToList();
        return (edition, DigestBlocks.Of(edition, await reading.InArticlesAsync(reader, told, ct)));
    }
}
