using Bot.Digest.Quotes;
using Bot.Digest.Timelines;

namespace Bot.Digest.Ports;

/// <summary>An article as it leaves the archive.</summary>
/// <param name="Sha256">SHA-256 of the UTF-8 <paramref name="Text"/>, lower-case hexadecimal.</param>
public sealed record ExportedArticle(
    ArticleId Article, string Title, string Text, string Sha256, string Source, DateTimeOffset Published, Uri? Address,
    string? Author, string? Language, int Revision, IReadOnlyList<string> Summary);

/// <summary>Words of an article and where they stand.</summary>
/// <param name="Start">Unicode code points from the start of the article's text.</param>
/// <param name="End">One past the last code point.</param>
public sealed record ExportedWords(string Text, int Start, int End);

/// <summary>A quote as it leaves the archive: only one that still agrees with its article.</summary>
/// <param name="Statement">The same for all wordings of one statement.</param>
/// <param name="Speaker">The resolved name, else the words that name the speaker, else null.</param>
/// <param name="Slug">Null when the speaker is no named person.</param>
public sealed record ExportedQuote(
    ArticleId Article, QuoteId Quote, StatementId Statement, ExportedWords Words, QuoteKind Kind, IReadOnlyList<ExportedWords> Pieces,
    IReadOnlyList<ExportedWords> Verbatim, string? Speaker, string? Slug, string? Via, string? Translated, bool Floating, double Confidence, bool Shown);

/// <summary>A dated sentence as it leaves the archive.</summary>
public sealed record ExportedEvent(
    ArticleId Article, ExportedWords Sentence, string Expression, DateOnly From, DateOnly To, DatePrecision Precision, string Rule,
    bool Planned, double Weight);

/// <summary>Everything the asking community may see, piece by piece, article by article from the oldest reading on.</summary>
public interface IArchiveExport
{
    IAsyncEnumerable<ExportedArticle> ArticlesAsync(CommunityId asker, CancellationToken ct);

    IAsyncEnumerable<ExportedQuote> QuotesAsync(CommunityId asker, CancellationToken ct);

    /// <summary>The cards of the people, in the order of their slugs.</summary>
    IAsyncEnumerable<PersonCard> PeopleAsync(CommunityId asker, CancellationToken ct);

    IAsyncEnumerable<ExportedEvent> EventsAsync(CommunityId asker, CancellationToken ct);
}
