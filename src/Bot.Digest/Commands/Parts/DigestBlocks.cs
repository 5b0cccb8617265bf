using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Digests;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;

namespace Bot.Digest.Commands.Parts;

/// <summary>The articles that a digest chooses from.</summary>
/// <param name="Day">The day that it is a digest of.</param>
/// <param name="Since">Where its window begins.</param>
/// <param name="Total">All articles of the window.</param>
/// <param name="IsOlder">True when the window holds nothing and this is the newest day that has news.</param>
internal sealed record Edition(DateOnly Day, DateTimeOffset Since, IReadOnlyList<ArticleHit> Articles, int Total, bool IsOlder);

/// <summary>The lines of a digest: some stories in full, the others as headlines.</summary>
internal static class DigestBlocks
{
    private const int MostSentences = 2;

    /// <summary>Shorter words say little by themselves, longer ones fill a phone.</summary>
    private const int ShortestQuote = 30;

    private const int LongestQuote = 240;

    public static IEnumerable<Block> Head(Edition edition, CommandCall call)
    {
        var since = SinceWords(edition.Since, call);
        yield return new Heading(
            $"{DayWords.WithWeekday(edition.Day, call.Today)} · {Words.ArticleCount(edition.Total)}",
            edition.IsOlder ? null : Words.DigestSince(since));
        if (edition.IsOlder)
        {
            yield return new Note(Words.NothingSince(since));
        }
    }

    /// <summary>The items in their order, numbered.</summary>
    /// <param name="inFull">How many of the items are told in full.</param>
    /// <param name="said">The quotes of those.</param>
    public static IEnumerable<Block> Of(IReadOnlyList<DigestItem> items, int inFull, IReadOnlyList<QuoteHit> said, CommandCall call)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (index == inFull && inFull > 0)
            {
                yield return new Section(Words.DigestMore);
            }

            var item = items[index];
            yield return Headline(item, index + 1, call);
            if (index < inFull)
            {
                foreach (var block in Story(item, said))
                {
                    yield return block;
                }
            }
        }
    }

    private static Entry Headline(DigestItem item, int number, CommandCall call)
    {
        var source = Citations.OutletAndDay(item.Lead.Citation, call);
        return new Entry(
            number.ToString(CultureInfo.InvariantCulture),
            [new Strong(item.Lead.Citation.Title)],
            item.Also.Count == 0 ? source : source.With([new Subtle(" · " + Words.AlsoIn + " "), .. TimelineBlocks.Outlets(item.Also)]));
    }

    private static IEnumerable<Block> Story(DigestItem item, IReadOnlyList<QuoteHit> said)
    {
        if (item.Lead.Summary.Count > 0)
        {
            yield return new Paragraph(string.Join(' ', item.Lead.Summary.Take(MostSentences)));
        }

        var told = item.Lead.Summary.Take(MostSentences).ToList();
        var telling = said.FirstOrDefault(quote => quote.Citation.Article == item.Lead.Citation.Article
            && !IsTold(quote, told)
            && quote is { Shown: true, SpeakerSlug: not null, Kind: not QuoteKind.Reported }
            && QuoteWords.Of(quote).Length is >= ShortestQuote and <= LongestQuote);
        if (telling is not null)
        {
            yield return QuoteBlock.InArticle(telling);
        }
    }

    /// <summary>Whether words of the quote stand in the sentences already.</summary>
    private static bool IsTold(QuoteHit quote, IReadOnlyList<string> sentences) =>
        quote.Verbatim.Select(piece => piece.In(quote.Text))
            .Any(words => sentences.Any(sentence => sentence.Contains(words, StringComparison.Ordinal)));

    private static string SinceWords(DateTimeOffset since, CommandCall call)
    {
        var (day, time) = (call.DayOf(since), TimeOnly.FromDateTime(since.DateTime));
        var words = day == call.Today.AddDays(-1) ? Words.Yesterday : DayWords.Of(day, call.Today);
        return time == TimeOnly.MinValue ? words : $"{words} {DayWords.Time(time)}";
    }
}
