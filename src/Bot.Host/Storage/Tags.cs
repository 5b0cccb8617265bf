namespace Bot.Host.Storage;

/// <summary>Words that the word indexes hold beside an article's own, in a column that nobody can ask for.</summary>
internal static class Tags
{
    public static string Source(long source) => $"s{source}";

    public static string Person(long person) => $"p{person}";

    /// <summary>At least one of these tags.</summary>
    public static WordQuery Query(IReadOnlyList<string> tags) =>
        new WordQuery.In(["tags"], new WordQuery.Any([.. tags.Select(tag => new WordQuery.Phrase([tag]))]));

    /// <summary>One of these sources; nothing at all where there is none.</summary>
    public static WordQuery Query(IReadOnlyList<long> sources) => Query([.. sources.Select(Source).DefaultIfEmpty(Source(0))]);
}
