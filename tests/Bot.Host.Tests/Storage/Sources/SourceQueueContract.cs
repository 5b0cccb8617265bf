using Bot.Digest.Ports;
using Bot.Digest.Reading.Visits;
using Bot.Digest.Sources;
using Bot.Host.Storage.Sources;
using Dapper;

namespace Bot.Host.Tests.Storage.Sources;

/// <summary>What every engine must do when sources are visited.</summary>
public abstract class SourceQueueContract : StorageContract
{
    private static readonly Editor Anna = new(Harbour, "Anna");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private StoredSourceQueue Queue => new(Database, Writer, Clock);

    [Fact]
    public async Task A_due_source_is_claimed_by_only_one_of_two_hosts_and_by_another_when_the_lease_is_over()
    {
        var source = await FollowAsync("post");

        var claims = await Task.WhenAll(Queue.ClaimDueAsync(Now, Lease, 10, Ct), Queue.ClaimDueAsync(Now, Lease, 10, Ct));

        var claimed = Assert.Single(claims.SelectMany(claim => claim));
        Assert.Equal(new ClaimedSource(source, "post", SourceKind.Feed, new Uri("https://post.example/feed"), 1, null, Now + Lease, new VisitMemory()), claimed);
        Assert.Null(await Queue.ClaimAsync(source, Now, Lease, Ct));
        Clock.Advance(Lease + TimeSpan.FromSeconds(1));
        Assert.Single(await Queue.ClaimDueAsync(Now, Lease, 10, Ct));
    }

    [Fact]
    public async Task The_longest_overdue_are_claimed_first_and_what_is_not_due_is_left()
    {
        var first = await FollowAsync("first");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await FollowAsync("second");
        var before = Now - TimeSpan.FromSeconds(1);

        Assert.Equal(first, Assert.Single(await Queue.ClaimDueAsync(before, Lease, 10, Ct)).Id);
        Assert.Equal(second, Assert.Single(await Queue.ClaimDueAsync(Now, Lease, 10, Ct)).Id);
    }

    [Fact]
    public async Task What_a_visit_remembers_comes_back_with_the_next_claim()
    {
        var memory = new VisitMemory
        {
            Validators = new Validators("W/\"a\"", "Mon, 01 Jun 2026 07:00:00 GMT"),
            DocumentHash = "abc",
            VisitedAt = Now,
            SucceededAt = Now,
            AskedWholeAt = Now,
            Failures = 2,
            LastFailure = FetchFailure.TooSlow,
            Move = new SeenMove(new Uri("https://new.example/feed"), 2, Now),
            ItemsOffered = 20,
            Wishes = VisitWishes.Of(TimeSpan.FromHours(1), [0, 23], [DayOfWeek.Saturday]),
            Doubt = SourceDoubt.Flood,
            DoubtSince = Now,
            Strikes = 3,
            Day = new DateOnly(2026, 6, 1),
            NewItems = 7,
            LeftOut = 9,
        };
        var source = await FollowAsync("post");

        await CompleteAsync(source, new VisitOutcome { Memory = memory, NextVisit = Now + TimeSpan.FromHours(1) });

        Assert.Empty(await Queue.ClaimDueAsync(Now + TimeSpan.FromMinutes(59), Lease, 10, Ct));
        Assert.Equal(memory, Assert.Single(await Queue.ClaimDueAsync(Now + TimeSpan.FromHours(1), Lease, 10, Ct)).Memory);
    }

