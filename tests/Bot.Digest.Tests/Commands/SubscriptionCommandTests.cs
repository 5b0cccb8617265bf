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
    private readonly MemoryDigestHistory _slots = new();
    private readonly MemoryCommunities _communities = new();
    private readonly MemoryArchive _archive = Newsroom.Archive();
    private readonly Asking _asking;

    public SubscriptionCommandTests() => _asking = new Asking(
        new SubscribeCommand(_subscriptions, _communities, _archive),
        new SettingsCommand(_communities),
        new SubscriptionsCommand(_subscriptions),
        new UnsubscribeCommand(_subscriptions),
        new PauseCommand(_subscriptions),
        new ResumeCommand(_subscriptions),
        new DeliveriesCommand(_slots),
        new DeliveriesAgainCommand(_slots))
    { Communities = _communities };

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
            Next: today, Tue 20 May, 18:00.
            (Times here are shown in Berlin time from now on; </settings>(/settings) changes that.)
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

        Assert.Contains("Next: tomorrow, Wed 21 May, 01:00.", Lines(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/subscribe at:later")]
    [InlineData("/subscribe on:someday")]
    [InlineData("/subscribe zone:atlantis")]
    [InlineData("/subscribe quiet:never-ever")]
    [InlineData("/subscribe 3")]
    [InlineData("/subscribe include:*")]
    [InlineData("/subscribe exclude:\"ferry, !\"")]
    [InlineData("/subscribe topics:,")]
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

    [Theory]
    [InlineData("include:*", "include: takes words or phrases, parted by commas, each with a letter or a number in it; “off” takes them out.")]
    [InlineData("exclude:ferry,-", "exclude: takes words or phrases, parted by commas, each with a letter or a number in it; “off” takes them out.")]
    [InlineData("topics:a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u", "topics: takes at most 20 words or phrases, parted by commas; leave some out.")]
    [InlineData("topics:\"ferry, a sentence of more than sixty letters that is in no other article\"", "Each word or phrase of topics: has at most 60 characters; part several by commas.")]
    public async Task Words_that_choose_stories_are_few_and_short_and_have_something_to_look_for(string option, string problem)
    {
        var reply = await _asking.AskAsync($"/subscribe {option}");

        Assert.Equal((ReplyKind.Problem, problem), (reply.Kind, Assert.IsType<Paragraph>(Assert.Single(reply.Blocks)).Text.ToString()));
        Assert.Empty(_subscriptions.All);
    }

    [Fact]
    public async Task Ordering_a_paused_digest_once_more_resumes_it_and_says_so()
    {
        const string Said = "It was paused or held back, and comes again from now on.";
        var first = await _asking.AskAsync("/subscribe");
        await _asking.AskAsync("/pause");

        var again = await _asking.AskAsync("/subscribe style:brief");
        _subscriptions.Change(one => one with { Standing = SubscriptionStanding.Held });
        var third = await _asking.AskAsync("/subscribe");
        var fourth = await _asking.AskAsync("/subscribe");

        Assert.Equal([false, true, true, false], new[] { first, again, third, fourth }.Select(reply => Lines(reply).Contains(Said, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_pause_without_an_end_names_its_digest_and_how_to_pause_for_days_and_so_does_a_number_that_may_be_days()
    {
        await _asking.AskAsync("/subscribe");

        var endless = await _asking.AskAsync("/pause 1");
        var days = await _asking.AskAsync("/pause 14");
        var week = await _asking.AskAsync("/pause 1 for:7d");
        var typed = await _asking.AskAsync("/pause 7d");

        Assert.Contains("For some days only: </pause 1 for:7d>(/pause 1 for:7d).", Lines(endless), StringComparison.Ordinal);
        Assert.Contains("For some days only: </pause for:14d>(/pause for:14d).", Lines(days), StringComparison.Ordinal);
        Assert.DoesNotContain("For some days", Lines(week), StringComparison.Ordinal);
        Assert.Contains("“7d” is not a number that number: takes; write a whole one, 1 or more.", Lines(typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_orders_digests_where_nothing_is_new_is_told_so_and_what_to_do()
    {
        _asking.Clock.Advance(TimeSpan.FromDays(30));
        var old = await _asking.AskAsync("/subscribe");
        _archive.Articles.Clear();
        var empty = await _asking.AskAsync("/subscribe");

        Assert.Contains("the newest article here is of 20 May: none comes before there is a newer one. </digest>(/digest) shows what one looks like.", Lines(old), StringComparison.Ordinal);
        Assert.Contains("none comes before you add news: </source add", Lines(empty), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_ends_by_itself_or_by_resuming_and_nothing_that_was_due_in_it_is_told_later()
    {
        await _asking.AskAsync("/subscribe zone:utc");

        var paused = await _asking.AskAsync("/pause for:1w");
        var resumed = await _asking.AskAsync("/resume");

        Assert.Contains("Paused until Tue 27 May, ", Lines(paused), StringComparison.Ordinal);
        Assert.Contains("Next: tomorrow, Wed 21 May, 08:00.", Lines(resumed), StringComparison.Ordinal);
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
    public async Task Who_says_no_zone_is_asked_for_it_and_every_answer_changes_the_digest_that_was_ordered()
    {
        _asking.Communities.All.Add(Harbour);

        var reply = await _asking.AskAsync("/subscribe", community: Harbour.Id);
        var ordered = Assert.Single(_subscriptions.All);
        var answer = reply.Buttons.SelectMany(row => row).Single(button => button.Label == "08:00 New York");
        var changed = Lines(await _asking.AskAsync(answer.Command, community: Harbour.Id));
        var again = await _asking.AskAsync("/subscribe style:full", community: Harbour.Id);

        Assert.Equal((ReplyKind.Question, "Norrmark"), (reply.Kind, ordered.Schedule.Zone));
        Assert.Contains("Is it 14:00 where you are?", Lines(reply), StringComparison.Ordinal);
        Assert.Equal("Yes, 14:00", reply.Buttons[0][0].Label);
        Assert.DoesNotContain(reply.Buttons.SelectMany(row => row), button => button.Label.Length > 20);
        Assert.Contains("New York time", changed, StringComparison.Ordinal);
        Assert.Equal(("America/New_York", "America/New_York"), (Assert.Single(_subscriptions.All).Schedule.Zone, _communities.All[0].Settings.Zone));
        Assert.Equal(ReplyKind.Answer, again.Kind);
    }

    [Fact]
    public async Task A_new_digest_takes_the_clock_and_the_quiet_hours_of_the_community_and_is_not_asked_for_them()
    {
        _communities.All.Add(Harbour);
        await _asking.AskAsync("/settings zone:tokyo quiet:22:00-07:00 language:german", Access.ChannelAdmin, community: Harbour.Id);

        var reply = await _asking.AskAsync("/subscribe", Access.ChannelAdmin, community: Harbour.Id);

        var made = Assert.Single(_subscriptions.All);
        Assert.Equal(
            ("Asia/Tokyo", new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0)), "de", ReplyKind.Answer),
            (made.Schedule.Zone, made.Schedule.Quiet, made.Wish.Language, reply.Kind));
        Assert.Contains("Nächster: morgen, Mi 21. Mai, 08:00.", Lines(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_shown_changed_and_taken_back()
    {
        _communities.All.Add(Harbour);
        Task<Reply> Set(string options) => _asking.AskAsync("/settings " + options, Access.CommunityAdmin, community: Harbour.Id);

        var none = Lines(await Set(""));
        var chosen = Lines(await Set("zone:berlin language:en-GB quiet:\"10pm to 7am\" managers:<@&555>"));
        var back = Lines(await Set("quiet:off managers:none"));

        Assert.Equal(
            """
            # Settings of this community
            - Time zone: not chosen; Norrmark until then, 14:00 there now
            - Language: not chosen; English
            - Quiet hours: none
            - Managers: the admins of the community alone
            (Changed by zone:, language:, quiet:, managers:; off takes one back. New digests take them over; those that are there keep their own.)
            """,
            none);
        Assert.Contains("Time zone: Berlin, 14:00 there now", chosen, StringComparison.Ordinal);
        Assert.Contains("Language: English (United Kingdom), such as Tuesday 20 May", chosen, StringComparison.Ordinal);
        Assert.Contains("Quiet hours: 22:00 to 07:00", chosen, StringComparison.Ordinal);
        Assert.Contains("the role 555", chosen, StringComparison.Ordinal);
        Assert.Contains("Quiet hours: none", back, StringComparison.Ordinal);
        Assert.Equal(new CommunitySettings("Europe/Berlin", "en-GB", null, null), _communities.All[0].Settings);
    }

    [Fact]
    public async Task Words_follow_the_language_of_a_community_where_there_are_such_words_and_days_always_do()
    {
        _communities.All.Add(Harbour);
        async Task<string> SetAsync(string language) => Lines(await _asking.AskAsync($"/settings language:{language}", Access.ChannelAdmin, community: Harbour.Id));

        var (german, french) = (await SetAsync("deutsch"), await SetAsync("french"));

        Assert.Contains("Sprache: Deutsch, zum Beispiel Dienstag, 20. Mai", german, StringComparison.Ordinal);
        Assert.Contains("Language: français, such as mardi 20 mai; the words stay English, since this bot speaks Deutsch, English", french, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_says_in_which_language_it_is_written_also_when_it_changes_that()
    {
        _communities.All.Add(Harbour);
        async Task<string> LanguageOfAsync(string line) => (await _asking.AskAsync(line, Access.ChannelAdmin, community: Harbour.Id)).Language.Name;

        Assert.Equal("de", await LanguageOfAsync("/settings language:deutsch"));
        Assert.Equal("de", await LanguageOfAsync("/settings zone:atlantis"));
        Assert.Equal("de", await LanguageOfAsync("/atlantis"));
    }

    [Fact]
    public async Task What_admins_are_told_beside_the_answer_is_in_the_language_that_it_changed_to()
    {
        _communities.All.Add(Harbour);
        _asking.Sources.News.Add((Harbour.Id, new SourceNotice(new SourceId(7), "Kanal Süd", Doubt: null, IsGone: false, Asking.Noon.AddDays(-3))));

        var told = Lines(await _asking.AskAsync("/settings language:deutsch", Access.ChannelAdmin, community: Harbour.Id));

        Assert.Contains("Kanal Süd schweigt seit 17. Mai", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/settings zone:atlantis")]
    [InlineData("/settings language:klingon")]
    [InlineData("/settings quiet:always")]
    [InlineData("/settings managers:everyone")]
    [InlineData("/settings managers:0")]
    [InlineData("/settings zone:berlin quiet:always")]
    public async Task A_setting_that_is_not_understood_is_said_in_a_sentence_and_changes_nothing(string line)
    {
        _communities.All.Add(Harbour);

        var reply = await _asking.AskAsync(line, Access.CommunityAdmin, community: Harbour.Id);

        Assert.Equal(ReplyKind.Problem, reply.Kind);
        Assert.Equal(CommunitySettings.None, _communities.All[0].Settings);
        Assert.Empty(_asking.Bugs);
    }

    [Fact]
    public async Task Whatever_a_reply_about_another_channel_offers_acts_there()
    {
        var news = new ChatAddress("terminal", "home", "news");
        _asking.FindChannel = (_, _) => Task.FromResult(new ChannelChoice(news, CommunityId.DefaultSet, Access.ChannelAdmin, null));

        var none = ReplyText.CommandsIn(await _asking.AskAsync("/subscriptions in:#news", Access.Everyone));
        var made = await _asking.AskAsync("/subscribe in:\"news room\"", Access.Everyone);
        await _asking.AskAsync(made.Buttons[^1][^1].Command, Access.Everyone);

        Assert.Equal(["/subscribe in:\"#news\""], none);
        Assert.All(ReplyText.CommandsIn(made), command => Assert.EndsWith(" in:\"news room\"", command, StringComparison.Ordinal));
        var ended = Assert.Single(_subscriptions.All);
        Assert.Equal((news, SubscriptionStanding.Ended), (ended.Address, ended.Standing));
    }

    [Fact]
    public async Task The_first_steps_say_how_far_a_channel_is_with_them()
    {
        var archive = Newsroom.Archive();
        var asking = new Asking(new StartCommand(archive.Sources, archive.Subscriptions, archive, archive), new SubscribeCommand(archive.Subscriptions, archive.Communities, archive));

        var fresh = Lines(await asking.AskAsync("/start", Access.ChannelAdmin));
        var member = await asking.AskAsync("/start", Access.Everyone);
        archive.Sources.All.Add((CommunityId.DefaultSet, Newsroom.Source(7, "Radio Lind")));
        await asking.AskAsync("/subscribe zone:utc");
        var later = Lines(await asking.AskAsync("/start", Access.ChannelAdmin));

        Assert.EndsWith("[Add news: /help source add] [Digest at 08:00: /subscribe] [Digest now: /digest] [Try /who: /who odile-marchand]", fresh, StringComparison.Ordinal);
        Assert.Equal(["/digest", "/who odile-marchand"], member.Buttons[0].Select(button => button.Command));
        Assert.Contains("News: 1 source is", later, StringComparison.Ordinal);
        Assert.Contains("Digest: ordered. Next: tomorrow, Wed 21 May, 08:00.", later, StringComparison.Ordinal);
        Assert.EndsWith("\n[Digest now: /digest] [Try /who: /who odile-marchand]", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_digest_is_held_is_told_once_to_an_admin_and_never_to_a_member()
    {
        await _asking.AskAsync("/subscribe zone:utc", channel: "news");
        _asking.Sources.Held.Add(_subscriptions.All[0] with { Standing = SubscriptionStanding.Held, HeldFor = DeliveryReason.Forbidden });

        var member = Lines(await _asking.AskAsync("/start", Access.Everyone));
        var admin = Lines(await _asking.AskAsync("/subscriptions", Access.ChannelAdmin, channel: "news"));
        var again = Lines(await _asking.AskAsync("/subscriptions", Access.ChannelAdmin, channel: "news"));

        Assert.DoesNotContain("held", member + again, StringComparison.Ordinal);
        Assert.Contains("The digest 1 is held: the bot may not write there. It is kept for 30 days", admin, StringComparison.Ordinal);
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

    private static Community Harbour { get; } =
        new(new CommunityId(20), "terminal", "home", "Harbour", CommunityStanding.Served, Asking.Noon, 0, 100);

    private static DigestReport Report(long id, SlotState state, DeliveryReason? reason) => new(
        new SlotId(id), new ChatAddress("telegram", "-1", "-1"), 1, Asking.Noon.AddHours(-id), state, null, reason, Asking.Noon);

    private static string Lines(Reply reply) => ReplyText.Of(reply).TrimEnd();
}
