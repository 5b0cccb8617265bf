using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>The lines of a digest: some stories in full, the others as headlines.</summary>
internal static class DigestBlocks
{
    private const int MostSentences = 2;

    /// <summary>Articles of a story whose sentences and quotes may stand in a digest.</summary>
    private const int MostTold = 3;

    /// <summary>Which day it is, how much there is, and since when.</summary>
    /// <param name="count">How many stories or articles there are, in words.</param>
    public static IEnumerable<Block> Head(NewsPeriod period, string count, CommandCall call)
    {
        var day = period.IsOlder ? call.DayOf(period.Period.Since) : call.Today;
        var since = MomentWords.Of(period.Asked, call);
        yield return new Heading($"{DayWords.WithWeekday(day, call.Today)} · {count}", period.IsOlder ? null : Words.DigestSince(since));
        if (period.IsOlder)
        {
            yield return new Note(Words.NothingSince(since));
        }
    }

    /// <summary>The articles that a story in full is told from: the first of each publisher, in the order of publication.</summary>
    public static IReadOnlyList<ArticleHit> Telling(DigestItem item)
    {
        var firsts = item.Own.DistinctBy(article => article.Citation.Publisher).ToList();
        return [.. firsts.Concat(item.Own.Except(firsts)).Take(MostTold).OrderBy(article => article.Citation.Published)];
    }

    /// <summary>The stories in their order, numbered.</summary>
    /// <param name="said">The quotes of the articles that those in full are told from.</param>
    public static IReadOnlyList<DigestLine> Of(Edition edition, IReadOnlyList<QuoteHit> said) =>
    [
        .. edition.Items.Take(edition.InFull).SelectMany((item, index) => InFull(item, index + 1, said)),
        .. edition.InFull > 0 && edition.Items.Count > edition.InFull ? [new DigestLine(new Section(Words.DigestMore), 0)] : Array.Empty<DigestLine>(),
        .. edition.Items.Skip(edition.InFull)
            .Select((item, index) => new DigestLine(
                new Entry(Label(edition.InFull + index + 1), Headline(item, null), Sources(new SourceMarks(), item)), edition.InFull + index + 1)
            {
                Articles = [.. item.Own.Select(article => article.Citation)],
            }),
    ];

    private static IEnumerable<DigestLine> InFull(DigestItem item, int number, IReadOnlyList<QuoteHit> said)
    {
        var marks = new SourceMarks();
        var telling = Telling(item);
        var sentences = StoryTelling.Of(telling, MostSentences, item.Told);
        yield return new DigestLine(new Entry(Label(number), Headline(item, StoryWords.New)), number) { Articles = [.. telling.Select(article => article.Citation)] };
        if (sentences.Count > 0)
        {
            var told = marks.Marked(sentences);
            yield return new DigestLine(new Paragraph(item.IsUpdate ? [new Subtle(StoryWords.WhatIsNew + " "), .. told] : told), number) { Sentences = sentences };
        }

        var articles = telling.Select(article => article.Citation.Article).ToHashSet();
        foreach (var quote in TellingQuotes.Of([.. said.Where(quote => articles.Contains(quote.Citation.Article))], sentences, most: 1))
        {
            var shown = QuoteBlock.InArticle(quote);
            yield return new DigestLine(shown with { Source = shown.Source.With(new Subtle(marks.Of(quote.Citation))) }, number) { Quote = quote };
        }

        yield return new DigestLine(new Paragraph(Sources(marks, item)), number);
    }

    /// <summary>Asks which number is wrong, and then what of it: the quote that it shows, or one of its articles.</summary>
    public static IEnumerable<Button> Wrong(IReadOnlyList<DigestLine> lines) => WrongButton.Of(lines
        .Where(line => line.Number > 0)
        .GroupBy(line => line.Number)
        .Select(item => (IReadOnlyList<ItemReference>)
        [
            .. item.Where(line => line.Quote is null).SelectMany(line => line.Articles).Select(ItemReference.Of),
            .. item.Select(line => line.Quote).OfType<QuoteHit>().Select(ItemReference.Of),
        ]));

    private static RichText Label(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A story that goes on says so.</summary>
    /// <param name="fresh">What stands before the headline of another; nothing when null.</param>
    private static RichText Headline(DigestItem item, string? fresh) =>
        (item.IsUpdate ? StoryWords.Update : fresh) is { } tag
            ? [new Subtle(tag + " "), new Strong(item.Headline)]
            : [new Strong(item.Headline)];

    private static RichText Sources(SourceMarks marks, DigestItem item) =>
        marks.Line(item.Outlets).With(new Subtle(" · "), StoryLines.Number(item.Story.Id));
}
