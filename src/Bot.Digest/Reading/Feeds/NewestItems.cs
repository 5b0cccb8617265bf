namespace Bot.Digest.Reading.Feeds;

/// <summary>The newest items of a feed that holds very many; those without a date count as older than any, the later the older.</summary>
internal sealed class NewestItems
{
    private readonly List<FeedElement> _first = [];
    private readonly PriorityQueue<(FeedElement Item, int Position), (DateTimeOffset Date, int Earliness)> _newest = new();
    private int _seen;

    public int LeftOut => Math.Max(0, _seen - FeedReader.MostItems);

    public void Add(FeedElement item)
    {
        if (++_seen <= FeedReader.MostItems)
        {
            _first.Add(item);
            return;
        }

        if (_newest.Count == 0)
        {
            // Only a feed that holds too many has its dates read here.
            _newest.EnqueueRange(_first.Select((first, position) => ((first, position), PlaceOf(first, position))));
        }

        _newest.EnqueueDequeue((item, _seen), PlaceOf(item, _seen));
    }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<FeedElement> Kept() =>
        _newest.Count == 0 ? _first : [.. _newest.UnorderedItems.OrderBy(kept => kept.Element.Position).Select(kept => kept.Element.Item)];

    private static (DateTimeOffset Date, int Earliness) PlaceOf(FeedElement item, int position) =>
        (FeedDates.Of(item) ?? DateTimeOffset.MinValue, -position);
}
