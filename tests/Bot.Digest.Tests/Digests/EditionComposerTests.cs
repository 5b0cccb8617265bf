using System.Runtime.InteropServices;
using Bot.Digest.Digests;
using Bot.Digest.Ports;
using CsCheck;

namespace Bot.Digest.Tests.Digests;

public sealed class EditionComposerTests
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

        var chosen = Compose(day).Items;

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
    public void A_publisher_that_prints_much_has_two_stories_to_itself()
    {
        var day = new NewsDay();
        foreach (var number in Enumerable.Range(0, 9))
        {
            day.Add($"Notice {number}", ("Herald", number));
        }

        day.Add("Mill burns", ("Wire", 22)).Add("Market moves", ("Kanal", 23)).Add("Bridge opens", ("Herald", 20), ("Wire", 20));

        Assert.Equal(["Notice 0", "Notice 1", "Bridge opens", "Mill burns", "Market moves"], Headlines(day));
        Assert.Equal(7, Compose(day).Choices.Count(choice => choice.Place == DigestPlace.PublisherHasEnough));
    }

    [Fact]
    public void Where_there_is_only_one_publisher_all_its_stories_are_told()
    {
        var day = new NewsDay();
        foreach (var number in Enumerable.Range(0, 9))
        {
            day.Add($"Notice {number}", ("Herald", number));
        }

        Assert.Equal(8, Headlines(day).Count);
    }

    [Theory]
    [InlineData(DigestStyle.Brief, 0, 8)]
    [InlineData(DigestStyle.Standard, 3, 5)]
    [InlineData(DigestStyle.Full, 12, 0)]
    public void A_style_says_how_many_stories_are_told_in_full_and_how_many_as_headlines(DigestStyle style, int inFull, int headlines)
    {
        var day = new NewsDay();
        foreach (var number in Enumerable.Range(0, 20))
        {
            day.Add($"Notice {number}", ($"Outlet {number}", number));
        }

        var edition = Compose(day, style);

        Assert.Equal((inFull, inFull + headlines), (edition.InFull, edition.Items.Count));
        Assert.Equal(20 - inFull - headlines, edition.Choices.Count(choice => choice.Place == DigestPlace.NoRoom));
    }

    [Fact]
    public void What_one_publisher_tells_on_a_topic_of_the_channel_comes_before_what_three_tell_of_other_things()
    {
        var day = new NewsDay().Add("Ferry late", ("Post", 3)).Add("Bridge opens", ("Post", 3), ("Wire", 3), ("Kanal", 3));

        var edition = EditionComposer.Compose(
            [new(day.Stories[1]), new(day.Stories[0]) { Topics = ["ferry"] }], new EditionWish(NewsDay.Period, DigestStyle.Brief) { Most = 1 });

        Assert.Equal(["Ferry late"], edition.Items.Select(item => item.Headline));
        Assert.Equal((0, 1, 3), (edition.InFull, edition.Choices[0].Worth.Topics, edition.Choices[1].Worth.Publishers));
    }

    [Fact]
    public void What_the_channel_was_told_is_told_again_only_with_what_is_new()
    {
        var yesterday = new NewsDay().Add("Ferry crews strike", "The crews of both ferries stopped work on Monday.", ("Post", 30));
        var day = new NewsDay()
            .Add("Ferry strike, day two", "Crews of both ferries stopped their work on Monday.", ("Wire", 9), ("Kanal", 8), ("Echo", 7))
            .Add("Bridge opens", "The bridge was opened by the mayor.", ("Post", 9));
        EditionWish Wish(int story) => new(NewsDay.Period, DigestStyle.Standard) { Told = [new ToldStory(new StoryId(story), [yesterday.Stories[0].Articles[0].Article])] };

        var silent = Compose(day, Wish(1));
        day.Add("Mediator named", "A retired judge will mediate between owners and unions.", ("Wire", 2));
        day.Stories[0] = day.Stories[0] with { Articles = [.. day.Stories[0].Articles, .. day.Stories[2].Articles] };
        day.Stories.RemoveAt(2);
        var told = Compose(day, Wish(1));

        Assert.Equal(["Bridge opens"], silent.Items.Select(item => item.Headline));
        Assert.Equal(DigestPlace.ToldBefore, silent.Choices[1].Place);
        Assert.Equal("Mediator named", Assert.Single(told.Items, item => item.IsUpdate).Headline);
        Assert.Equal(1, told.Choices.Single(choice => choice.Item.IsUpdate).Worth.Publishers);
        // The same words under another number are known as well.
        Assert.Equal("Mediator named", Assert.Single(Compose(day, Wish(77)).Items, item => item.IsUpdate).Headline);
    }

    [Fact]
    public void Of_two_stories_in_nearly_the_same_words_the_one_worth_more_is_told_and_the_other_names_it()
    {
        var day = new NewsDay()
            .Add("Old mill at the river burns", "The old mill at the river burned down on Sunday night.", ("Post", 3))
            .Add("Mill burns down", "The old mill at the river burned on Sunday night, down to its walls.", ("Wire", 3), ("Kanal", 3))
            .Add("Bridge opens", "The bridge was opened by the mayor.", ("Post", 9));

        var edition = Compose(day);

        Assert.Equal(["Mill burns down", "Bridge opens"], edition.Items.Select(item => item.Headline));
        Assert.Equal((DigestPlace.RepeatsAnother, new StoryId(2)), (edition.Choices[2].Place, edition.Choices[2].Repeated!.Value));
    }

    [Fact]
    public void Without_a_story_or_with_nothing_new_an_edition_is_empty()
    {
        var day = new NewsDay().Add("Mill burns", ("Post", 3));
        var told = new EditionWish(NewsDay.Period, DigestStyle.Full) { Told = [new ToldStory(new StoryId(1), [day.Stories[0].Articles[0].Article])] };

        Assert.Empty(Compose(new NewsDay()).Items);
        Assert.Empty(Compose(day, told).Items);
    }

    [Fact]
    public void A_story_that_began_before_the_period_is_told_as_an_update_under_a_title_of_the_period()
    {
        var day = new NewsDay().Add("Ferry strike begins", ("Post", 30)).Add("Bridge opens", ("Post", 2));
        var strike = day.Stories[0] with { Articles = new NewsDay().Add("Ferry strike, day two", ("Wire", 3)).Stories[0].Articles };

        var chosen = EditionComposer.Compose([new(strike), new(day.Stories[1])], new EditionWish(NewsDay.Period, DigestStyle.Standard)).Items;

        Assert.Equal([("Bridge opens", false), ("Ferry strike, day two", true)], chosen.Select(item => (item.Headline, item.IsUpdate)));
    }

    [Fact]
    public void Any_day_gives_each_story_one_place_and_a_reason()
    {
        Gen.Select(AnyDay, Gen.Int[0, 12]).Sample((day, most) =>
        {
            var edition = EditionComposer.Compose([.. day.Stories.Select(story => new DigestCandidate(story))], new EditionWish(NewsDay.Period, DigestStyle.Full) { Most = most });

            Assert.Equal(day.Stories.Select(story => story.Story.Id.Value), edition.Choices.Select(choice => choice.Item.Story.Id.Value).Order());
            Assert.InRange(edition.Items.Count, 0, most);
            Assert.True(edition.Items.Count == most || edition.Choices.All(choice => choice.Place != DigestPlace.NoRoom));
            Assert.All(edition.Choices, choice => Assert.True(choice.Item.Own.Count > 0 && choice.Item.Outlets.Count > 0));
        });
    }

    [Fact]
    public void No_publisher_has_more_than_two_stories_to_itself_unless_there_is_no_other()
    {
        AnyDay.Sample(day =>
        {
            var alone = Compose(day, DigestStyle.Full).Items.Where(item => item.Outlets.Count == 1).GroupBy(item => item.Outlets[0].Publisher);
            var publishers = day.Stories.SelectMany(story => story.Articles).DistinctBy(article => article.Article.Citation.Publisher).Count();

            Assert.All(alone, own => Assert.True(publishers == 1 || own.Count() <= 2));
        });
    }

    [Fact]
    public void The_same_stories_in_another_order_give_the_same_edition()
    {
        Gen.Select(AnyDay, Gen.Int).Sample((day, seed) =>
        {
            var turned = new NewsDay();
            turned.Stories.AddRange(day.Stories);
            new Random(seed).Shuffle(CollectionsMarshal.AsSpan(turned.Stories));

            Assert.Equal(Compose(day).Items.Select(item => item.Story.Id), Compose(turned).Items.Select(item => item.Story.Id));
        });
    }

    private static Edition Compose(NewsDay day, DigestStyle style = DigestStyle.Standard) => Compose(day, new EditionWish(NewsDay.Period, style));

    private static Edition Compose(NewsDay day, EditionWish wish) => EditionComposer.Compose([.. day.Stories.Select(story => new DigestCandidate(story))], wish);

    private static List<string> Headlines(NewsDay day) => [.. Compose(day).Items.Select(item => item.Headline)];
}
