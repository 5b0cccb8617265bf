using Bot.Digest.Ports;
using Bot.Host.Storage.Sources;

namespace Bot.Host.Tests.Storage.Sources;

/// <summary>What admins are told of their sources.</summary>
public abstract class NoticesContract : StorageContract
{
    private StoredNotices Notices => new(Database, Clock);

    [Fact]
    public async Task A_doubt_is_told_once_to_each_community_that_follows_and_stands_until_it_is_over()
    {
        var source = await FollowAsync(Harbour, "Our paper");
        await FollowAsync(Valley, null);

        await VisitedAsync(source, new VisitMemory { Doubt = SourceDoubt.NoItems, DoubtSince = Clock.GetUtcNow() }, isNews: true);

        var notice = new SourceNotice(source, "Our paper", SourceDoubt.NoItems, IsGone: false, Clock.GetUtcNow());
        Assert.Equal([notice], (await Notices.TakeAsync(Harbour, channel: null, Ct)).Sources);
        Assert.Empty((await Notices.TakeAsync(Harbour, channel: null, Ct)).Sources);
        Assert.Equal([notice with { Name = "The Post" }], (await Notices.TakeAsync(Valley, channel: null, Ct)).Sources);
        Assert.Equal([notice], await Notices.CurrentAsync(Harbour, Ct));
        Assert.Empty(await Notices.CurrentAsync(CommunityId.DefaultSet, Ct));
        await VisitedAsync(source, new VisitMemory { SucceededAt = Clock.GetUtcNow() }, isNews: false);
        Assert.Empty(await Notices.CurrentAsync(Harbour, Ct));
    }

    [Fact]
    public async Task A_source_that_could_not_be_read_for_two_days_is_silent()
    {
        var source = await FollowAsync(Harbour, null);
        var last = Clock.GetUtcNow();
        await VisitedAsync(source, new VisitMemory { SucceededAt = last, Failures = 1, LastFailure = FetchFailure.TooSlow }, isNews: false);

        Assert.Empty(await Notices.CurrentAsync(Harbour, Ct));
        Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal([new SourceNotice(source, "The Post", null, IsGone: false, last)], await Notices.CurrentAsync(Harbour, Ct));
    }

    private async Task<SourceId> FollowAsync(CommunityId community, string? name) => (await Sources.AddAsync(
        new Editor(community, "Anna"), new NewSource(new Uri("https://post.example/feed"), SourceKind.Feed, "The Post", name), Ct)).Source!.Id;

    private async Task VisitedAsync(SourceId source, VisitMemory memory, bool isNews)
    {
        var queue = new StoredSourceQueue(Database, Writer, Clock);
        var claimed = (await queue.ClaimAsync(source, Clock.GetUtcNow(), TimeSpan.FromMinutes(1), Ct))!;
        await queue.CompleteAsync(claimed, new VisitOutcome { Memory = memory, NextVisit = null, IsNews = isNews }, Ct);
    }
}
