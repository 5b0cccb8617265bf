using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Follows;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>From following somebody or something to posts, each thing told once.</summary>
public sealed class FollowTests : LedgerContract
{
    private static readonly FollowTarget Ferry = new(FollowKind.Topic, null, "ferry");

    private readonly ScriptedPlatform _platform = new((_, _) => new Posted("m"));
    private readonly List<string> _posts = [];
    private int _articles;

    private StoredFollows Follows => new(Database, Clock);

    [Fact]
    public async Task New_quotes_of_a_person_come_once_word_for_word_and_nothing_of_before()
    {
        await QuoteAsync("“The old pier stays,” Ilse Varga said.", "“The old pier stays,”");
        var person = await PersonAsync("Ilse Varga", Harbour);
        await FollowAsync(new FollowTarget(FollowKind.Person, person.Value, "Ilse Varga"));
        await PassAsync(minutes: 61);
        await QuoteAsync("“The new pier opens in June,” Ilse Varga said.", "“The new pier opens in June,”");

        await PassAsync(minutes: 1);
        await PassAsync(minutes: 61);
        await PassAsync(minutes: 61);

        var post = Assert.Single(_posts);
        Assert.Contains("“The new pier opens in June”", post, StringComparison.Ordinal);
        Assert.DoesNotContain("old pier", post, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_within_the_hour_is_told_together_when_it_is_over()
    {
        await FollowAsync(Ferry);
        await TellAsync("Ferry strike begins");
        await PassAsync(minutes: 1);
        await TellAsync("Bakers blame late ferry for empty shelves");
        await PassAsync(minutes: 1);
        await TellAsync("Island school waits for ferry with new books");
        await PassAsync(minutes: 57);
        var early = _posts.Count;
        await PassAsync(minutes: 2);

        Assert.Equal((1, 2), (early, _posts.Count));
        Assert.Contains("Bakers", _posts[1], StringComparison.Ordinal);
        Assert.Contains("Island school", _posts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("strike begins", _posts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_are_kept_and_what_came_in_them_is_told_when_they_end()
    {
        // It is ten o'clock in Berlin.
        await FollowAsync(Ferry, new QuietHours(new TimeOnly(9, 0), new TimeOnly(12, 0)));
        await TellAsync("Ferry strike begins");
        await PassAsync(minutes: 100);
        var silent = _posts.Count;
        await PassAsync(minutes: 21);

        Assert.Equal((0, 1), (silent, _posts.Count));
    }

    [Fact]
    public async Task What_a_follow_told_a_digest_tells_no_more_and_what_a_digest_told_a_follow_does_not()
    {
        await SubscribeAsync(1);
        await FollowAsync(Ferry);
        await TellAsync("Ferry strike begins");
        await PassAsync(minutes: 1);
        await TellAsync("Bridge reopens");
        await DigestAsync();
        await TellAsync("Bridge closed to ferry traffic");
        await DigestAsync();
        await PassAsync(minutes: 120);

        Assert.Equal(3, _posts.Count);
        Assert.Contains("Bridge reopens", _posts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry strike begins", _posts[1], StringComparison.Ordinal);
        Assert.Contains("Bridge closed", _posts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_story_is_followed_by_what_is_new_in_it()
    {
        await TellAsync("Ferry strike begins", "Crews of the ferry left their ships at the northern quay this morning.");
        var first = Assert.Single((await Articles.LatestAsync(Harbour, null, new ArticleFilter(), 0, 1, Ct)).Items).Citation.Article;
        var story = (await Stories.OfArticlesAsync(Harbour, [first], Ct))[first];
        await FollowAsync(new FollowTarget(FollowKind.Story, story.Id.Value, story.Headline));
        await PassAsync(minutes: 61);
        await TellAsync("Wheat prices fall");
        await PassAsync(minutes: 1);
        var before = _posts.Count;
        await TellAsync("Ferry strike goes on", "Crews of the ferry at the northern quay voted this morning to stay away from their ships until a mediator comes.");
        await PassAsync(minutes: 1);

        Assert.Equal(0, before);
        Assert.Contains("Ferry strike goes on", Assert.Single(_posts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_post_one_thing_once()
    {
        var follow = await FollowAsync(Ferry);
        var edition = new ToldEdition([new ToldArticles(new StoryId(1), [new ArticleId(1)])], []);
        var post = new FollowPost(follow, ["news"], edition, new ShownDigest(Reply.Ok(new Heading("ferry")), "en", []), []);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(minute => Follows.PostAsync(post, Clock.GetUtcNow().AddMinutes(minute), Ct)));

        Assert.Single(await TakeAsync());
        Assert.Equal("ferry", Assert.Single((await History.HistoryAsync(Harbour, channel: null, failed: false, 0, 9, Ct)).Items).Follow);
    }

    [Fact]
    public async Task News_of_other_communities_are_not_posted_nor_what_a_filter_hides()
    {
        await FollowAsync(Ferry);
        await StoreAsync(Valley, "Valley Echo", new News("Valley ferry sinks", "The ferry sank.").At(Clock.GetUtcNow()));

        await PassAsync(minutes: 1);

        Assert.Empty(_posts);
    }

    [Fact]
    public async Task A_follow_ends_with_its_person_and_goes_along_when_that_one_is_merged()
    {
        await QuoteAsync("“The old pier stays,” Ilse Varga said.", "“The old pier stays,”");
        await QuoteAsync("“The tender stops,” Ilza Warga said.", "“The tender stops,”", "Ilza Warga");
        var (ilse, ilza) = (await PersonAsync("Ilse Varga", Harbour), await PersonAsync("Ilza Warga", Harbour));
        await FollowAsync(new FollowTarget(FollowKind.Person, ilza.Value, "Ilza Warga"));
        var editing = new StoredPersonEditing(Database, Clock);
        await editing.MergeAsync(new Editor(CommunityId.DefaultSet, "terminal"), ilza, ilse, Ct);
        Clock.Advance(TimeSpan.FromHours(1));
        await QuoteAsync("“The new pier opens in June,” Ilse Varga said.", "“The new pier opens in June,”");
        await PassAsync(minutes: 1);
        await editing.RemoveAsync(new Editor(CommunityId.DefaultSet, "terminal"), ilse, Ct);
        await PassAsync(minutes: 61);

        Assert.Contains("new pier", Assert.Single(_posts), StringComparison.Ordinal);
        Assert.Empty(await Follows.ListAsync(Harbour, Channel(1), Ct));
    }

    [Fact]
    public async Task A_channel_that_refuses_holds_its_follows_and_following_again_goes_on()
    {
        await FollowAsync(Ferry);
        await TellAsync("Ferry strike begins");
        await WriteAsync();
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Undeliverable(DeliveryReason.Forbidden, HoldsChannel: true));
        var held = Assert.Single(await Follows.ListAsync(Harbour, Channel(1), Ct)).Order.Standing;
        var again = await FollowAsync(Ferry);

        Assert.Equal((SubscriptionStanding.Held, SubscriptionStanding.Active), (held, again.Order.Standing));
        Assert.Empty(await Subscriptions.ListAsync(Harbour, Channel(1), Ct));
        Assert.Empty(await Slots.DueAsync(Clock.GetUtcNow().AddDays(3), 10, Ct));
        Assert.False(await Follows.EndAsync(Admin with { Community = Valley }, again.Order.Id, Ct));
        Assert.True(await Follows.EndAsync(Admin, again.Order.Id, Ct));
        Assert.Empty(await Follows.WaitingAsync(Clock.GetUtcNow().AddDays(1), Ct));
    }

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    [Fact]
    public async Task However_many_follows_there_are_digests_wait_no_longer_than_some_seconds_and_all_have_their_turn()
    {
        foreach (var channel in Enumerable.Range(1, 5))
        {
            await FollowAsync(Ferry, channel: channel);
        }

        await TellAsync("Ferry strike begins");
        var platform = new ScriptedPlatform((_, _) => new Posted("m")) { OnRender = () => Clock.Advance(TimeSpan.FromSeconds(8)) };
        var writing = Writing(platform);

        await writing.RunAsync(Ct);
        await SendAsync();
        var first = _posts.Count;
        await writing.RunAsync(Ct);
        await SendAsync();

        Assert.Equal((3, 5), (first, _posts.Count));
    }

    [Fact]
    public async Task What_many_channels_follow_is_looked_for_once_for_all_of_them()
    {
        foreach (var channel in Enumerable.Range(1, 5))
        {
            await FollowAsync(Ferry, channel: channel);
        }

        Clock.Advance(TimeSpan.FromDays(3));
        await TellAsync("Ferry strike begins");
        var searches = 0;
        var news = new FollowNews(Articles, new CountedStories(Stories, () => searches++), Slots, Desk());

        await new FollowWriting(Follows, Slots, news, [_platform], Clock, (_, error) => throw error).RunAsync(Ct);
        await SendAsync();

        Assert.Equal((1, 5), (searches, _posts.Count));
    }

    [Fact]
    public async Task A_clock_that_was_a_day_ahead_keeps_no_follow_silent_for_a_day()
    {
        await FollowAsync(Ferry);
        await TellAsync("Ferry strike begins");
        Clock.Advance(TimeSpan.FromDays(1));
        await PassAsync(minutes: 1);
        Clock.AdjustTime(Clock.GetUtcNow().AddDays(-1));
        await TellAsync("Bakers blame late ferry for empty shelves");

        await PassAsync(minutes: 1);
        await PassAsync(minutes: 1);

        Assert.Equal(2, _posts.Count);
        Assert.Contains("Bakers", _posts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_names_what_is_followed_as_long_as_it_is_there()
    {
        await QuoteAsync("“The pier stays,” Ilse Varga said.", "“The pier stays,”");
        var person = await PersonAsync("Ilse Varga", Harbour);
        var followed = await FollowAsync(new FollowTarget(FollowKind.Person, person.Value, "Ilse Varga"));
        await FollowAsync(Ferry);
        await Follows.EndAsync(Admin, followed.Order.Id, Ct);
        var before = await FollowedAsync();

        await new StoredPersonEditing(Database, Clock).RemoveAsync(new Editor(CommunityId.DefaultSet, "terminal"), person, Ct);

        Assert.Equal([(ChangeKind.Unfollowed, "1", "Ilse Varga"), (ChangeKind.Followed, "2", "ferry"), (ChangeKind.Followed, "1", "Ilse Varga")], before);
        Assert.Equal([(ChangeKind.Unfollowed, "1", null), (ChangeKind.Followed, "2", "ferry"), (ChangeKind.Followed, "1", null)], await FollowedAsync());
    }

    [Fact]
    public async Task The_name_of_somebody_taken_away_is_not_kept_with_a_follow_that_ended_before()
    {
        await QuoteAsync("“The pier stays,” Ilse Varga said.", "“The pier stays,”");
        var person = await PersonAsync("Ilse Varga", Harbour);
        await Follows.EndAsync(Admin, (await FollowAsync(new FollowTarget(FollowKind.Person, person.Value, "Ilse Varga"))).Order.Id, Ct);
        await Follows.EndAsync(Admin, (await FollowAsync(Ferry)).Order.Id, Ct);
        var retention = new Retention(Database, new StoredForgetting(Database), Clock);
        await retention.CleanAsync(Ct);
        var before = await WordsAsync();

        await new StoredPersonEditing(Database, Clock).RemoveAsync(new Editor(CommunityId.DefaultSet, "terminal"), person, Ct);
        await retention.CleanAsync(Ct);

        Assert.Equal(["Ilse Varga", "ferry"], before);
        Assert.Equal(["", "ferry"], await WordsAsync());
    }

    private async Task<IEnumerable<string>> WordsAsync() => await Database.ReadAsync(
        connection => connection.QueryAsync<string>(new CommandDefinition("select words from follows order by subscription_id", cancellationToken: Ct)), Ct);

    private async Task<IEnumerable<(ChangeKind Kind, string Number, string? Target)>> FollowedAsync() =>
        (await new StoredAudit(Database).HistoryAsync(Harbour, null, 0, 9, Ct)).Items.Select(entry => (entry.Other!.Kind, entry.Other.Object, entry.Other.Became));

    private async Task<Follow> FollowAsync(FollowTarget target, QuietHours? quiet = null, int channel = 1)
    {
        await StoreAsync(Harbour, "Norrmark Post");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var terms = new FollowTerms(TimeSpan.FromHours(1), "Europe/Berlin", quiet, "");
        return (await Follows.AddAsync(Admin, Channel(channel), target, terms, most: 20, Ct))!;
    }

    private Task TellAsync(string title, string? text = null) => StoreAsync(
        Harbour, "Norrmark Post", new News(title, text ?? $"{title}, as article {++_articles} says.").At(Clock.GetUtcNow()));

    private Task QuoteAsync(string text, string words, string by = "Ilse Varga") => StoreAsync(
        Harbour, "Norrmark Post", new News($"Article {++_articles}", $"{text} {by} waited.").At(Clock.GetUtcNow()).Person(by).Said(words, by));

    private async Task PassAsync(int minutes)
    {
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        await WriteAsync();
        await SendAsync();
    }

    private async Task DigestAsync()
    {
        Clock.Advance(TimeSpan.FromDays(1));
        await new SlotPlanning(Slots, Clock, _ => Assert.Fail("a lost zone")).RunAsync(Ct);
        await new DigestWriting(Slots, Desk(), [_platform], Clock, (_, error) => throw error).RunAsync(Ct);
        await SendAsync();
    }

    private Task WriteAsync() => Writing(_platform).RunAsync(Ct);

    private FollowWriting Writing(ScriptedPlatform platform) => new(
        Follows, Slots, new FollowNews(Articles, Stories, Slots, Desk()), [platform], Clock, (_, error) => throw error);

    private NewsDesk Desk() => new(Stories, Quotes, new StoredNotices(Database, Clock), Slots);

    private async Task SendAsync()
    {
        foreach (var delivery in await TakeAsync())
        {
            _posts.Add(delivery.Post.Body);
            await EndAsync(delivery, new DeliveryEnd.Sent("m"));
        }
    }
}
