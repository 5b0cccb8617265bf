using Bot.Digest.Articles;
using Bot.Digest.People;
using Bot.Digest.Quotes;
using Bot.Digest.Timelines;

namespace Bot.Digest;

/// <summary>What was understood of one article: everything points into the article's text.</summary>
public sealed record Findings
{
    /// <summary>ISO 639-1 code of the language it is written in, null where nothing told; quotes, people and dates are found in some languages only.</summary>
    public string? Language { get; init; }

    public required IReadOnlyList<FoundPerson> People { get; init; }

    public required IReadOnlyList<Quote> Quotes { get; init; }

    public required IReadOnlyList<DatedEvent> Events { get; init; }

    /// <summary>The sentences of the summary, in text order, each verbatim from the text.</summary>
    public required IReadOnlyList<TextSpan> Summary { get; init; }
}
