using Bot.Digest.Chat;
using Bot.Digest.Reading;
using Bot.Digest.Sources;

namespace Bot.Digest.Commands.Parts;

/// <summary>What to answer where an address does not lead to one source.</summary>
internal static class ProbeAnswer
{
    /// <summary>A choice of several feeds, an offer to watch the page, or why there is nothing. An address that may not be reached looks like one that cannot.</summary>
    /// <param name="again">The command to run with the address of the feed that is chosen.</param>
    /// <param name="watch">Follows the page itself; null where nothing is followed.</param>
    public static Reply Of(ProbeResult probed, Uri typed, Func<string, string> again, Button? watch)
    {
        var shown = MaskedAddress.Of(typed);
        if (probed.Sources.Count > 0)
        {
            return Several(probed.Sources, shown, again);
        }

        return probed switch
        {
            { Failure: { } failure } => Reply.Problem(SourceWords.CouldNotRead(shown, SourceHealthWords.Of(failure))),
            { Page: null } => Reply.Problem(SourceWords.CouldNotRead(shown, SourceWords.FailUnexpected)),
            _ => new Reply
            {
                Kind = watch is null ? ReplyKind.Answer : ReplyKind.Question,
                Blocks = [new Paragraph(SourceWords.NothingThere(shown))],
                Buttons = watch is null ? [] : [[watch]],
            },
        };
    }

    private static Reply Several(IReadOnlyList<ProbedSource> feeds, string shown, Func<string, string> again) => new()
    {
        Kind = ReplyKind.Question,
        Blocks =
        [
            new Paragraph(SourceWords.Several(shown)),
            .. feeds.Select(feed => new Entry(
                null, [new CommandLink(TitleOf(feed), again(feed.Address.AbsoluteUri))], $"{MaskedAddress.Of(feed.Address)} · {SourceWords.TestCount(feed.Items)}")),
        ],
        Buttons = [.. feeds.Select(feed => (Button[])[new Button(TitleOf(feed), again(feed.Address.AbsoluteUri))])],
    };

    private static string TitleOf(ProbedSource feed) => feed.Title is { Length: > 0 } title ? title : feed.Address.IdnHost;
}
