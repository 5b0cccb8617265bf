using Bot.Digest.Ports;
using Bot.Digest.Sources;

namespace Bot.Digest.Tests.Sources;

/// <summary>What of a source is believed, and what is remembered of it.</summary>
public sealed class VisitJudgementTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly KnownItem Known = new(KnownBy.Identity, new ArticleId(1), IsUnchanged: true, PageTries: 0, Now);

    [Fact]
    public void A_new_feed_may_be_empty_and_a_known_one_may_not()
    {
        Assert.Null(VisitJudgement.Of(Items(0), [], new VisitMemory(), Now));
        Assert.Equal(SourceDoubt.NoItems, VisitJudgement.Of(Items(0), [], new VisitMemory { ItemsOffered = 5 }, Now));
        Assert.Equal(SourceDoubt.NoItems, VisitJudgement.Of(null, [], new VisitMemory(), Now));
    }

    [Fact]
    public void A_few_renamed_items_are_corrections_and_most_of_them_are_none()
    {
        var renamed = Known with { By = KnownBy.Words };

        Assert.Null(VisitJudgement.Of(Items(6), [renamed, renamed, renamed, Known, Known, Known], new VisitMemory(), Now));
        Assert.Null(VisitJudgement.Of(Items(2), [renamed, renamed], new VisitMemory(), Now));
        Assert.Equal(SourceDoubt.RenamedItems, VisitJudgement.Of(Items(5), [renamed, renamed, renamed, Known, null], new VisitMemory(), Now));
    }

    [Fact]
    public void Five_hundred_a_day_are_believed_and_one_more_is_not()
    {
        var full = new VisitMemory { Day = new DateOnly(2026, 6, 1), NewItems = 500 };

        Assert.Equal(20, VisitJudgement.Allowance(full with { NewItems = 480 }, Now));
        Assert.Equal(SourceDoubt.Flood, VisitJudgement.Of(Items(1), [null], full, Now));
        Assert.Null(VisitJudgement.Of(Items(1), [Known], full, Now));
        Assert.Null(VisitJudgement.Of(Items(1), [null], full, Now.AddDays(1)));
    }

    [Fact]
    public void A_flood_is_over_when_a_visit_brings_what_one_visit_may_bring()
    {
        var flooded = new VisitMemory { Doubt = SourceDoubt.Flood };

        Assert.Equal(SourceDoubt.Flood, VisitJudgement.Of(Items(51), new KnownItem?[51], flooded, Now));
        Assert.Null(VisitJudgement.Of(Items(50), new KnownItem?[50], flooded, Now));
    }

    [Fact]
    public void Three_strikes_in_a_row_are_news_once_and_one_good_visit_takes_them_back()
    {
        var first = VisitSteps.Doubted(new VisitMemory(), SourceDoubt.NoItems, 0, Now);
        var second = VisitSteps.Doubted(first, SourceDoubt.NoItems, 0, Now.AddHours(1));
        var third = VisitSteps.Doubted(second, SourceDoubt.NoItems, 0, Now.AddHours(2));
        var fourth = VisitSteps.Doubted(third, SourceDoubt.NoItems, 0, Now.AddHours(3));
        var good = VisitSteps.Unchanged(fourth, null, null, Now.AddHours(4));

        Assert.Equal([false, false, true, false], [VisitSteps.IsNews(new(), first), VisitSteps.IsNews(first, second), VisitSteps.IsNews(second, third), VisitSteps.IsNews(third, fourth)]);
        Assert.Equal((SourceDoubt.NoItems, Now), (fourth.Doubt, fourth.DoubtSince));
        Assert.Equal((null, null, 0, 0), (good.Doubt, good.DoubtSince, good.Strikes, good.Failures));
    }

    [Fact]
    public void A_move_is_believed_after_three_visits_over_two_days_and_forgotten_by_a_visit_without_it()
    {
        var (old, target) = (new Uri("https://old.example/feed"), new Uri("https://new.example/feed"));
        var memory = new VisitMemory();
        var moves = new List<Uri?>();
        for (var day = 0; day < 3; day++)
        {
            memory = VisitSteps.Unchanged(memory, null, target, Now.AddDays(day));
            moves.Add(VisitSteps.MovedTo(memory, old, Now.AddDays(day)));
        }

        Assert.Equal([null, null, target], moves);
        Assert.Null(VisitSteps.Unchanged(memory, null, null, Now.AddDays(4)).Move);
    }

    [Fact]
    public void Wishes_survive_as_numbers()
    {
        var wishes = VisitWishes.Of(TimeSpan.FromHours(1), [0, 23, 99, -1], [DayOfWeek.Sunday, DayOfWeek.Saturday]);

        Assert.Equal([0, 23], wishes.Hours.Order());
        Assert.Equal([DayOfWeek.Sunday, DayOfWeek.Saturday], wishes.Days.Order());
    }

    private static Offer Items(int count) => new()
    {
        Items = [.. Enumerable.Range(0, count).Select(number => new OfferedItem { Marks = new ItemMarks($"{number}", [], null, "") })],
    };
}
