using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>Ordering digests for a channel and seeing what became of them.</summary>
public sealed class SubscriptionCommandTests
{
    private readonly MemorySubscriptions _subscriptions = new();
    private readonly MemorySlots _slots = new();
    private readonly Asking _asking;

    public SubscriptionCommandTests() => _asking = new Asking(
        new SubscribeCommand(_subscriptions),
        new SubscriptionsCommand(_subscriptions),
        new UnsubscribeCommand(_subscriptions),
        new PauseCommand(_subscriptions),
        new ResumeCommand(_subscriptions),
        new DeliveriesCommand(_slots),
        new DeliveriesAgainCommand(_slots));

    [Fact]
    public async Task Subscribing_tells_when_the_next_digest_comes_and_offers_a_preview()
    {
        var reply = await _asking.AskAsync("/subscribe at:\"8am, 18:00\" on:mon-fri zone:berlin style:brief exclude:sport max:4");

        var made = Assert.Single(_subscriptions.All);
        Assert.Equal(new Cadence([new TimeOnly(8, 0), new TimeOnly(18, 0)], WeekDays.WorkingDays), made.Schedule.Cadence);
        Assert.Equal(("Europe/Berlin", new DigestWish("brief", 4, null, null, "sport", "")), (made.Schedule.Zone, made.Wish));
        Assert.Equal(
            """
            # Digests for this channel
            Monday to Friday at 08:00 and 18:00, Berlin time
            (style brief, at most 4 stories · without: sport)
            Next: 18:00.
            [Preview: /digest style:brief] [Unsubscribe: /unsubscribe 1]
            """,
            Lines(reply));
    }

    [Fact]
    public async Task Subscribing_again_changes_what_was_named_and_keeps_the_rest()
    {
        await _asking.AskAsync("/subscribe at:18:00 zone:berlin topics:ferry");

        await _asking.AskAsync("/subscribe style:full");
        await _asking.AskAsync("/subscribe 1 topics:off");

        var changed = Assert.Single(_subscriptions.All);
        Assert.Equal([new TimeOnly(18, 0)], changed.Schedule.Cadence.Times);
        Assert.Equal(("full", null), (changed.Wish.Style, changed.Wish.Topics));
    }

    [Fact]
    public async Task Another_time_comes_no_sooner_than_twelve_hours_after_the_last_digest_and_the_reply_names_it()
    {
        await _asking.AskAsync("/subscribe at:13:00 zone:utc");
        _subscriptions.Change(one => one with { Last = new Slot(new DateOnly(2031, 5, 20), 0, Asking.Noon) });

        var reply = await _asking.AskAsync("/subscribe at:14:00,01:00");

        Assert.Contains("Next: tomorrow 01:00.", Lines(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/subscribe at:later")]
    [InlineData("/subscribe on:someday")]
    [InlineData("/subscribe zone:atlantis")]
    [InlineData("/subscribe quiet:never-ever")]
    [InlineData("/subscribe 3")]
    [InlineData("/pause for:ever")]
    [InlineData("/unsubscribe 2")]
    public async Task What_is_not_understood_is_said_in_a_sentence_and_changes_nothing(string line)
    {
        await _asking.AskAsync("/subscribe");
        var before = _subscriptions.All[0];

        var reply = await _asking.AskAsync(line);

        Assert.NotEqual(ReplyKind.Answer, reply.Kind);
        Assert.Equal(before, Assert.Single(_subscriptions.All));
        Assert.Empty(_asking.Bugs);
    }

    [Fact]
    public async Task A_pause_ends_by_itself_or_by_resuming_and_nothing_that_was_due_in_it_is_told_later()
    {
        await _asking.AskAsync("/subscribe zone:utc");

        var paused = await _asking.AskAsync("/pause for:1w");
        var resumed = await _asking.AskAsync("/resume");

        Assert.Contains("Paused until Tuesday 27 May", Lines(paused), StringComparison.Ordinal);
        Assert.Contains("Next: tomorrow 08:00.", Lines(resumed), StringComparison.Ordinal);
        Assert.Equal(Asking.Noon, _subscriptions.All[0].Schedule.Begin);
    }

    [Fact]
    public async Task After_unsubscribing_there_is_none_and_subscribing_again_goes_on_with_the_old_one()
    {
        await _asking.AskAsync("/subscribe at:18:00");

        await _asking.AskAsync("/unsubscribe");
        var none = await _asking.AskAsync("/subscriptions");
        await _asking.AskAsync("/subscribe");

        Assert.Contains("no digest yet", Lines(none), StringComparison.Ordinal);
        Assert.Equal([new TimeOnly(18, 0)], Assert.Single(_subscriptions.All).Schedule.Cadence.Times);
    }

    [Fact]
    public async Task A_held_subscription_says_why()
    {
        await _asking.AskAsync("/subscribe");
        _subscriptions.Change(one => one with { Standing = SubscriptionStanding.Held, HeldFor = DeliveryReason.Forbidden });

        Assert.Contains("the bot may not write there", Lines(await _asking.AskAsync("/subscriptions")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_tell_what_became_of_each_and_an_uncertain_one_can_be_sent_again()
    {
        _slots.Reports.Add(Report(3, SlotState.Uncertain, DeliveryReason.AnswerLost));
        _slots.Reports.Add(Report(2, SlotState.Sent, null));
        _slots.Reports.Add(Report(1, SlotState.Skipped, null) with { Skip = SkipReason.Empty });

        var all = Lines(await _asking.AskAsync("/deliveries"));
        var failed = Lines(await _asking.AskAsync("/deliveries failed"));
        await _asking.AskAsync("/deliveries again 3");
        var nothing = Lines(await _asking.AskAsync("/deliveries again 2"));

        Assert.Contains("the platform's answer was lost", all, StringComparison.Ordinal);
        Assert.Contains("nothing new", all, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing new", failed, StringComparison.Ordinal);
        Assert.Equal([new SlotId(3)], _slots.Again);
        Assert.Contains("/deliveries", nothing, StringComparison.Ordinal);
    }

    private static DigestReport Report(long id, SlotState state, DeliveryReason? reason) => new(
        new SlotId(id), new ChatAddress("telegram", "-1", "-1"), 1, Asking.Noon.AddHours(-id), state, null, reason, Asking.Noon);

    private static string Lines(Reply reply) => ReplyText.Of(reply).TrimEnd();
}
