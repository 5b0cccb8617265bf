using Bot.Digest.Ports;
using Bot.Digest.Timelines;
using CsCheck;

namespace Bot.Digest.Tests.Timelines;

public sealed class TimelineComposerTests
{
    private static readonly DateOnly May2 = new(2025, 5, 2);
    private static readonly DateOnly May9 = new(2025, 5, 9);
    private static readonly DateOnly May13 = new(2025, 5, 13);
    private static readonly DateOnly May14 = new(2025, 5, 14);

    [Fact]
    public void Events_stand_in_the_order_in_which_they_happened_not_in_which_they_were_published()
    {
        var timeline = TimelineComposer.Compose(
        [
            Told("The ministry stopped the tender on 9 May.", May9, "Coast Wire", published: 10),
            Told("Inspectors found cracks in two piers on 2 May.", May2, "Kanal Öst", published: 20),
        ]);

        Assert.Equal([May2, May9], timeline.Happened.Select(entry => entry.From));
    }

    [Fact]
    public void One_happening_told_by_two_outlets_is_one_entry_that_names_both_the_earliest_first()
    {
        var timeline = TimelineComposer.Compose(
        [
            Told("Two piers at Norrmark have cracks, inspectors found on 2 May.", May2, "Kanal Öst", published: 5),
            Told("Inspectors found cracks in two piers at Norrmark on Friday.", May2, "Norrmark Post", published: 3),
            Told("The school kitchen closed on Friday.", May2, "Norrmark Post", published: 3),
        ]);

        var cracks = timeline.Happened.Single(entry => entry.Told.Sentence.Contains("crack", StringComparison.Ordinal));
        Assert.Equal(["Norrmark Post", "Kanal Öst"], cracks.Sources.Select(source => source.Outlet));
        Assert.Empty(cracks.Claims);
        Assert.Equal(2, timeline.Happened.Count);
    }

    [Fact]
    public void Days_that_outlets_disagree_on_are_named_with_who_says_which()
    {
        var timeline = TimelineComposer.Compose(
        [
            Told("Minister Ilse Varga ruled out a closure of the east pier on 13 May.", May13, "Norrmark Post", published: 14),
            Told("Ilse Varga, the minister, ruled out closure of the east pier on Wednesday.", May14, "Radio Lind", published: 15),
        ]);

        var entry = Assert.Single(timeline.Happened);
        Assert.Equal((May13, May14), (entry.From, entry.To));
        Assert.Equal(
            [(May13, "Norrmark Post"), (May14, "Radio Lind")],
            entry.Claims.Select(claim => (claim.From, claim.Sources.Single().Outlet)));
    }

    [Fact]
    public void An_outlet_that_tells_of_two_days_in_like_words_tells_of_two_happenings()
    {
        var timeline = TimelineComposer.Compose(
        [
            Told("Ferry crews stayed on strike for another day on 13 May.", May13, "Radio Lind", published: 14),
            Told("Ferry crews stayed on strike for another day on 14 May.", May14, "Radio Lind", published: 15),
        ]);

        Assert.Equal(2, timeline.Happened.Count);
    }

    [Theory]
    [InlineData("Norrmark Post", 1)]
    [InlineData("Radio Lind", 2)]
    public void What_an_outlet_tells_again_in_a_clause_is_the_same_happening_told_by_its_weightier_sentence(string other, int happenings)
    {
        var opened = Told(
            "The city of Lind opened an auction for the disused water mill, the last of four along the river Varn, and asked bidders for sealed letters.",
            May2, "Norrmark Post", published: 3) with
        { Weight = 0.9 };
        var again = Told("Meanwhile the auction for the mill, opened on 2 May, drags on.", May2, other, published: 9)
            with
        { Weight = 0.3 };

        var timeline = TimelineComposer.Compose([opened, again]);

        Assert.Equal(happenings, timeline.Happened.Count);
        Assert.Contains(opened, timeline.Happened.Select(entry => entry.Told));
    }

    [Fact]
    public void Two_things_that_one_outlet_tells_of_a_day_stay_apart_although_they_share_a_place_and_a_person()
    {
        var timeline = TimelineComposer.Compose(
        [
            Told("Ilse Varga opened the new ferry quay at Norrmark on 2 May.", May2, "Norrmark Post", published: 3),
            Told("In Norrmark a court heard the fishers' claim against Ilse Varga on 2 May.", May2, "Norrmark Post", published: 3),
        ]);

        Assert.Equal(2, timeline.Happened.Count);
    }

    [Fact]
    public void A_week_that_holds_the_day_another_outlet_gives_is_no_disagreement()
    {
        var week = Told("Repair estimates for the east pier were lowered this week.", new(2025, 5, 12), "Kanal Öst", published: 15)
            with
        { To = new(2025, 5, 18), Precision = DatePrecision.Week };
        var day = Told("Repair estimates for the east pier were lowered on Wednesday.", May14, "Coast Wire", published: 15);

        var entry = Assert.Single(TimelineComposer.Compose([week, day]).Happened);

        Assert.Equal((May14, May14, DatePrecision.Day), (entry.From, entry.To, entry.Precision));
        Assert.Empty(entry.Claims);
        Assert.Equal(2, entry.Sources.Count);
    }

