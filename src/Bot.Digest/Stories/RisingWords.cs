using Bot.Digest.Language;
using Bot.Digest.Ports;

namespace Bot.Digest.Stories;

/// <summary>Finds the words that more titles hold than before.</summary>
public static class RisingWords
{
    /// <summary>A word of fewer titles is chance.</summary>
    private const int FewestTitles = 2;

    /// <summary>A word that so many of everyday news hold is no topic.</summary>
    private const double CommonShare = 0.01;

    /// <summary>The words that rise most, most first; of equal ones the rarer, then in the order of the alphabet.</summary>
    /// <param name="titles">Each with whether it belongs to the later time.</param>
    public static IReadOnlyList<RisingTopic> Of(IEnumerable<(string Title, bool IsLater)> titles, int limit)
    {
        var counts = new Dictionary<ulong, (string Word, int Earlier, int Later)>();
        foreach (var (title, isLater) in titles)
        {
            var own = new HashSet<ulong>();
            var walk = ContentWords.In(title);
            while (walk.MoveNext())
            {
                if (own.Add(walk.Current))
                {
                    var (word, earlier, later) = counts.GetValueOrDefault(walk.Current, (walk.Span.In(title), 0, 0));
                    counts[walk.Current] = (word, earlier + (isLater ? 0 : 1), later + (isLater ? 1 : 0));
                }
            }
        }

        return [.. counts
            .Where(word => word.Value.Later >= FewestTitles && word.Value.Later > word.Value.Earlier && NewsWords.ShareOf(ArticleTerms.Fold(word.Key)) < CommonShare)
            .Select(word => new RisingTopic(word.Value.Word, word.Value.Earlier, word.Value.Later))
            .OrderByDescending(topic => topic.Later - topic.Earlier).ThenBy(topic => topic.Earlier).ThenBy(topic => topic.Words, StringComparer.Ordinal)
            .Take(limit)];
    }
}
