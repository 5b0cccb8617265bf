using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>
/// Chooses what an edition tells: what many publishers tell independently, the freshest and fastest growing of it and the channel's topics
/// first; nothing twice, and nothing that the channel knows.
/// </summary>
public sealed class EditionComposer
{
    /// <summary>Stories that one publisher tells alone: more would make the digest that publisher's own.</summary>
    private const int MostOfOnePublisher = 2;

    private readonly DigestSize _size;
    private readonly bool _isOnePublishers;
    private readonly Dictionary<PublisherId, int> _alone = [];
    private readonly List<(StoryId Story, Wording Wording)> _chosen = [];

    private EditionComposer(EditionWish wish, IReadOnlyList<DigestItem> items)
    {
        var size = DigestSize.Of(wish.Style);
        _size = wish.Most is { } most ? new(Math.Min(size.InFull, most), Math.Min(size.InAll, most)) : size;
        _isOnePublishers = items.SelectMany(item => item.Outlets).DistinctBy(outlet => outlet.Publisher).Take(2).Count() < 2;
    }

    /// <summary>The edition of these stories. The same stories in any order give the same edition.</summary>
    public static Edition Compose(IReadOnlyList<DigestCandidate> candidates, EditionWish wish)
    {
        var told = wish.Told.Select(story => (story.Story, story.Articles, Wording: new Wording(story.Articles))).ToList();
        var items = candidates.Select(candidate => new DigestItem(candidate, wish.Period.Since, KnownOf(candidate, told))).ToList();
        var newest = items.Select(item => item.Own[^1].Citation.Published).DefaultIfEmpty().Max();
        var composer = new EditionComposer(wish, items);
        var choices = items
            .Select(item => (Item: item, Worth: DigestWorth.Of(item, wish.Period, newest)))
            .OrderByDescending(one => one.Worth.Total)
            .ThenBy(one => one.Item.Story.Id.Value)
            .Select(one => composer.Choose(one.Item, one.Worth))
            .ToList();
        return new Edition([.. choices.OrderBy(choice => choice.Place is DigestPlace.InFull or DigestPlace.Headline ? 0 : 1)]);
    }

    /// <summary>What the channel was told of a story, under its own number or another.</summary>
    private static List<ArticleHit> KnownOf(DigestCandidate candidate, List<(StoryId Story, IReadOnlyList<ArticleHit> Articles, Wording Wording)> told)
    {
        var wording = new Wording(candidate.Story.Articles.Select(article => article.Article));
        return [.. told
            .Where(story => story.Story == candidate.Story.Story.Id || story.Wording.Repeats(wording))
            .SelectMany(story => story.Articles)];
    }

    private DigestChoice Choose(DigestItem item, DigestWorth worth)
    {
        if (item.IsTold)
        {
            return new DigestChoice(item, DigestPlace.ToldBefore, worth);
        }

        var wording = new Wording(item.Own);
        if (_chosen.Find(one => one.Wording.Repeats(wording)) is { Wording: not null } repeated)
        {
            return new DigestChoice(item, DigestPlace.RepeatsAnother, worth, repeated.Story);
        }

        if (_chosen.Count >= _size.InAll)
        {
            return new DigestChoice(item, DigestPlace.NoRoom, worth);
        }

        if (IsOneTooMany(item))
        {
            return new DigestChoice(item, DigestPlace.PublisherHasEnough, worth);
        }

        _chosen.Add((item.Story.Id, wording));
        return new DigestChoice(item, _chosen.Count <= _size.InFull ? DigestPlace.InFull : DigestPlace.Headline, worth);
    }

    /// <summary>Counts the stories that one publisher tells alone. Where there is one publisher only, nobody is crowded out.</summary>
    private bool IsOneTooMany(DigestItem item)
    {
        if (_isOnePublishers || item.Outlets is not [var only])
        {
            return false;
        }

        var before = _alone.GetValueOrDefault(only.Publisher);
        _alone[only.Publisher] = before + 1;
        return before >= MostOfOnePublisher;
    }
}
