using Bot.Digest.Articles;
using Bot.Digest.Quotes;

namespace Bot.Digest.Ports;

/// <summary>Where words were found.</summary>
/// <param name="Outlet">Name of the source: the asking community's own for it, else the operator's, else as it names itself.</param>
/// <param name="Publisher">Who owns the source; outlets of one publisher count once.</param>
/// <param name="Address">Null for an article that has no web address.</param>
public sealed record Citation(
    ArticleId Article, string Title, string Outlet, PublisherId Publisher, DateTimeOffset Published, Uri? Address)
{
    /// <summary>When the publisher was seen to have taken the article back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>A stored quote, compared with its stored paragraph when it was read out.</summary>
public sealed record QuoteHit
{
    public required QuoteId Id { get; init; }

    /// <summary>The statement that it is a wording of; copies in other articles share it.</summary>
    public StatementId Statement { get; init; }

    public required QuoteKind Kind { get; init; }

    /// <summary>The whole quote as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Pieces between quotation marks, as ranges of <see cref="Text"/>, marks excluded.</summary>
    public required IReadOnlyList<TextSpan> Verbatim { get; init; }

    /// <summary>The pieces of <see cref="Text"/> that are said, as ranges of it: more than one where the cue interrupts.</summary>
    public required IReadOnlyList<TextSpan> Pieces { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>Resolved name, else the printed words, else null.</summary>
    public string? Speaker { get; init; }

    /// <summary>Null when the speaker is no named person.</summary>
    public string? SpeakerSlug { get; init; }

    /// <summary>A speaker of a kind that was not measured right often enough is called by this.</summary>
    public SpeakerKind SpeakerKind { get; init; }

    /// <summary>Names of those who said it together with the speaker.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>The outlet that the words are relayed from, as printed.</summary>
    public string? Via { get; init; }

    /// <summary>The words by which the outlet says that it translated ("in Spanish"); null when nothing says so.</summary>
    public string? Translated { get; init; }

    /// <summary>The words that say that it was said, as printed ("denied", "according to"); null when there are none.</summary>
    public string? Cue { get; init; }

    /// <summary>What is printed between <see cref="Cue"/> and <see cref="Text"/>; null when the cue does not stand before the quote.</summary>
    public string? AfterCue { get; init; }

    public double Confidence { get; init; }

    public bool Shown { get; init; }

    /// <summary>The paragraph before the quote's own, where the reader may find the question; null at the start.</summary>
    public string? Before { get; init; }

    /// <summary>The paragraph that holds the quote.</summary>
    public required string Paragraph { get; init; }

    /// <summary>How many publishers beside this one's printed the statement, of those that the asker may see.</summary>
    public int MorePublishers { get; init; }

    /// <summary>The statement in other words than these, each at its earliest outlet, the earliest first. Told by <see cref="IQuotes.OfPersonAsync"/> and <see cref="IQuotes.SaidAsync"/>.</summary>
    public IReadOnlyList<QuoteHit> Wordings { get; init; } = [];
}

/// <summary>Which quotes are asked for, by when their article was published.</summary>
public sealed record QuoteFilter
{
    public string? About { get; init; }

    public PersonId? By { get; init; }

    /// <summary>First moment, included.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>First moment that is too late.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The "possibly theirs" instead of the shown ones.</summary>
    public bool Possible { get; init; }
}

/// <summary>One page of hits.</summary>
/// <param name="Total">All hits of the question, this page's included; counting may stop at 300 where words are looked for, at 1,000 elsewhere.</param>
/// <param name="IsMore">True when counting stopped there: so many or more.</param>
/// <param name="Near">True when nothing held the words as typed and these are similar wordings.</param>
public sealed record Hits<T>(IReadOnlyList<T> Items, int Total, bool Near = false, bool IsMore = false)
{
    /// <summary>Hits that stand behind one of these, counted beside <see cref="Total"/>.</summary>
    public int Behind { get; init; }
}

/// <summary>Quotes of the articles that the asking community may see, each compared with its stored paragraph when it is read out.</summary>
public interface IQuotes
{
    /// <summary>
    /// What a person said (<see cref="QuoteFilter.By"/> is required): each statement once, at its earliest outlet, the newest day first; of one
    /// day those that make a sentence first (<see cref="Prominence"/>), then the newest, each article's in text order.
    /// </summary>
    Task<Hits<QuoteHit>> OfPersonAsync(CommunityId asker, QuoteFilter filter, int skip, int take, CancellationToken ct);

    /// <summary>Who said a phrase: each statement once, at its earliest outlet with the phrase; otherwise near wordings by shared words.</summary>
    Task<Hits<QuoteHit>> SaidAsync(CommunityId asker, string phrase, QuoteFilter filter, int skip, int take, CancellationToken ct);

    /// <summary>The quotes of these articles, article by article in the order asked, each article's in text order, its first 500 at most.</summary>
    Task<IReadOnlyList<QuoteHit>> InArticlesAsync(
        CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct);
}
