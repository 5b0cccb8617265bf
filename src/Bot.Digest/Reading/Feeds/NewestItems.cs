namespace Bot.Digest.Reading.Feeds;

/// <summary>The newest items of a feed that holds very many; those without a date count as older than any, the later the older.</summary>
internal sealed class NewestItems
{
    private readonly PriorityQueue<(FeedElement Item, int Position), (DateTimeOffset Date, int Earliness)> _kept = new();
    private int _seen;

    public int LeftOut => _seen - _kept.Count;

    public void Add(FeedElement item)
    {
        var place = (FeedDates.Of(item) ?? DateTimeOffset.MinValue, -_seen);
        if (_kept.Count < FeedReader.MostItems)
        {
            _kept.Enqueue((item, _seen), place);
        }
        else
        {
            _kept.EnqueueDequeue((item, _seen), place);
        }

        _seen++;
    }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<FeedElement> Kept() => [.. _kept.UnorderedItems.OrderBy(kept => kept.Element.Position).Select(kept => kept.Element.Item)];
}
