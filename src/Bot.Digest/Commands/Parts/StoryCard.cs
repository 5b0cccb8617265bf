using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Timelines;

namespace Bot.Digest.Commands.Parts;

/// <summary>The lines of one story: what it is, its best quotes, what happened when, who tells it.</summary>
internal sealed class StoryCard(StoryDetail told, CommandCall call)
{
    private const int MostSentences = 3;
    private const int MostQuotes = 3;
    private const int MostDays = 4;
    private const int MostOutlets = 6;

    public Heading Head() => new(
        told.Story.Headline, $"{StoryLines.Days(told.Story, call)} · {StoryLines.Counts(told.Story)}");

    /// <summary>Everything in short.</summary>
    public IEnumerable<Block> Overview(IReadOnlyList<QuoteHit> said, IReadOnlyList<EventHit> events)
    {
        var marks = new SourceMarks();
        var sentences = StoryTelling.Of([.. told.Articles.Where(article => article.CopyOf is null).Select(article => article.Article)], MostSentences, known: []);
        var summary = marks.Marked(sentences);
        return
        [
            Head(),
            .. summary.Count > 0 ? [new Paragraph(summary)] : Array.Empty<Block>(),
            .. TellingQuotes.Of(said, sentences, MostQuotes).Select(quote => QuoteBlock.WithSpeaker(quote, call)),
            .. Events(events),
            new Section(StoryWords.OutletsTitle),
            .. Outlets(marks),
        ];
    }

    /// <summary>Each article with its outlet; a copy names whose words it prints.</summary>
    public IEnumerable<Block> Articles(IReadOnlyList<StoryArticle> articles) =>
    [
        Head(),
        new Section(StoryWords.ArticlesTitle),
        .. articles.Select(article => ArticleEntry.Of(article.Article, call, CopyNote(article) ?? ArticleEntry.Excerpt(article.Article))),
    ];

    /// <summary>The words for which each article was put to the story.</summary>
    public IEnumerable<Block> Reasons(IReadOnlyList<StoryArticle> articles) =>
    [
        Head(),
        new Section(StoryWords.ReasonsTitle),
        .. articles.Select(article => ArticleEntry.Of(article.Article, call, Reason(article))),
    ];

    private IEnumerable<Block> Events(IReadOnlyList<EventHit> events)
    {
        var happened = TimelineComposer.Compose(events, new TimelineSize(MostDays, EachDay: 1)).Happened;
        return happened.Count == 0
            ? []
            : [new Section(StoryWords.TimelineTitle), .. new TimelineBlocks(call, explained: false).Happened(happened)];
    }

    /// <summary>Those that are cited above by their marks, then the first article of each other publisher.</summary>
    private IEnumerable<Block> Outlets(SourceMarks marks)
    {
        var others = told.Articles
            .DistinctBy(article => article.Article.Citation.Publisher)
            .Where(article => marks.Cited.All(cited => cited.Publisher != article.Article.Citation.Publisher))
            .ToList();
        var room = Math.Max(0, MostOutlets - marks.Cited.Count);
        return
        [
            .. marks.Cited.Select(cited => new Entry(null, [new Subtle(marks.Of(cited)), .. Citations.OutletAndDay(cited, call)])),
            .. others.Take(room).Select(article => new Entry(null, Citations.OutletAndDay(article.Article.Citation, call), CopyNote(article))),
            .. others.Count > room ? [new Note(StoryWords.MoreOutlets(others.Count - room))] : Array.Empty<Block>(),
        ];
    }

    private RichText? CopyNote(StoryArticle article) => Original(article) is { } original
        ? [new Subtle(StoryWords.CopyOf(original.Outlet))]
        : null;

    private Citation? Original(StoryArticle article) => article.CopyOf is { } id
        ? told.Articles.FirstOrDefault(one => one.Article.Citation.Article == id)?.Article.Citation
        : null;

    private RichText Reason(StoryArticle article) =>
        Original(article) is { } original ? StoryWords.CopyOf(original.Outlet)
        : article.Joined.Count > 0 ? StoryWords.JoinedBy(string.Join(", ", article.Joined))
        : article == told.Articles[0] ? StoryWords.JoinedFirst
        : StoryWords.JoinedUnknown;
}
