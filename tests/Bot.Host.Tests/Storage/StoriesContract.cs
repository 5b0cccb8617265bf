using Bot.Digest.Ports;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must tell of stories.</summary>
public abstract class StoriesContract : StorageContract
{
    private static readonly CommunityId Everyone = CommunityId.DefaultSet;
    private static readonly StoryPeriod May = new(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 5, 31, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Articles_of_one_happening_are_one_story_with_the_words_that_joined_them()
    {
        await StoreAsync(Everyone, "Norrmark Post", Pier(14));
        await StoreAsync(Everyone, "Kanal Öst", PierAgain(15), Mill(15));

        var story = await StoryOfAsync("pier");

        Assert.Equal(2, story.Story.Articles);
        Assert.Equal(2, story.Story.Publishers);
        Assert.Equal((14, 15), (story.Story.First.Day, story.Story.Last.Day));
        Assert.Equal(["Norrmark Post", "Kanal Öst"], story.Articles.Select(article => article.Article.Citation.Outlet));
        Assert.Empty(story.Articles[0].Joined);
        Assert.Contains("Varga", story.Articles[1].Joined);
        Assert.All(story.Articles, article => Assert.Null(article.CopyOf));
        Assert.NotEqual(story.Story.Id, (await StoryOfAsync("mill")).Story.Id);
    }

    [Fact]
    public async Task A_copy_is_marked_and_a_community_that_cannot_see_the_first_sees_another_as_the_first()
    {
        await StoreAsync(Harbour, "Norrmark Post", Pier(14));
        await StoreAsync(Everyone, "Kanal Öst", Pier(15));
        await StoreAsync(Everyone, "Radio Lind", Pier(16));

        var whole = await StoryOfAsync("pier", Harbour);
        var part = await StoryOfAsync("pier", Valley);

        Assert.Equal(3, whole.Story.Articles);
        Assert.Equal([null, whole.Articles[0].Article.Citation.Article, whole.Articles[0].Article.Citation.Article], whole.Articles.Select(article => article.CopyOf));
        Assert.Equal(whole.Story.Id, part.Story.Id);
        Assert.Equal(2, part.Story.Articles);
        Assert.Equal([null, part.Articles[0].Article.Citation.Article], part.Articles.Select(article => article.CopyOf));
        Assert.Equal(15, part.Story.First.Day);
    }

    [Fact]
    public async Task A_story_whose_articles_nobody_may_see_is_not_there()
    {
        await StoreAsync(Harbour, "Norrmark Post", Pier(14));
        var story = (await StoryOfAsync("pier", Harbour)).Story.Id;
        var article = (await StoryOfAsync("pier", Harbour)).Articles[0].Article.Citation.Article;

        Assert.Null(await Stories.FindAsync(Valley, story, Ct));
        Assert.Empty((await Stories.TopAsync(Valley, May, StoryOrder.Size, 0, 10, Ct)).Items);
        Assert.Empty((await Stories.MatchingAsync(Valley, "pier", 0, 10, Ct)).Items);
        Assert.Empty(await Stories.OfArticlesAsync(Valley, [article], Ct));
        Assert.Empty(await Stories.InPeriodAsync(Valley, [story], May, Ct));
        Assert.Empty((await Stories.RisingAsync(Valley, May, 10, Ct)).Topics);
    }

    [Fact]
    public async Task A_headline_comes_from_articles_that_the_asker_may_see()
    {
        await StoreAsync(Harbour, "Norrmark Post", Pier(14));
        await StoreAsync(Everyone, "Kanal Öst", PierAgain(15));

        Assert.Equal("Minister Varga keeps the east pier of Norrmark open", (await StoryOfAsync("pier", Valley)).Story.Headline);
    }

    [Fact]
    public async Task Stories_of_a_period_are_told_by_size_and_by_growth()
    {
        await StoreAsync(Everyone, "Norrmark Post", Pier(2), Mill(28));
        await StoreAsync(Everyone, "Kanal Öst", PierAgain(3), Mill(29));
        await StoreAsync(Everyone, "Radio Lind", PierAgain(4).Address("https://lind.example/pier"));
        await StoreAsync(Everyone, "Norrmark Post", new News("Trams of June", "Trams run again in Lind after repairs.").At(2026, 6, 20));

        var bySize = await Stories.TopAsync(Everyone, May, StoryOrder.Size, 0, 10, Ct);
        var byGrowth = await Stories.TopAsync(Everyone, May, StoryOrder.Growth, 0, 1, Ct);

        Assert.Equal([3, 2], bySize.Items.Select(story => story.Story.Publishers));
        Assert.Equal(2, bySize.Total);
        Assert.Contains("mill", Assert.Single(byGrowth.Items).Story.Headline, StringComparison.Ordinal);
        Assert.Equal((0, 1), (byGrowth.Items[0].Earlier, byGrowth.Items[0].Later));
        Assert.Equal(2, byGrowth.Total);
    }

    [Fact]
    public async Task Several_stories_are_read_in_one_call_with_the_articles_of_a_period_only()
    {
        await StoreAsync(Everyone, "Norrmark Post", Pier(14), Mill(14));
        await StoreAsync(Everyone, "Kanal Öst", PierAgain(16));
        var (pier, mill) = ((await StoryOfAsync("pier")).Story.Id, (await StoryOfAsync("mill")).Story.Id);
        var late = new StoryPeriod(new(2026, 5, 15, 0, 0, 0, TimeSpan.Zero), May.Before);

        var found = await Stories.InPeriodAsync(Everyone, [mill, pier], May, Ct);
        var lateFound = await Stories.InPeriodAsync(Everyone, [mill, pier], late, Ct);

        Assert.Equal([mill, pier], found.Select(story => story.Story.Id));
        Assert.Equal("Kanal Öst", Assert.Single(Assert.Single(lateFound).Articles).Article.Citation.Outlet);
        Assert.Equal(2, lateFound[0].Story.Articles);
    }

    [Fact]
    public async Task Stories_are_found_by_words_that_one_of_their_articles_holds()
    {
        await StoreAsync(Everyone, "Norrmark Post", Pier(14), Mill(14));
        await StoreAsync(Everyone, "Kanal Öst", PierAgain(15));

        var found = await Stories.MatchingAsync(Everyone, "norrmark", 0, 1, Ct);

        Assert.Equal((await StoryOfAsync("pier")).Story, Assert.Single(found.Items));
        Assert.Equal(2, found.Total);
        Assert.Empty((await Stories.MatchingAsync(Everyone, "“?!", 0, 10, Ct)).Items);
        Assert.Empty((await Stories.MatchingAsync(Everyone, "zeppelin", 0, 10, Ct)).Items);
    }

    [Fact]
    public async Task The_stories_of_a_page_of_articles_come_in_one_call()
    {
        await StoreAsync(Everyone, "Norrmark Post", Pier(14), Mill(14));
        var articles = (await Articles.LatestAsync(Everyone, null, new ArticleFilter(), 0, 10, Ct)).Items.Select(hit => hit.Citation.Article).ToList();

        var stories = await Stories.OfArticlesAsync(Everyone, [.. articles, new ArticleId(999)], Ct);

        Assert.Equal(articles.Order(Comparer<ArticleId>.Create((one, other) => one.Value.CompareTo(other.Value))), stories.Keys.OrderBy(article => article.Value));
        Assert.Equal(2, stories.Values.Distinct().Count());
    }

    [Fact]
    public async Task People_and_words_of_more_articles_than_before_rise()
    {
        await StoreAsync(Everyone, "Norrmark Post", Mill(3), Pier(20));
        await StoreAsync(Everyone, "Kanal Öst", PierAgain(21));

        var rising = await Stories.RisingAsync(Everyone, May, 3, Ct);

        var person = Assert.Single(rising.People);
        Assert.Equal(("Ilse Varga", 0, 2), (person.Name, person.Earlier, person.Later));
        Assert.Contains(new RisingTopic("pier", 0, 2), rising.Topics);
        Assert.True(rising.Topics.Count <= 3);
    }

    [Fact]
    public async Task Of_copies_one_counts_as_growth_for_a_community_that_cannot_see_the_first()
    {
        await StoreAsync(Harbour, "Norrmark Post", Pier(14));
        await StoreAsync(Everyone, "Kanal Öst", Pier(20));
        await StoreAsync(Everyone, "Radio Lind", Pier(21), PierAgain(22));

        var top = Assert.Single((await Stories.TopAsync(Valley, May, StoryOrder.Growth, 0, 10, Ct)).Items);
        var rising = await Stories.RisingAsync(Valley, May, 3, Ct);

        Assert.Equal((0, 2), (top.Earlier, top.Later));
        Assert.Equal(2, Assert.Single(rising.People).Later);
        Assert.Contains(new RisingTopic("pier", 0, 2), rising.Topics);
    }

    private async Task<StoryDetail> StoryOfAsync(string word, CommunityId? asker = null)
    {
        var found = await Stories.MatchingAsync(asker ?? Everyone, word, 0, 1, Ct);
        return (await Stories.FindAsync(asker ?? Everyone, Assert.Single(found.Items).Id, Ct))!;
    }

    private static News Pier(int day) => new News(
        "Norrmark keeps its east pier open",
        "Ilse Varga, harbour minister, withdrew the closure of the east pier in Norrmark on Monday.\nDivers found no further cracks. Ilse Varga praised the crews who had worked on the pier since April.")
        .At(2026, 5, day).Person("Ilse Varga", "harbour minister");

    private static News PierAgain(int day) => new News(
        "Minister Varga keeps the east pier of Norrmark open",
        "Norrmark's east pier stays open, Ilse Varga, the harbour minister, told shipowners. The closure would have cost forty berths.\nThe harbour of Norrmark lives on ferries. Ilse Varga wants repairs of the pier in June.")
        .At(2026, 5, day).Person("Ilse Varga", "harbour minister");

    private static News Mill(int day) => new News(
        "Old mill burns near Norrmark",
        "A fire destroyed the paper mill at Tarn during the night. Nobody was hurt, the fire brigade reported.\nThe flames were seen from afar. Police look for witnesses of the blaze at the mill.")
        .At(2026, 5, day);
}
