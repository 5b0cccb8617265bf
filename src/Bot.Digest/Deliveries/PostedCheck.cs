using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>Compares a digest, or a post of what is followed, with what the archive says now, and puts right what differs: nothing else of it changes.</summary>
internal static class PostedCheck
{
    /// <summary>The digest as it should stand, and what was wrong; null where nothing is.</summary>
    /// <param name="quotes">Those of its changed articles as the community sees them now.</param>
    public static (ShownDigest Shown, IReadOnlyList<Correction> Corrections)? Of(ChangedDigest digest, IReadOnlyDictionary<ItemReference, QuoteHit> quotes)
    {
        var (blocks, items) = (digest.Shown.Reply.Blocks.ToList(), digest.Shown.Items.ToList());
        var corrections = new List<Correction>();
        foreach (var (item, isWithdrawn, stands) in digest.Changed)
        {
            var (block, next, correction) = item.Kind switch
            {
                ShownKind.Quote => Quote(item, blocks[item.Line], quotes.GetValueOrDefault(item.Item)),
                ShownKind.Sentence when !stands => (Without(blocks[item.Line], item), null, new Correction(item.Number, CorrectionKind.Changed, "", item.Outlet)),
                ShownKind.Article when isWithdrawn => (Withdrawn(blocks[item.Line]), null, new Correction(item.Number, CorrectionKind.Withdrawn, "", item.Outlet)),
                _ => (blocks[item.Line], item, null),
            };
            if (correction is null)
            {
                continue;
            }

            blocks[item.Line] = block;
            items.Remove(item);
            items.AddRange(next is null ? [] : [next]);
            corrections.Add(correction);
        }

        blocks[0] = Head(digest.Shown, blocks, items);
        return corrections.Count == 0 ? null
            : (digest.Shown with { Reply = digest.Shown.Reply with { Blocks = blocks }, Items = items }, [.. corrections.Distinct()]);
    }

    /// <summary>The heading; without its name on a card that holds no quote of that one any more.</summary>
    private static Block Head(ShownDigest before, List<Block> blocks, List<ShownItem> items) =>
        blocks[0] is Heading { Aside: { } aside } && before.Items.Any(item => IsOnCard(before.Reply.Blocks, item)) && !items.Exists(item => IsOnCard(blocks, item))
            ? new Heading(aside)
            : blocks[0];

    private static (Block Block, ShownItem? Item, Correction? Correction) Quote(ShownItem item, Block block, QuoteHit? now)
    {
        if (now is null || block is not Quotation shown)
        {
            return (new Note(CorrectionWords.QuoteTaken), null, new Correction(item.Number, CorrectionKind.QuoteGone, "", item.Outlet));
        }

        var speaker = QuoteBlock.Speaker(now).ToString();
        if (speaker == item.Text)
        {
            return (block, item, null);
        }

        var told = QuoteBlock.InArticle(now);
        return (
            // Behind the speaker stands the mark of the article.
            QuoteBlock.Renamed(shown, item.Text, now) ?? told with { Source = told.Source.With(shown.Source[^1]) },
            item with { Text = speaker },
            now is { Speaker: { } name, Shown: true }
                ? new Correction(item.Number, CorrectionKind.OtherSpeaker, item.Text, name)
                : new Correction(item.Number, CorrectionKind.SpeakerUnknown, "", item.Outlet));
    }

    /// <summary>The running text without a sentence and the mark behind it.</summary>
    private static Block Without(Block block, ShownItem item)
    {
        var text = block is Paragraph paragraph ? paragraph.Text : [];
        var at = text.Index().FirstOrDefault(node => node.Item is Plain && node.Item.Text.Trim() == item.Text, (-1, new Plain(""))).Item1;
        RichText left = [.. text.Where((_, index) => at < 0 || (index != at && index != at + 1))];
        return left.Any(node => node is Plain) ? new Paragraph(left) : new Note(CorrectionWords.SentenceTaken(item.Outlet));
    }

    private static Block Withdrawn(Block block) => block switch
    {
        Entry entry => entry with { Text = entry.Text.With(new Subtle(Words.Withdrawn)) },
        Quotation quote => quote with { Source = quote.Source.With(new Subtle(Words.Withdrawn)) },
        _ => block,
    };

    private static bool IsOnCard(IReadOnlyList<Block> blocks, ShownItem item) =>
        item.Kind == ShownKind.Quote && blocks[item.Line] is Quotation quote && QuoteBlock.IsOnCard(quote, item.Text);
}
