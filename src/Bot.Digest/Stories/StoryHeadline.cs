using Bot.Digest.Language;

namespace Bot.Digest.Stories;

/// <summary>Chooses the title that stands for a story.</summary>
public static class StoryHeadline
{
    /// <summary>Titles that are compared with each other; of a longer story the newest are enough.</summary>
    public const int MostTitles = 40;

    private const int FewestWords = 4;
    private const int MostWords = 16;

    /// <summary>What a question, or a title that is too short or too long to be one, is worth beside another.</summary>
    private const double Unfit = 0.6;

    /// <summary>The title that has most words in common with the others; of equal ones the first.</summary>
    /// <param name="titles">At least one, the oldest first.</param>
    public static string Of(IReadOnlyList<string> titles)
    {
        var words = titles.Select(title => ContentWords.Of(title).ToHashSet()).ToList();
        var holders = words.SelectMany(title => title).CountBy(word => word).ToDictionary();
        var best = 0;
        for (var i = 1; i < titles.Count; i++)
        {
            best = Worth(i) > Worth(best) ? i : best;
        }

        return titles[best];

        double Worth(int i) => words[i].Count == 0
            ? 0
            : words[i].Sum(word => holders[word] - 1) / Math.Sqrt(words[i].Count) * Fitness(titles[i]);
    }

    private static double Fitness(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var isCut = title.EndsWith('…') || title.EndsWith("...", StringComparison.Ordinal);
        return words is < FewestWords or > MostWords || isCut || title.EndsWith('?') ? Unfit : 1;
    }
}
