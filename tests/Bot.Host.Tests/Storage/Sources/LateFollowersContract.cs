using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Host.Storage.Filtering;
using Bot.Host.Storage.Sources;
using Dapper;

namespace Bot.Host.Tests.Storage.Sources;

/// <summary>What every engine must do with a source that was read long before a community came to follow it.</summary>
public abstract class LateFollowersContract : StorageContract
{
    private static readonly Editor Anna = new(Harbour, "Anna");
    private static readonly Editor Ben = new(Valley, "Ben");
    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");
    private static readonly FilterRule NoFerries = new(Includes: false, FilterKind.Words, "ferry");

    private StoredFilters Filters => new(Database, Clock);

    private StoredSourceQueue Queue => new(Database, Writer, Clock);

    [Fact]
    public async Task Who_comes_to_follow_it_is_not_told_of_what_its_own_filters_exclude()
    {
        await Filters.AddAsync(Anna, NoFerries, source: null, Ct);
        await BringAsync(await FollowAsync(Ben, "post"), "Ferry strike goes on", "Bridge opens");

        await Sources.AddAsync(Anna, Feed("post"), Ct);

        Assert.Equal(["Bridge opens"], await ToldAsync(Harbour));
        Assert.Equal(["Bridge opens", "Ferry strike goes on"], await ToldAsync(Valley));
    }

    [Fact]
    public async Task Who_stops_an_import_is_not_told_of_what_its_own_filters_exclude()
    {
        using var stop = new CancellationTokenSource();
        await Filters.AddAsync(Anna, NoFerries, source: null, Ct);
        await BringAsync(await FollowAsync(Ben, "post"), "Ferry strike goes on", "Bridge opens");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SourcesBy(new PausingClock(Clock.GetUtcNow(), stop.CancelAsync)).ImportAsync(Anna, [Feed("post"), Feed("other")], stop.Token));

        Assert.Equal(["Bridge opens"], await ToldAsync(Harbour));
    }

    [Fact]
    public async Task Who_imports_it_is_not_told_of_what_its_own_filters_exclude_either()
    {
        await Filters.AddAsync(Anna, NoFerries, source: null, Ct);
        await BringAsync(await FollowAsync(Ben, "post"), "Ferry strike goes on", "Bridge opens");

        await Sources.ImportAsync(Anna, [Feed("other"), Feed("post")], Ct);

        Assert.Equal(["Bridge opens"], await ToldAsync(Harbour));
    }

    [Fact]
    public async Task Followed_for_everyone_it_is_judged_by_the_filters_of_each()
    {
        await Filters.AddAsync(Anna, NoFerries, source: null, Ct);
        await BringAsync(await FollowAsync(Ben, "post"), "Ferry strike goes on", "Bridge opens");

        await Sources.AddAsync(Operator, Feed("post"), Ct);

        Assert.Equal(["Bridge opens"], await ToldAsync(Harbour));
        Assert.Equal(["Bridge opens", "Ferry strike goes on"], await ToldAsync(CommunityId.DefaultSet));
    }

    [Fact]
    public async Task A_source_that_becomes_one_with_another_takes_its_filters_along_and_keeps_them()
    {
        await FollowAsync(Ben, "new");
        var old = await FollowAsync(Anna, "old");
        await Filters.AddAsync(Anna, NoFerries, old, Ct);

        await Queue.CompleteAsync(await ClaimedAsync(old), Nothing with { MovedTo = Feed("new").Address }, Ct);
        var stays = Assert.Single(await Sources.FindAsync(Valley, "new", 2, Ct)).Id;
        await BringAsync(stays, "Ferry strike goes on", "Bridge opens");
        await BringAsync(old, "Ferry sinks");

        Assert.Equal(["Bridge opens"], await ToldAsync(Harbour));
    }

    [Fact]
    public async Task Who_follows_it_again_after_a_removal_that_was_stopped_gets_everything_anew()
    {
        var source = await FollowAsync(Anna, "post");
        var item = new VisitedItem(new ItemMarks("1", [], null, "said")) { Article = new News("Bridge opens", "It opens.").Build() };
        await Queue.CompleteAsync(
            await ClaimedAsync(source), Nothing with { Items = [item], Memory = new VisitMemory { DocumentHash = "same", AskedWholeAt = Clock.GetUtcNow() } }, Ct);
        var visitor = await ClaimedAsync(source);
        await Database.WriteAsync(connection => connection.ExecuteAsync("delete from community_sources; update source_items set article_id = null"), Ct);

        await Sources.AddAsync(Anna, Feed("post"), Ct);

        Assert.Null(await Queue.CompleteAsync(visitor, Nothing, Ct));
        Assert.Equal([null], await Queue.RecogniseAsync(source, [item.Marks], Ct));
        var memory = (await ClaimedAsync(source)).Memory;
        Assert.Equal((null, null), (memory.DocumentHash, memory.AskedWholeAt));
    }

    private VisitOutcome Nothing => new() { Memory = new VisitMemory(), NextVisit = Clock.GetUtcNow() };

    private async Task<ClaimedSource> ClaimedAsync(SourceId source) =>
        (await Queue.ClaimAsync(source, Clock.GetUtcNow(), TimeSpan.FromMinutes(1), Ct))!;

    private static NewSource Feed(string name) => new(new Uri($"https://{name}.example/feed"), SourceKind.Feed, name);

    private async Task<SourceId> FollowAsync(Editor editor, string name) => (await Sources.AddAsync(editor, Feed(name), Ct)).Source!.Id;

    private async Task BringAsync(SourceId source, params string[] titles) => await Writer.AddAsync(
        source, [.. titles.Select((title, number) => new News(title, $"{title}, as all can see.").At(2026, 5, 20 + number).Address($"https://news.example/{title}").Build())], Ct);

    private async Task<IEnumerable<string>> ToldAsync(CommunityId asker) =>
        (await Articles.LatestAsync(asker, null, new ArticleFilter { OnlyTold = true }, 0, 9, Ct)).Items.Select(hit => hit.Citation.Title).Order(StringComparer.Ordinal);
}
