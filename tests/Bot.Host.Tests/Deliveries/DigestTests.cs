using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Deliveries;

/// <summary>From an order for digests to messages, over days, outages and jumps of the clock.</summary>
public sealed class DigestTests : LedgerContract
{
    private readonly ScriptedPlatform _platform = new((post, _) => new Posted(post.Key));
    private readonly string[] _happenings = ["Ferry strike begins", "Bridge reopens", "Wheat prices fall", "Chess club wins cup", "Tram line six delayed"];
    private int _articles;

    [Fact]
    public async Task Each_morning_brings_one_digest_with_what_is_new_and_an_empty_day_none()
    {
        var subscription = await SubscribeAsync(1);
        await TellAsync("Ferry strike begins");
        await PassAsync(days: 1);
        await PassAsync(days: 1);
        await TellAsync("Bridge reopens");
        await PassAsync(days: 1);

        Assert.Equal(2, _platform.Posts.Count);
        Assert.Contains("Ferry strike begins", _platform.Posts[0].Body, StringComparison.Ordinal);
        Assert.Contains("Bridge reopens", _platform.Posts[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry strike begins", _platform.Posts[1].Body, StringComparison.Ordinal);
        Assert.Equal(
            [SlotState.Sent, SlotState.Skipped, SlotState.Sent],
            (await History.HistoryAsync(Harbour, channel: null, failed: false, 0, 10, Ct)).Items.Select(report => report.State));
        Assert.Equal(subscription.Id, Assert.Single(await Subscriptions.ListAsync(Harbour, null, Ct)).Id);
    }

    [Fact]
    public async Task Two_digests_of_a_channel_that_are_due_together_tell_nothing_twice()
    {
        await SubscribeAsync(1);
        await SubscribeAsync(1, "08:00", "18:00");
        await TellAsync("Ferry strike begins");

        await PassAsync(days: 1);
        await WriteAndSendAsync();

        Assert.Contains("Ferry strike begins", Assert.Single(_platform.Posts).Body, StringComparison.Ordinal);
        Assert.Empty(await Slots.WaitingAsync([Platform], Clock.GetUtcNow(), 10, Ct));
    }

    [Fact]
    public async Task What_was_published_before_the_last_digest_and_read_after_it_is_told_by_the_next_one_as_new_unless_it_is_old_news()
    {
        await SubscribeAsync(1);
        await TellAsync("Ferry strike begins");
        await PassAsync(days: 1);
        await TellAsync("Bridge reopens", hoursAgo: 2);
        await TellAsync("Wheat prices fall", hoursAgo: 60);
        await PassAsync(days: 1);

        var body = _platform.Posts[^1].Body;
        Assert.Equal(2, _platform.Posts.Count);
        Assert.Contains("Bridge reopens", body, StringComparison.Ordinal);
        Assert.DoesNotContain("UPDATE", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Wheat", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, 0, 0)]
    [InlineData(8, 1, 1, 0)]
    [InlineData(25, 1, 1, 1)]
    [InlineData(192, 1, 1, 15)]
    public async Task After_an_outage_a_channel_gets_one_digest_and_every_slot_is_accounted_for(double hours, int sent, int merged, int skipped)
    {
        await SubscribeAsync(1, "08:00", "12:00");
        await TellAsync("Ferry strike begins");
        await PassAsync(days: 1);
        var before = _platform.Posts.Count;
        await ToAsync(new TimeOnly(5, 59));

        Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(2));
        await TellAsync("Bridge reopens");
        await RunAsync();

        var states = (await History.HistoryAsync(Harbour, channel: null, failed: false, 0, 100, Ct)).Items.Take(sent + merged + skipped).Select(report => report.State).ToList();
        Assert.Equal(before + 1, _platform.Posts.Count);
        Assert.Equal((sent, merged, skipped), (states.Count(state => state == SlotState.Sent), states.Count(state => state == SlotState.Merged), states.Count(state => state == SlotState.Skipped)));
        Assert.Empty(await Slots.WaitingAsync([Platform], Clock.GetUtcNow(), 10, Ct));
    }

    [Fact]
    public async Task A_clock_that_jumps_back_and_forth_brings_no_digest_twice()
    {
        await SubscribeAsync(1);
        await TellAsync("Ferry strike begins");
        await PassAsync(days: 1);
        await TellAsync("Bridge reopens");
        Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        var posts = _platform.Posts.Count;

        // A planning that looks with the clock of yesterday, and one with that of an hour ago.
        foreach (var back in (double[])[24, 1, 0])
        {
            await Slots.PlanAsync([Plan((await Subscriptions.ListAsync(Harbour, null, Ct))[0] with { Last = null }, Clock.GetUtcNow().AddHours(-back))], Ct);
            await WriteAndSendAsync();
        }

        Assert.Equal(posts, _platform.Posts.Count);
    }

    [Fact]
    public async Task A_paused_subscription_is_silent_and_goes_on_without_what_was_due_meanwhile()
    {
        var made = await SubscribeAsync(1);
        await Subscriptions.ChangeAsync(Admin, made.Id, made.Schedule with { PausedUntil = Clock.GetUtcNow().AddDays(3) }, made.Wish, Ct);

        for (var day = 0; day < 5; day++)
        {
            await TellAsync(_happenings[day]);
            await PassAsync(days: 1);
        }

        Assert.Equal(2, _platform.Posts.Count);
    }

    [Fact]
    public async Task After_a_week_without_news_a_channel_hears_that_all_is_well()
    {
        await SubscribeAsync(1);
        for (var day = 0; day < 9; day++)
        {
            await PassAsync(days: 1);
        }

        Assert.Contains("All is well", Assert.Single(_platform.Posts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_told()
    {
        var made = await SubscribeAsync(1);
        await Subscriptions.ChangeAsync(Admin, made.Id, made.Schedule, made.Wish with { Include = "ferry, bridge", Exclude = "opera" }, Ct);
        await TellAsync("Ferry strike begins");
        await TellAsync("Bridge to the opera reopens");
        await TellAsync("Wheat prices fall");

        await PassAsync(days: 1);

        var body = Assert.Single(_platform.Posts).Body;
        Assert.Contains("Ferry strike begins", body, StringComparison.Ordinal);
        Assert.DoesNotContain("opera", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Wheat", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_gone_is_named_at_the_foot()
    {
        await SubscribeAsync(1);
        await TellAsync("Ferry strike begins");
        var gone = await new StoredSources(Database, Options.Create(new CommunitiesOptions()), Clock).AddAsync(
            Admin, new NewSource(new Uri("https://kanal.example/feed"), SourceKind.Feed, "Kanal Süd"), Ct);
        await Database.WriteAsync(
            connection => connection.ExecuteAsync(
                "update source_visits set is_gone = 1, visited_at = @Now where source_id = @Source",
                new { Now = Clock.GetUtcNow().ToUnixTimeMilliseconds(), Source = gone.Source!.Id.Value }),
            Ct);

        await PassAsync(days: 1);

        Assert.Contains("Kanal Süd", Assert.Single(_platform.Posts).Body, StringComparison.Ordinal);
    }

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    /// <summary>An article of its own story, published now or before.</summary>
    private Task TellAsync(string title, int hoursAgo = 0) => StoreAsync(
        Harbour, "Norrmark Post", new News(title, $"{title}, as article {++_articles} says.").At(Clock.GetUtcNow().AddHours(-hoursAgo)));

    private async Task PassAsync(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await RunAsync();
    }

    /// <summary>To a time of day in UTC, without anything that would run meanwhile.</summary>
    private Task ToAsync(TimeOnly time)
    {
        var now = Clock.GetUtcNow();
        var then = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(time), TimeSpan.Zero);
        Clock.Advance((then > now ? then : then.AddDays(1)) - now);
        return RunAsync();
    }

    private async Task RunAsync()
    {
        await new SlotPlanning(Slots, Clock, _ => Assert.Fail("a lost zone")).RunAsync(Ct);
        await WriteAndSendAsync();
    }

    private async Task WriteAndSendAsync()
    {
        await new DigestWriting(Slots, new NewsDesk(Stories, Quotes, new StoredNotices(Database, Clock), Slots), [_platform], Clock, (_, error) => throw error).RunAsync(Ct);
        await new Sending(_platform, Ledger, Rest, Clock, (_, error) => throw error).RunAsync(CancellationToken.None, Ct);
    }

    private static SlotsToPlan Plan(Subscription subscription, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(subscription.Schedule.Zone);
        return new SlotsToPlan(subscription.Id, subscription.Look, [.. SlotPlan.Due(subscription.Schedule, zone, subscription.Last, now)], null);
    }
}
