namespace Bot.Host.Storage;

/// <summary>A question to a word index, before an engine writes it in its own words.</summary>
public abstract record WordQuery
{
    private WordQuery()
    {
    }

    /// <summary>Words that stand side by side; one word is the usual case.</summary>
    /// <param name="Words">Letters and digits only.</param>
    /// <param name="IsPrefix">Whether the last word may go on.</param>
    public sealed record Phrase(IReadOnlyList<string> Words, bool IsPrefix = false) : WordQuery;

    /// <summary>At least one of the parts.</summary>
    public sealed record Any(IReadOnlyList<WordQuery> Parts) : WordQuery;

    /// <summary>Every part.</summary>
    public sealed record All(IReadOnlyList<WordQuery> Parts) : WordQuery;

    /// <summary>The part, found within these columns.</summary>
    public sealed record In(IReadOnlyList<string> Columns, WordQuery Part) : WordQuery;
}
