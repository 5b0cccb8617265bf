namespace Bot.Digest.Ports;

/// <summary>What an admin decided about a quote that is wrong.</summary>
public enum QuoteMark
{
    /// <summary>It stands nowhere.</summary>
    Hidden = 1,

    /// <summary>It stands without a speaker: on nobody's card and in no count.</summary>
    Unresolved = 2,
}

/// <summary>How marking came out.</summary>
public enum MarkResult
{
    Done = 1,

    /// <summary>The community sees no such quote.</summary>
    NoSuchQuote = 2,

    /// <summary>It was so before; taken back was nothing.</summary>
    AsBefore = 3,

    /// <summary>The operator's mark holds for everyone: only the operator takes it back.</summary>
    ForEveryone = 4,
}

/// <summary>A quote that was to be marked.</summary>
/// <param name="Quote">As it stands without any mark; null when there is none.</param>
public sealed record MarkOutcome(MarkResult Result, QuoteHit? Quote);

/// <summary>
/// Putting wrong quotes right: for the editor's community, from the default set for everyone. A mark is about all printings of the statement, and
/// it holds when an article is read again or comes again. Changing calls write the audit in the same transaction.
/// </summary>
public interface IQuoteMarks
{
    /// <summary>Marks a quote, in the place of the mark that it has.</summary>
    Task<MarkOutcome> MarkAsync(Editor editor, ItemReference quote, QuoteMark mark, CancellationToken ct);

    /// <summary>Takes the mark off a quote.</summary>
    Task<MarkOutcome> RestoreAsync(Editor editor, ItemReference quote, CancellationToken ct);
}