    [Fact]
    public void Plans_are_kept_apart_and_disappear_once_the_happening_is_told()
    {
        var vote = Plan("The council will vote on the pier budget on 14 May.", May14, "Norrmark Post");
        var opening = Plan("The reading room opens to visitors on 30 May.", new(2025, 5, 30), "Lind Echo");
        var voted = Told("The council voted on the pier budget on Wednesday.", May14, "Coast Wire", published: 15);

        var timeline = TimelineComposer.Compose([vote, opening, voted]);

        Assert.Equal(voted, Assert.Single(timeline.Happened).Told);
        Assert.Equal(opening, Assert.Single(timeline.Planned).Told);
    }

    [Fact]
    public void A_long_silence_is_counted_in_whole_days_between_two_events()
    {
        var timeline = TimelineComposer.Compose(
        [
            Told("Inspectors found cracks in two piers.", May2, "Kanal Öst", published: 3),
            Told("The ministry stopped the tender.", May9, "Coast Wire", published: 9),
            Told("Divers measured the sea wall.", new(2025, 5, 11), "Coast Wire", published: 12),
        ]);

        Assert.Equal([0, 6, 0], timeline.Happened.Select(entry => entry.QuietDaysBefore));
    }

    [Fact]
    public void Without_a_length_the_events_that_stand_out_are_kept_and_the_rest_is_counted()
    {
        var events = Enumerable.Range(0, 40).Select(day => Told(
            $"Nothing {Spelled(day)} like {Spelled(day + 40)} was {Spelled(day + 80)}.", May2.AddDays(day), "Radio Lind", published: 1)
            with
        { Weight = day % 5 == 0 ? 0.9 : 0.1 }).ToList();

        var timeline = TimelineComposer.Compose(events);

        Assert.Equal(8, timeline.Happened.Count);
        Assert.All(timeline.Happened, entry => Assert.Equal(0.9, entry.Told.Weight));
        Assert.Equal(32, timeline.LeftOut);
    }

    [Fact]
    public void The_days_that_most_articles_tell_of_are_chosen_although_another_sentence_weighs_more()
    {
        var told = Enumerable.Range(0, 4).Select(article => Told(
            $"Inspectors {Spelled(article)} the east pier, {Spelled(article + 10)} {Spelled(article + 20)}.", May2, $"Outlet {article}", published: 3 + article));
        var alone = Told("Inspectors came to the east pier again.", May9, "Radio Lind", published: 9) with { Weight = 0.9 };

        var timeline = TimelineComposer.Compose([.. told, alone], new TimelineSize(Days: 1, EachDay: 1));

        Assert.Equal(May2, Assert.Single(timeline.Happened).From);
        Assert.Equal(4, timeline.LeftOut);
    }

    [Theory]
    [InlineData("stated", false)]
    [InlineData("from-context", false)]
    [InlineData("month-day", true)]
    public void What_announces_a_day_dates_it_with_its_year_or_counts_it_from_another_speaks_less_for_it(string rule, bool planned)
    {
        var aside = Told("Inspectors came to the east pier.", May2, "Radio Lind", published: 3) with { Rule = rule, Weight = 0.55 };
        var told = Told("Divers came to the east pier.", May9, "Coast Wire", published: 10);
        var direct = aside with { Rule = "month-day" };
        EventHit[] happened = planned
            ? [Told("A crane came to the west quay.", May2, "Kanal Öst", published: 4) with { Weight = 0.1 }, Told("A crane left the west quay.", May9, "Kanal Öst", published: 11) with { Weight = 0.1 }]
            : [];

        Assert.Equal(May2, Strongest(happened, direct, told));
        Assert.Equal(May9, Strongest(happened, aside with { Planned = planned }, told));
    }

    [Fact]
    public void An_article_that_tells_of_a_day_again_and_again_counts_once_for_it()
    {
        var again = Enumerable.Range(0, 4).Select(sentence => Told(
            $"Inspectors {Spelled(sentence)} the east pier, {Spelled(sentence + 10)} {Spelled(sentence + 20)}.", May2, "Radio Lind", published: 3));
        var twice = new[] { "Kanal Öst", "Coast Wire" }.Select((outlet, number) => Told(
            $"Divers {Spelled(number + 30)} the east pier, {Spelled(number + 40)} {Spelled(number + 50)}.", May9, outlet, published: 10 + number));

        var timeline = TimelineComposer.Compose([.. again, .. twice], new TimelineSize(Days: 1, EachDay: 1));

        Assert.Equal(May9, Assert.Single(timeline.Happened).From);
    }

