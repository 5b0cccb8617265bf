using Bot.Digest.Ports;

namespace Bot.Host.CommandLine.Export;

/// <summary>What is told of each kind of item; docs/operating.md describes it. Offsets are Unicode code points of the article's text.</summary>
public static class ExportFields
{
    public static readonly IReadOnlyList<ExportField<ExportedArticle>> OfArticles =
    [
        new("article", one => one.Article.Value),
        new("title", one => one.Title),
        new("source", one => one.Source),
        new("published", one => one.Published),
        new("url", one => one.Address),
        new("author", one => one.Author),
        new("language", one => one.Language),
        new("revision", one => one.Revision),
        new("summary", one => one.Summary),
        new("text", one => one.Text),
        new("sha256", one => one.Sha256),
    ];

    public static readonly IReadOnlyList<ExportField<ExportedQuote>> OfQuotes =
    [
        new("article", one => one.Article.Value),
        new("quote", one => one.Quote.Value),
        new("statement", one => one.Statement.Value),
        new("kind", one => one.Kind),
        new("text", one => one.Words.Text),
        new("start", one => one.Words.Start),
        new("end", one => one.Words.End),
        new("verbatim", one => one.Verbatim),
        new("pieces", one => one.Pieces),
        new("speaker", one => one.Speaker),
        new("slug", one => one.Slug),
        new("via", one => one.Via),
        new("translated", one => one.Translated),
        new("floating", one => one.Floating),
        new("confidence", one => one.Confidence),
        new("shown", one => one.Shown),
    ];

    public static readonly IReadOnlyList<ExportField<PersonCard>> OfPeople =
    [
        new("slug", one => one.Slug),
        new("name", one => one.Name),
        new("aliases", one => one.Aliases),
        new("roles", one => one.Roles),
        new("quotes", one => one.Quotes),
        new("possible", one => one.Possible),
        new("publishers", one => one.Publishers),
        new("mentions", one => one.Mentions),
    ];

    public static readonly IReadOnlyList<ExportField<ExportedEvent>> OfEvents =
    [
        new("article", one => one.Article.Value),
        new("date", one => one.From),
        new("until", one => one.To),
        new("precision", one => one.Precision),
        new("text", one => one.Sentence.Text),
        new("start", one => one.Sentence.Start),
        new("end", one => one.Sentence.End),
        new("expression", one => one.Expression),
        new("rule", one => one.Rule),
        new("planned", one => one.Planned),
        new("weight", one => one.Weight),
    ];
}
