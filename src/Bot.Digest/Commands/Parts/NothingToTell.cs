using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>What who orders a digest should know where none would come, because it tells only what is new.</summary>
internal static class NothingToTell
{
    /// <summary>Sources that were silent for longer may stay so.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromDays(7);

    /// <summary>The reply with the reason why no digest comes yet, where there is one.</summary>
    public static async Task<Reply> AddToAsync(IArticles articles, Reply reply, CommandCall call, CancellationToken ct)
    {
        var newest = await articles.LatestAsync(call.Community, null, new ArticleFilter { OnlyTold = true }, skip: 0, take: 1, ct);
        return newest.Items is not [var article, ..] ? With(reply, DeliveryWords.NoNewsYet(SourceAddCommand.Example))
            : call.Now - article.Citation.Published > Silence ? With(reply, Old(article, call))
            : reply;
    }

    private static RichText Old(ArticleHit article, CommandCall call) =>
        DeliveryWords.OldNews(DayWords.Of(call.DayOf(article.Citation.Published), call.Today), CommandText.Of(DigestCommand.Name));

    private static Reply With(Reply reply, RichText note) => reply with { Blocks = [.. reply.Blocks, new Note(note)] };
}