    [Theory]
    [InlineData(1, 9)]
    [InlineData(10, 2)]
    public void Copies_of_one_report_count_once_for_their_day_but_not_what_is_printed_again_in_the_same_words_later(int daysBetween, int strongest)
    {
        var copies = new[] { "Norrmark Post", "Kanal Öst" }.Select((outlet, number) => Told(
            "Inspectors found cracks in two piers at Norrmark harbour.", May2, outlet, published: 3 + (number * daysBetween)));
        var own = new[] { "Radio Lind", "Coast Wire" }.Select((outlet, number) => Told(
            $"Divers saw cracks in piers at Norrmark harbour, {Spelled(number + 40)} {Spelled(number + 50)}.", May9, outlet, published: 9 + number));

        var timeline = TimelineComposer.Compose([.. copies, .. own], new TimelineSize(Days: 1, EachDay: 1));

        Assert.Equal(strongest, Assert.Single(timeline.Happened).From.Day);
    }

    [Fact]
    public void An_entry_keeps_each_report_with_the_rule_that_dated_it()
    {
        var timeline = TimelineComposer.Compose(
        [
            Told("Inspectors found cracks in two piers at Norrmark on Friday.", May2, "Norrmark Post", published: 5) with { Rule = "weekday-past" },
            Told("Two piers at Norrmark have cracks, inspectors found on 2 May.", May2, "Norrmark Post", published: 3),
        ]);

        Assert.Equal(["month-day", "weekday-past"], Assert.Single(timeline.Happened).Reports.Select(report => report.Rule));
    }

    [Fact]
    public void A_length_that_was_asked_for_is_kept_to()
    {
        var events = Enumerable.Range(0, 40).Select(day => Told(
            $"Nothing {Spelled(day)} like {Spelled(day + 40)} was {Spelled(day + 80)}.", May2.AddDays(day), "Radio Lind", published: 1)).ToList();

        Assert.Equal(20, TimelineComposer.Compose(events, new TimelineSize(Days: 20, EachDay: 1)).Happened.Count);
    }

    [Fact]
    public void The_order_in_which_events_arrive_changes_nothing_and_none_is_lost() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Bool)
            .Select((day, outlet, what, plan) => Told(
                $"{Spelled(what)} {Spelled(what + 7)} {Spelled(what + 11)}", May2.AddDays(day), $"Outlet {outlet}", published: 30)
                with
            { Planned = plan })
            .List[0, 30]
            .Sample(events =>
            {
                var timeline = TimelineComposer.Compose(events, TimelineSize.Everything);
                var again = TimelineComposer.Compose([.. Enumerable.Reverse(events)], TimelineSize.Everything);

                Assert.Equal(Shown(timeline), Shown(again));
                Assert.All(timeline.Happened, entry => Assert.True(entry.From <= entry.To));
                Assert.All(events.Where(one => !one.Planned), one => Assert.Contains(
                    timeline.Happened, entry => entry.From <= one.From && one.To <= entry.To));
            });

    [Fact]
    public void Whatever_is_told_of_whatever_days_a_timeline_holds_each_report_once_and_is_in_order() =>
        Gen.Select(Gen.String, Gen.Int[0, DateOnly.MaxValue.DayNumber], Gen.Int[0, 400], Gen.Int[0, 4], Gen.Bool, Gen.Double[0, 1])
            .Select((sentence, day, length, precision, plan, weight) => Told(sentence, DateOnly.FromDayNumber(day), "Radio Lind", published: day % 50)
                with
            {
                To = DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, day + length)),
                Precision = (DatePrecision)precision,
                Planned = plan,
                Weight = weight,
            })
            .List[0, 25]
            .Sample(events =>
            {
                var chosen = TimelineComposer.Compose(events);
                var all = TimelineComposer.Compose(events, TimelineSize.Everything);

                Assert.Equal(events.Count(one => !one.Planned), all.Happened.Sum(entry => entry.Reports.Count));
                Assert.Equal(all.Happened.Select(entry => entry.From).Order(), all.Happened.Select(entry => entry.From));
                Assert.Subset(all.Happened.Select(entry => entry.Told).ToHashSet(), chosen.Happened.Select(entry => entry.Told).ToHashSet());
            });

    private static List<(DateOnly, DateOnly, int)> Shown(Timeline timeline) =>
        [.. timeline.Happened.Select(entry => (entry.From, entry.To, entry.Sources.Count))];

    private static EventHit Told(string sentence, DateOnly day, string outlet, int published) => new(
        sentence, "on " + day.Day, day, day, DatePrecision.Day, "month-day", Planned: false, Weight: 0.5,
        new Citation(
            new ArticleId(published), "Title", outlet, new PublisherId(string.GetHashCode(outlet, StringComparison.Ordinal)), new DateTimeOffset(2025, 5, 1, 12, 0, 0, TimeSpan.Zero).AddDays(published), Address: null));

    private static DateOnly Strongest(EventHit[] others, params EventHit[] events) =>
        Assert.Single(TimelineComposer.Compose([.. others, .. events], new TimelineSize(Days: 1, EachDay: 1)).Happened).From;

    private static EventHit Plan(string sentence, DateOnly day, string outlet) =>
        Told(sentence, day, outlet, published: 1) with { Planned = true };

    /// <summary>A different word for each number.</summary>
    private static string Spelled(int number) => "w" + new string([.. $"{number}".Select(digit => (char)('a' + digit - '0'))]) + "rd";
}
