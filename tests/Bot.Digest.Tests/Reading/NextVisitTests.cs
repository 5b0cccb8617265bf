using Bot.Digest.Reading.Visits;
using CsCheck;

namespace Bot.Digest.Tests.Reading;

public sealed class NextVisitTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 8, 0, 0, TimeSpan.Zero); // A Wednesday.

    /// <summary>A server that answers "not modified" and nothing more is known of.</summary>
    private static readonly VisitHistory Plain = new(7) { OffersValidators = true };

    [Fact]
    public void A_source_is_visited_every_hour_when_it_can_say_that_nothing_is_new_and_else_once_a_day()
    {
        AssertAbout(TimeSpan.FromHours(1), Plain);
        AssertAbout(TimeSpan.FromHours(24), Plain with { OffersValidators = false });
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(0.5, 24)]
    [InlineData(3, 14)]
    [InlineData(7, 6)]
    [InlineData(42, 1)]
    [InlineData(5000, 1)]
    [InlineData(double.NaN, 24)]
    public void A_busy_source_is_visited_more_often(double itemsAWeek, double hours) =>
        AssertAbout(TimeSpan.FromHours(hours), Plain with { ItemsAWeek = itemsAWeek });

    [Fact]
    public void A_server_that_calls_its_copy_fresh_for_minutes_invites_to_come_sooner_but_never_before_a_quarter_of_an_hour()
    {
        AssertAbout(TimeSpan.FromMinutes(20), Plain with { ItemsAWeek = 5000, MaxAge = TimeSpan.FromMinutes(20) });
        Assert.True(Wait(Plain with { ItemsAWeek = 5000, MaxAge = TimeSpan.FromMinutes(1) }) >= NextVisit.Shortest);
        AssertAbout(TimeSpan.FromHours(1), Plain with { OffersValidators = false, ItemsAWeek = 5000, StatedInterval = TimeSpan.FromMinutes(20) });
    }

    [Fact]
    public void Visits_keep_up_with_a_list_whose_items_pass_quickly() =>
        AssertAbout(TimeSpan.FromHours(12), Plain with { OffersValidators = false, ItemsAWeek = 140, ItemsOffered = 20 });

    [Fact]
    public void What_the_server_or_the_document_says_is_a_floor_of_a_day_at_most()
    {
        Assert.True(Wait(Plain with { MaxAge = TimeSpan.FromHours(5) }) >= TimeSpan.FromHours(5));
        Assert.True(Wait(Plain with { StatedInterval = TimeSpan.FromHours(6) }) >= TimeSpan.FromHours(6));
        Assert.True(Wait(Plain with { MaxAge = TimeSpan.FromDays(365) }) <= TimeSpan.FromHours(24) * 1.1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(5, 16)]
    [InlineData(6, 24)]
    [InlineData(int.MaxValue, 24)]
    public void Failures_double_the_wait_up_to_a_day(int failures, double hours) =>
        AssertAbout(TimeSpan.FromHours(hours), Plain with { FailuresInARow = failures });

    [Fact]
    public void A_rest_that_the_host_asked_for_is_kept_for_a_week_at_most()
    {
        Assert.True(Wait(Plain with { FailuresInARow = 1, RetryAfter = TimeSpan.FromHours(43) }) >= TimeSpan.FromHours(43));
        Assert.True(Wait(Plain with { FailuresInARow = 1, RetryAfter = TimeSpan.FromDays(4000) }) <= TimeSpan.FromDays(7) * 1.1);
    }

    [Fact]
    public void What_is_gone_is_not_visited_again() => Assert.Null(NextVisit.After(Plain with { IsGone = true }, Now));

    [Fact]
    public void Hours_and_days_that_a_document_skips_are_skipped()
    {
        Assert.Equal(11, NextVisit.After(Plain with { SkippedHours = new HashSet<int> { 8, 9, 10 } }, Now)?.Hour);
        Assert.Equal(DayOfWeek.Friday, NextVisit.After(Plain with { SkippedDays = new HashSet<DayOfWeek> { DayOfWeek.Wednesday, DayOfWeek.Thursday } }, Now)?.DayOfWeek);
        AssertAbout(TimeSpan.FromHours(1), Plain with { SkippedHours = new HashSet<int>(Enumerable.Range(0, 24)) });
    }

    [Fact]
    public void Sources_are_spread_and_each_keeps_its_place()
    {
        var waits = Enumerable.Range(1, 1000).Select(source => Wait(Plain with { Source = source }).TotalMinutes).ToList();

        Assert.Equal(waits, Enumerable.Range(1, 1000).Select(source => Wait(Plain with { Source = source }).TotalMinutes));
        Assert.All(waits, wait => Assert.InRange(wait, 54, 66));
        Assert.All(Enumerable.Range(54, 12), minute => Assert.InRange(waits.Count(wait => wait >= minute && wait < minute + 1), 50, 120));
    }

    [Fact]
    public void Whatever_is_known_the_next_visit_is_neither_too_soon_nor_forgotten() =>
        Gen.Select(Gen.Double, Gen.Int, Gen.Bool, Gen.Int[-10, int.MaxValue], Gen.Int, Gen.Long).Sample((items, offered, validators, seconds, failures, source) =>
        {
            var wait = Wait(new(source)
            {
                ItemsAWeek = items,
                ItemsOffered = offered,
                OffersValidators = validators,
                MaxAge = TimeSpan.FromSeconds(seconds),
                RetryAfter = TimeSpan.FromSeconds(seconds),
                FailuresInARow = failures,
            });

            Assert.InRange(wait, NextVisit.Shortest, TimeSpan.FromDays(7.7));
        });

    [Fact]
    public void A_move_is_believed_after_three_visits_over_two_days_that_say_the_same()
    {
        var (here, there) = (new Uri("https://norrmarkpost.com/rss"), new Uri("https://coastwire.com/rss"));
        var once = SeenMove.After(null, here, Now);
        var twice = SeenMove.After(once, here, Now.AddHours(1));
        var thrice = SeenMove.After(twice, here, Now.AddHours(2));

        Assert.False(once!.IsBelieved(Now.AddDays(9)));
        Assert.False(thrice!.IsBelieved(Now.AddHours(47)));
        Assert.True(thrice.IsBelieved(Now.AddHours(48)));
        Assert.Equal(new(there, 1, Now.AddDays(2)), SeenMove.After(thrice, there, Now.AddDays(2)));
        Assert.Null(SeenMove.After(thrice, null, Now.AddDays(2)));
    }

    private static TimeSpan Wait(VisitHistory history) => NextVisit.After(history, Now)!.Value - Now;

    private static void AssertAbout(TimeSpan expected, VisitHistory history) => Assert.InRange(Wait(history), expected * 0.9, expected * 1.1);
}
