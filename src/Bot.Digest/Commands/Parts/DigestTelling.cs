using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Chooses what a digest tells and writes its lines: for those who ask, and for the channels that it is posted to.</summary>
internal sealed class DigestTelling(IStories stories, IQuotes quotes)
{
    /// <summary>A digest of some of these stories, as the asker may see them.</summary>
    /// <param name="candidates">Their numbers, with the channel's topics that each is about.</param>
    public async Task<(Edition Edition, IReadOnlyList<DigestLine> Lines)> WriteAsync(
        CommunityId asker, IReadOnlyList<StoryId> candidates, ILookup<StoryId, string> topics, EditionWish wish, CancellationToken ct)
    {
        var details = await stories.InPeriodAsync(asker, candidates, wish.Period, ct);
        var edition = EditionComposer.Compose(
            [.. details.Select(story => new DigestCandidate(story) { Topics = [.. topics[story.Story.Id]] })], wish);
        var told = edition.Items.Take(edition.InFull).SelectMany(DigestBlocks.Telling).Select(article => article.Citation.Article).ToList();
        var said = told.Count == 0 ? [] : await quotes.InArticlesAsync(asker, told, ct);
        return (edition, DigestBlocks.Of(edition, said));
    }
}
