using Bot.Digest.Language;

namespace Bot.Digest.Stories;

/// <summary>Finds what titles are about: words that several of them hold, and two that stand side by side in several.</summary>
public static class TitleTopics
{
    /// <summary>A word of fewer titles is chance.</summary>
    private const int FewestTitles = 2;

    /// <summary>A word that so many of everyday news hold is no topic by itself.</summary>
    private const double CommonShare = 0.01;

    /// <summary>The words as first printed, with how many titles hold them; those of most titles first.</summary>
    public static IReadOnlyList<(string Words, int Titles)> Of(IEnumerable<string> titles, int limit)
    {
        var counts = new Dictionary<ulong, (string Words, int Titles)>();
        foreach (var title in titles)
        {
            foreach (var (key, start, end) in In(title))
            {
                var (words, times) = counts.GetValueOrDefault(key, (title[start..end], 0));
                counts[key] = (words, times + 1);
            }
        }

        return [.. counts.Values
            .Where(topic => topic.Titles >= FewestTitles)
            .OrderByDescending(topic => topic.Titles).ThenBy(topic => topic.Words, StringComparer.Ordinal)
            .Take(limit)];
    }

    /// <summary>Each topic of a title once, with where it stands.</summary>
    private static List<(ulong Key, int Start, int End)> In(string title)
    {
        var found = new List<(ulong Key, int Start, int End)>();
        var own = new HashSet<ulong>();
        var (before, start, end) = (0UL, 0, -2);
        var walk = ContentWords.In(title);
        while (walk.MoveNext())
        {
            var (word, span) = (walk.Current, walk.Span);
            if (NewsWords.ShareOf(ArticleTerms.Fold(word)) < CommonShare && own.Add(word))
            {
                found.Add((word, span.Start, span.End));
            }

            // Only a blank between them: a comma parts what is said of one thing from another.
            var pair = (before * 31) ^ word;
            if (span.Start - end == 1 && title[end] == ' ' && own.Add(pair))
            {
                found.Add((pair, start, span.End));
            }

            (before, start, end) = (word, span.Start, span.End);
        }

        return found;
    }
}
