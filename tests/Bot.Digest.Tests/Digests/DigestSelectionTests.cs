using Bot.Digest.Digests;
using Bot.Digest.Ports;
using CsCheck;

namespace Bot.Digest.Tests.Digests;

public sealed class DigestSelectionTests
{
    private static readonly Gen<NewsDay> AnyDay = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 23], Gen.Bool).Array[1, 6].Array[0, 30].Select(stories =>
    {
        var day = new NewsDay();
        foreach (var (story, index) in stories.Select((story, index) => (story, index)))
        {
            // The first article of a story is never a copy.
            day.Add($"Story {index}", [.. story.Select((one, place) => ($"{(one.Item3 && place > 0 ? "+" : "")}Outlet {one.Item1}", one.Item2))]);
        }

        return day;
    });

    [Fact]
    public void Of_stories_told_alike_the_freshest_comes_first()
    {
        var day = new NewsDay().Add("Mill burns", ("Herald", 9)).Add("Bridge opens", ("Wire", 1)).Add("Market moves", ("Kanal", 20));

        Assert.Equal(["Bridge opens", "Mill burns", "Market moves"], Headlines(day));
    }

    [Fact]
    public void What_five_publishers_told_yesterday_comes_before_what_one_tells_in_ten_articles_now()
    {
        var day = new NewsDay()
            .Add("Mill burns", [.. Enumerable.Range(0, 10).Select(hour => ("Herald", hour))])
            .Add("Bridge opens", ("Wire", 23), ("Post", 22), ("Kanal", 22), ("Radio", 21), ("Herald", 21));

        Assert.Equal(["Bridge opens", "Mill burns"], Headlines(day));
    }

    [Fact]
    public void Copies_give_a_story_no_weight()
    {
        var day = new NewsDay()
            .Add("Mill burns", ("Wire", 6), ("+Post", 5), ("+Kanal", 5), ("+Radio", 5), ("+Herald", 5))
            .Add("Bridge opens", ("Post", 6), ("Kanal", 6));

        var chosen = Choose(day);

        Assert.Equal(["Bridge opens", "Mill burns"], chosen.Select(item => item.Headline));
        Assert.Equal((1, 5), (chosen[1].Own.Count, chosen[1].Outlets.Count));
    }

    [Fact]
    public void What_grows_comes_before_what_is_told_as_often_and_fades()
    {
        var day = new NewsDay()
            .Add("Mill burns", ("Post", 20), ("Wire", 19), ("Wire", 18), ("Kanal", 1))
            .Add("Bridge opens", ("Post", 20), ("Wire", 3), ("Wire", 2), ("Kanal", 1));

        Assert.Equal("Bridge opens", Headlines(day)[0]);
    }

    [Fact]
    public void A_publisher_that_prints_much_has_two_stories_to_itself_until_all_others_had_their_place()
    {
        var day = new NewsDay();
        foreach (var number in Enumerable.Range(0, 9))
        {
            day.Add($"Notice {number}", ("Herald", number));
        }

        day.Add("Mill burns", ("Wire", 22)).Add("Market moves", ("Kanal", 23)).Add("Bridge opens", ("Herald", 20), ("Wire", 20));

        Assert.Equal(
            ["Notice 0", "Notice 1", "Bridge opens", "Mill burns", "Market moves", "Notice 2"],
            Headlines(day, 6));
    }

    [Fact]
    public void A_story_that_began_before_the_period_is_told_as_an_update_under_a_title_of_the_period()
    {
        var day = new NewsDay().Add("Ferry strike begins", ("Post", 30)).Add("Bridge opens", ("Post", 2));
        var strike = day.Stories[0] with { Articles = new NewsDay().Add("Ferry strike, day two", ("Wire", 3)).Stories[0].Articles };

        var chosen = DigestSelection.Choose([strike, day.Stories[1]], NewsDay.Period, 8);

        Assert.Equal([("Bridge opens", false), ("Ferry strike, day two", true)], chosen.Select(item => (item.Headline, item.IsUpdate)));
    }

    [Fact]
    public void Any_day_gives_as_many_stories_as_there_is_room_for_each_once_and_with_a_source()
    {
        Gen.Select(AnyDay, Gen.Int[0, 12]).Sample((day, most) =>
        {
            var chosen = DigestSelection.Choose(day.Stories, NewsDay.Period, most);

            Assert.Equal(Math.Min(most, day.Stories.Count), chosen.Count);
            Assert.Equal(chosen.Count, chosen.DistinctBy(item => item.Story.Id).Count());
            Assert.All(chosen, item => Assert.True(item.Own.Count > 0 && item.Outlets.Count > 0));
        });
    }

    [Fact]
    public void A_third_story_of_one_publisher_alone_never_stands_before_one_of_others()
    {
        AnyDay.Sample(day =>
        {
            var alone = new Dictionary<PublisherId, int>();
            var isWaiting = false;
            foreach (var item in DigestSelection.Choose(day.Stories, NewsDay.Period, 12))
            {
                var count = item.Outlets.Count > 1 ? 0 : alone[item.Outlets[0].Publisher] = alone.GetValueOrDefault(item.Outlets[0].Publisher) + 1;
                Assert.True(!isWaiting || count > 2, item.Headline);
                isWaiting |= count > 2;
            }
        });
    }

    private static IReadOnlyList<DigestItem> Choose(NewsDay day, int most = 8) => DigestSelection.Choose(day.Stories, NewsDay.Period, most);

    private static List<string> Headlines(NewsDay day, int most = 8) => [.. Choose(day, most).Select(item => item.Headline)];
}
