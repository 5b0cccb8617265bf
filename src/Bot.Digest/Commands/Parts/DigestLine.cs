using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>A line of a digest, with what stands in it.</summary>
/// <param name="Number">Of the story that it tells of; 0 for none.</param>
internal sealed record DigestLine(Block Block, int Number)
{
    /// <summary>The articles that a story is told from, on its first line; that of a quote which stands by itself.</summary>
    public IReadOnlyList<Citation> Articles { get; init; } = [];

    /// <summary>The sentences that the line is made of.</summary>
    public IReadOnlyList<ToldSentence> Sentences { get; init; } = [];

    /// <summary>The quote that the line shows; null for none.</summary>
    public QuoteHit? Quote { get; init; }

    /// <summary>What stands in the line, to be compared with the archive when that changes.</summary>
    /// <param name="at">Its place in the reply.</param>
    public IEnumerable<ShownItem> Shown(int at) =>
    [
        .. Articles.Select(article => new ShownItem(at, Number, ShownKind.Article, ItemReference.Of(article), "", article.Outlet)),
        .. Sentences.Select(told => new ShownItem(at, Number, ShownKind.Sentence, ItemReference.Of(told.Source), told.Words, told.Source.Outlet)),
        .. Quote is null ? [] : (ShownItem[])[new(at, Number, ShownKind.Quote, ItemReference.Of(Quote), QuoteBlock.Speaker(Quote).ToString(), Quote.Citation.Outlet)],
    ];
}
