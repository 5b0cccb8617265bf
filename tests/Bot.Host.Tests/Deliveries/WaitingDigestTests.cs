using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;

namespace Bot.Host.Tests.Deliveries;

/// <summary>What becomes of digests that waited since they were due, as behind a platform that was away.</summary>
public sealed class WaitingDigestTests : LedgerContract
{

    [Fact]
    public async Task A_digest_that_was_due_before_its_pause_is_not_told_in_it()
    {
        var order = await SubscribeAsync(1);
        await PlanAsync(hours: 22);
        await Subscriptions.ChangeAsync(Admin, order.Id, order.Schedule with { PausedUntil = Clock.GetUtcNow().AddDays(1) }, order.Wish, Ct);

        await WriteAsync();

        Assert.Empty(await TakeAsync());
        var report = Assert.Single((await History.HistoryAsync(Harbour, channel: null, failed: false, 0, 9, Ct)).Items);
        Assert.Equal((SlotState.Skipped, SkipReason.Stopped), (report.State, report.Skip));
    }

    [Fact]
    public async Task A_digest_is_told_although_another_that_was_due_after_it_in_its_channel_is_not_wanted_any_more()
    {
        await SubscribeAsync(1, "08:00");
        var other = await SubscribeAsync(1, "09:00");
        await PlanAsync(hours: 27);
        await Subscriptions.EndAsync(Admin, other.Id, Ct);

        await WriteAsync();

        Assert.Contains("Ferry strike begins", Assert.Single(await TakeAsync()).Post.Body, StringComparison.Ordinal);
        Assert.Equal(
            [(2, SlotState.Skipped), (1, SlotState.Composed)],
            (await History.HistoryAsync(Harbour, channel: null, failed: false, 0, 9, Ct)).Items.Select(report => (report.Subscription, report.State)));
    }

    [Fact]
    public async Task What_a_digest_in_the_place_of_another_had_no_wish_to_tell_the_other_tells_the_next_time()
    {
        await SubscribeAsync(1, "08:00");
        var other = await SubscribeAsync(1, "09:00");
        await Subscriptions.ChangeAsync(Admin, other.Id, other.Schedule, other.Wish with { Include = "wheat" }, Ct);
        await PlanAsync(hours: 23);
        await WriteAsync();
        await SentAsync();
        await WriteAsync();
        await TellAsync("Wheat prices fall");
        await PlanAsync(hours: 27, "Bridge reopens");
        await WriteAsync();
        var together = await SentAsync();

        await PlanAsync(hours: 20, "Opera opens");
        await WriteAsync();
        var next = await SentAsync();

        Assert.Contains("Wheat", together, StringComparison.Ordinal);
        Assert.DoesNotContain("Bridge", together, StringComparison.Ordinal);
        Assert.Contains("Bridge reopens", next, StringComparison.Ordinal);
        Assert.DoesNotContain("Wheat", next, StringComparison.Ordinal);
    }

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    /// <summary>Some hours later, with news: what is due is planned and not written yet.</summary>
    private async Task PlanAsync(double hours, string title = "Ferry strike begins")
    {
        await TellAsync(title);
        Clock.Advance(TimeSpan.FromHours(hours));
        await new SlotPlanning(Slots, Clock, _ => Assert.Fail("a lost zone")).RunAsync(Ct);
    }

    private Task TellAsync(string title) => StoreAsync(Harbour, "Norrmark Post", new News(title, $"{title}, as its editors say.").At(Clock.GetUtcNow()));

    private async Task<string> SentAsync()
    {
        var delivery = Assert.Single(await TakeAsync());
        await EndAsync(delivery, new DeliveryEnd.Sent("m"));
        return delivery.Post.Body;
    }

    private Task WriteAsync() => new DigestWriting(
        Slots, new NewsDesk(Stories, Quotes, new StoredNotices(Database, Clock), Slots), [new ScriptedPlatform((_, _) => new Posted("m"))], Clock, (_, error) => throw error).RunAsync(Ct);
}