    [Fact]
    public async Task Items_are_known_again_by_identity_by_address_and_by_their_words()
    {
        var source = await FollowAsync("post");
        await CompleteAsync(source, Visited(new VisitedItem(Marks("1", "https://post.example/1", "long words")) { Article = Article("One", "https://post.example/1") }));

        var known = await Queue.RecogniseAsync(
            source,
            [
                Marks("1", "https://post.example/other", null), Marks("2", "https://post.example/1", null),
                Marks("3", "https://post.example/3", "long words"), Marks("4", "https://post.example/4", "other words"),
                Marks("1", "https://post.example/1", "long words") with { Said = "changed" },
            ],
            Ct);

        Assert.Equal([KnownBy.Identity, KnownBy.Address, KnownBy.Words, null, KnownBy.Identity], known.Select(item => item?.By));
        Assert.All(known.Where(item => item is not null), item => Assert.NotNull(item!.Article));
        Assert.Equal([true, true, true, null, false], known.Select(item => item?.IsUnchanged));
    }

    [Fact]
    public async Task An_item_that_changed_revises_its_article_whatever_its_address_is_now()
    {
        var source = await FollowAsync("post");
        var item = new VisitedItem(Marks("1", "https://post.example/1", null)) { Article = Article("One", "https://post.example/1") };
        await CompleteAsync(source, Visited(item));
        var known = (await Queue.RecogniseAsync(source, [item.Marks], Ct))[0]!;

        var outcomes = await CompleteAsync(source, Visited(item with { Known = known.Article, Article = Article("One, corrected", "https://post.example/1-corrected") }));

        Assert.Equal([AddOutcome.Revised], outcomes);
        Assert.Equal("One, corrected", Assert.Single(await Queue.NewestAsync(source, 5, Ct)).Title);
    }

    [Fact]
    public async Task Who_comes_back_after_the_lease_passed_on_changes_nothing()
    {
        var source = await FollowAsync("post");
        var late = (await Queue.ClaimAsync(source, Now, Lease, Ct))!;
        Clock.Advance(Lease + TimeSpan.FromSeconds(1));
        await Queue.ClaimAsync(source, Now, Lease, Ct);

        var stored = await Queue.CompleteAsync(late, Visited(new VisitedItem(Marks("1", null, null)) { Article = Article("One", "https://post.example/1") }), Ct);

        Assert.Null(stored);
        Assert.Empty(await Queue.NewestAsync(source, 5, Ct));
    }

    [Fact]
    public async Task A_source_that_is_removed_while_it_is_visited_brings_nothing_back()
    {
        var source = await FollowAsync("post");
        var claimed = (await Queue.ClaimAsync(source, Now, Lease, Ct))!;
        await Sources.RemoveAsync(Anna, source, Ct);

        Assert.Null(await Queue.CompleteAsync(claimed, Visited(new VisitedItem(Marks("1", null, null)) { Article = Article("One", "https://post.example/1") }), Ct));
    }

    [Fact]
    public async Task A_visit_that_cannot_be_stored_whole_remembers_nothing()
    {
        var source = await FollowAsync("post");
        var claimed = (await Queue.ClaimAsync(source, Now, Lease, Ct))!;
        await Database.WriteAsync(connection => connection.ExecuteAsync("create trigger no_visit before update of etag on source_visits begin select raise(abort, 'full'); end"), Ct);
        var outcome = Visited(new VisitedItem(Marks("1", null, null)) { Article = Article("One", "https://post.example/1") }) with
        {
            Memory = new VisitMemory { Validators = new Validators("\"1\"", null) },
        };

        await Assert.ThrowsAnyAsync<Exception>(() => Queue.CompleteAsync(claimed, outcome, Ct));

        Assert.Empty(await Queue.NewestAsync(source, 5, Ct));
        Assert.Equal([null], await Queue.RecogniseAsync(source, [Marks("1", null, null)], Ct));
    }

