using Bot.Digest.Digests;
using Bot.Evaluation.Digests;
using CsCheck;

namespace Bot.Digest.Tests.Digests;

/// <summary>Made-up days with planted stories of known size: the digest must choose what a reader would.</summary>
public sealed class PlantedDaysTests
{
    private const string Big = "Big";
    private const string Middling = "Middling";
    private const string Small = "Small";
    private const string Copied = "Copied";

    private static readonly string[] Outlets = ["Post", "Wire", "Kanal", "Radio", "Echo", "Herald", "Bote", "Sound", "Letter"];

    private static readonly Gen<string[]> Shuffled = Gen.Shuffle(Outlets);

    /// <summary>Three big stories of five to eight publishers, four of two or three, three that one wrote and most copied, and thirty small ones, twenty of one outlet.</summary>
    private static readonly Gen<NewsDay> Day = Gen.Select(
        Gen.Select(Shuffled, Gen.Int[5, 8], Gen.Int[0, 23]).Array[3],
        Gen.Select(Shuffled, Gen.Int[2, 3], Gen.Int[0, 23]).Array[4],
        Gen.Select(Shuffled, Gen.Int[4, 8], Gen.Int[0, 23]).Array[3],
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 23]).Array[30],
        (big, middling, copied, small) =>
        {
            var day = new NewsDay();
            foreach (var (outlets, count, hours) in big)
            {
                day.Add(Big, [.. outlets.Take(count).Select((outlet, index) => (outlet, Math.Max(0, hours - index)))]);
            }

            foreach (var (outlets, count, hours) in middling)
            {
                day.Add(Middling, [.. outlets.Take(count).Select((outlet, index) => (outlet, Math.Max(0, hours - index)))]);
            }

            foreach (var (outlets, count, hours) in copied)
            {
                day.Add(Copied, [.. outlets.Take(count).Select((outlet, index) => (index == 0 ? outlet : "+" + outlet, hours))]);
            }

            foreach (var ((outlet, hours), index) in small.Select((one, index) => (one, index)))
            {
                day.Add(Small, (index < 20 ? Outlets[0] : Outlets[outlet], hours));
            }

            return day;
        });

    [Fact]
    public void Every_big_story_is_told_before_any_that_one_publisher_wrote_however_often_it_was_copied()
    {
        Day.Sample(day =>
        {
            var chosen = Chosen(day).Select(item => item.Story.Headline).ToList();

            Assert.Equal(3, chosen.Count(headline => headline == Big));
            Assert.True(chosen.LastIndexOf(Big) < chosen.FindIndex(headline => headline is Small or Copied) || !chosen.Exists(headline => headline is Small or Copied));
        });
    }

    [Fact]
    public void The_three_stories_told_in_full_are_big_ones_unless_a_fresher_one_of_several_publishers_came_in()
    {
        Day.Sample(day =>
        {
            var first = Chosen(day).Take(3);

            Assert.All(first, item => Assert.Contains(item.Story.Headline, (string[])[Big, Middling]));
        });
    }

    [Fact]
    public void The_outlet_of_twenty_small_stories_has_at_most_two_of_them_in_the_digest()
    {
        Day.Sample(day =>
        {
            var chosen = Chosen(day);

            Assert.InRange(chosen.Count(item => item.Outlets is [{ Outlet: "Post" }]), 0, 2);
        });
    }

    [Fact]
    public void On_two_hundred_made_up_days_the_choice_is_right_where_simple_ones_are_not()
    {
        var figures = DigestsRun.Run(days: 200, seed: 1);

        var composed = figures["composed"];
        Assert.Equal((0, 0, 0), (composed.Repeats, composed.ToldAgain, composed.OverCap));
        Assert.InRange(composed.TopThree, 0.9, 1);
        Assert.InRange(composed.BigTold, 0.98, 1);
        Assert.InRange(figures["newest first"].TopThree, 0, 0.3);
        Assert.InRange(figures["most articles first"].TopThree, 0, 0.5);
    }

    private static IReadOnlyList<DigestItem> Chosen(NewsDay day) =>
        EditionComposer.Compose([.. day.Stories.Select(story => new DigestCandidate(story))], new EditionWish(NewsDay.Period, DigestStyle.Standard)).Items;
}
