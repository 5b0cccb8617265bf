using System.Data.Common;
using Bot.Digest.Stories;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>
/// The live window as this process holds it. Decides within the transaction that stores the article, when no other process can, and first
/// takes in what others decided since. What a failed transaction left in memory is thrown away.
/// </summary>
internal sealed class LiveStories
{
    private StoryWindow _window = new(new StoryRules());
    private Numbering? _numbers;
    private long _opened;
    private long _kept;

    /// <summary>Brings the window up to the archive's state; the first step of a transaction.</summary>
    /// <returns>What <see cref="Keep"/> is told when the transaction was committed.</returns>
    public async Task<long> OpenAsync(DbConnection connection, CancellationToken ct)
    {
        var stored = await connection.QuerySingleAsync<Numbering>(new CommandDefinition(
            "select next_story as NextStory, next_number as NextNumber, removals as Removals from story_numbers", cancellationToken: ct));
        if (_numbers is null || _opened != Interlocked.Read(ref _kept) || _numbers.Removals != stored.Removals)
        {
            (_window, _numbers) = (new StoryWindow(new StoryRules()), null);
        }

        await LoadAsync(connection, _numbers?.NextNumber ?? 0, ct);
        _numbers = stored;
        return ++_opened;
    }

    /// <summary>Says where an article belongs and takes it into the window.</summary>
    /// <param name="story">The story it has and keeps; null to choose one.</param>
    public Placement Place(long article, ArticleTerms terms, DateTimeOffset published, long? story)
    {
        var chosen = _window.Choose(terms, published);
        var isKept = story is not null && story != chosen.Story;
        var placed = new LiveArticle
        {
            Article = article,
            Story = story ?? chosen.Story ?? _numbers!.NextStory++,
            Published = published,
            Terms = terms.Terms,
            Copies = terms.Copies,
            CopyOf = isKept ? null : chosen.CopyOf,
        };
        return new Placement(placed, _numbers!.NextNumber++, isKept ? [] : chosen.Joined, _window.Add(placed));
    }

    /// <summary>Takes an article out of its story, to be placed again or for good.</summary>
    /// <returns>The story that it was in; null when it was in none.</returns>
    public async Task<long?> TakeOutAsync(DbConnection connection, long article, CancellationToken ct)
    {
        _window.Remove(article);
        var (story, wasLive) = await StoryRows.RemoveAsync(connection, article, ct);
        _numbers!.Removals += wasLive ? 1 : 0;
        return story;
    }

    /// <summary>Writes down the numbers that were given; the last step of a transaction.</summary>
    public Task<int> CloseAsync(DbConnection connection, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        "update story_numbers set next_story = @NextStory, next_number = @NextNumber, removals = @Removals", _numbers, cancellationToken: ct));

    /// <summary>The transaction of that opening was committed: the window in memory is the archive's.</summary>
    public void Keep(long opening) => Interlocked.Exchange(ref _kept, opening);

    private async Task LoadAsync(DbConnection connection, long from, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<WindowRow>(new CommandDefinition(
            """
            select w.article_id as Article, a.story_id as Story, a.published_at as Published, a.copy_of as CopyOf, w.terms as Terms,
                w.fingerprint as Fingerprint
            from story_window w
            join story_articles a on a.article_id = w.article_id
            where w.number >= @From
            order by w.number
            """,
            new { From = from },
            cancellationToken: ct));
        foreach (var row in rows)
        {
            _window.Add(row.ToArticle());
        }
    }

    /// <summary>What became of an article.</summary>
    /// <param name="Number">Its place in the order of the window.</param>
    /// <param name="Joined">The words for which it joined.</param>
    /// <param name="Fallen">The article that fell out of the window for it.</param>
    internal sealed record Placement(LiveArticle Article, long Number, IReadOnlyList<string> Joined, LiveArticle? Fallen);

    private sealed class Numbering
    {
        public long NextStory { get; set; }

        public long NextNumber { get; set; }

        public long Removals { get; set; }
    }

    private sealed class WindowRow
    {
        public long Article { get; init; }

        public long Story { get; init; }

        public long Published { get; init; }

        public long? CopyOf { get; init; }

        public byte[] Terms { get; init; } = [];

        public byte[]? Fingerprint { get; init; }

        public LiveArticle ToArticle() => new()
        {
            Article = Article,
            Story = Story,
            Published = Stored.Moment(Published),
            CopyOf = CopyOf,
            Terms = StoryTerms.Read(Terms),
            Copies = Fingerprint is null ? null : MinHash.Read(Fingerprint),
        };
    }
}