    [Fact]
    public async Task Pages_that_are_owed_are_tried_until_they_are_read_or_given_up()
    {
        var source = await FollowAsync("post");
        var item = new VisitedItem(Marks("1", "https://post.example/1", null)) { Article = Article("One", "https://post.example/1"), PageTries = 2 };
        await CompleteAsync(source, Visited(item));

        var owed = Assert.Single(await Queue.OwedPagesAsync(source, 5, Ct));
        await CompleteAsync(source, Visited() with { Pages = [new TriedPage(owed with { PageTries = 1 }, null, IsWithdrawn: false)] });
        var again = Assert.Single(await Queue.OwedPagesAsync(source, 5, Ct));
        await CompleteAsync(source, Visited() with { Pages = [new TriedPage(again, Article("One", "https://post.example/1", "The whole text."), IsWithdrawn: false)] });

        Assert.Equal((2, 1), (owed.PageTries, again.PageTries));
        Assert.Empty(await Queue.OwedPagesAsync(source, 5, Ct));
        Assert.Equal(2, (await Articles.FindAsync(Harbour, owed.Article, Ct))!.Revisions);
    }

    [Fact]
    public async Task A_source_that_moves_to_the_address_of_another_becomes_one_with_it()
    {
        var old = await FollowAsync("old");
        var other = (await Sources.AddAsync(new Editor(Valley, "Ben"), Feed("new"), Ct)).Source!.Id;
        await CompleteAsync(old, Visited(new VisitedItem(Marks("1", null, null)) { Article = Article("One", "https://old.example/1") }));

        await CompleteAsync(old, Visited() with { MovedTo = new Uri("https://new.example/feed") });

        Assert.Equal([other], (await Queue.ClaimDueAsync(Now + TimeSpan.FromDays(9), Lease, 10, Ct)).Select(source => source.Id));
        Assert.Contains((await Sources.ListAsync(Harbour, 0, 10, Ct)).Items, source => source.Id == other);
        Assert.Equal(1, await Articles.CountAsync(Harbour, Ct));
    }

    [Fact]
    public async Task A_source_that_moves_alone_keeps_everything()
    {
        var source = await FollowAsync("old");

        await CompleteAsync(source, Visited() with { MovedTo = new Uri("https://new.example/feed"), Title = "The New Post" });

        var moved = (await Queue.ClaimAsync(source, Now, Lease, Ct))!;
        Assert.Equal((new Uri("https://new.example/feed"), "The New Post"), (moved.Address, moved.Name));
    }

    [Fact]
    public async Task What_its_publisher_took_back_is_told_no_more_and_is_still_found()
    {
        var source = await FollowAsync("post");
        var item = new VisitedItem(Marks("1", null, null)) { Article = Article("One", "https://post.example/1") };
        await CompleteAsync(source, Visited(item, new VisitedItem(Marks("2", null, null)) { Article = Article("Two", "https://post.example/2") }));
        var article = (await Queue.RecogniseAsync(source, [item.Marks], Ct))[0]!.Article;

        await CompleteAsync(source, Visited(item with { Article = null, Known = article, IsWithdrawn = true }));

        var told = await Articles.LatestAsync(Harbour, null, new ArticleFilter { OnlyTold = true }, 0, 9, Ct);
        Assert.Equal("Two", Assert.Single(told.Items).Citation.Title);
        Assert.NotNull((await Articles.FindAsync(Harbour, article!.Value, Ct))!.Citation.WithdrawnAt);
    }

    private DateTimeOffset Now => Clock.GetUtcNow();

    private async Task<SourceId> FollowAsync(string name) => (await Sources.AddAsync(Anna, Feed(name), Ct)).Source!.Id;

    private async Task<IReadOnlyList<AddOutcome>?> CompleteAsync(SourceId source, VisitOutcome outcome) =>
        await Queue.CompleteAsync((await Queue.ClaimAsync(source, Now, Lease, Ct))!, outcome, Ct);

    private VisitOutcome Visited(params VisitedItem[] items) => new() { Memory = new VisitMemory(), NextVisit = Now + TimeSpan.FromHours(1), Items = items };

    private static ItemMarks Marks(string identity, string? address, string? words) => new(identity, address is null ? [] : [address], words, "said");

    private static UnderstoodArticle Article(string title, string address, string text = "It stays.") => new News(title, text).Address(address).Build();

    private static NewSource Feed(string name) => new(new Uri($"https://{name}.example/feed"), SourceKind.Feed, name);
}
