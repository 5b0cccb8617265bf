using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Filtering;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must hide, and from whom.</summary>
public abstract class FiltersContract : StorageContract
{
    private static readonly Editor Warden = new(Harbour, "telegram 5");
    private static readonly FilterRule NoFerries = new(Includes: false, FilterKind.Words, "ferry");
    private static readonly FilterRule OnlyBridges = new(Includes: true, FilterKind.Words, "bridge");
    private static readonly StoryPeriod LastMonth = new(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 6, 2, 0, 0, 0, TimeSpan.Zero));

    private StoredFilters Filters => new(Database, Clock);

    [Fact]
    public async Task What_a_filter_hides_is_told_no_more_and_is_still_found_when_it_is_asked_for()
    {
        await StoreAsync(Harbour, "Norrmark Post", Ferry(20), Bridge(21));

        await Filters.AddAsync(Warden, NoFerries, source: null, Ct);

        Assert.Equal(["Bridge opens"], await ToldAsync(Harbour));
        Assert.Equal(["Bridge opens", "Ferry strike goes on"], (await Articles.LatestAsync(Harbour, null, new ArticleFilter(), 0, 9, Ct)).Items.Select(hit => hit.Citation.Title));
        Assert.Equal("Ferry strike goes on", Assert.Single((await Articles.SearchAsync(Harbour, "strike", new ArticleFilter(), 0, 9, Ct)).Items).Citation.Title);
        Assert.NotEmpty((await Quotes.SaidAsync(Harbour, "no ferry sails", new QuoteFilter(), 0, 9, Ct)).Items);
    }

    [Fact]
    public async Task An_article_that_comes_later_is_judged_when_it_is_stored_and_again_when_its_text_changes()
    {
        await StoreAsync(Harbour, "Norrmark Post", Bridge(20));
        await Filters.AddAsync(Warden, NoFerries, source: null, Ct);

        await StoreAsync(Harbour, "Norrmark Post", Ferry(21, "https://changed.example/"), Ferry(22, "https://kept.example/"), Mill(23));
        Assert.Equal(["Mill burns", "Bridge opens"], await ToldAsync(Harbour));
        await StoreAsync(Harbour, "Norrmark Post", new News("Strike ends", "The sailors are back.").At(2026, 5, 21).Address("https://changed.example/"));
        await StoreAsync(Harbour, "Norrmark Post", new News("Bridge opens", "The bridge opened and the ferry stops.").At(2026, 5, 20).Address("https://bridge-20.example/"));

        Assert.Equal(["Mill burns", "Strike ends"], await ToldAsync(Harbour));
    }

    [Fact]
    public async Task What_a_paused_source_brings_is_not_told_whatever_filters_say_and_what_it_brought_before_is()
    {
        await StoreAsync(Harbour, "Norrmark Post", Bridge(20));
        await StoreAsync(Valley, "Valley Letter", Mill(20));
        var source = Assert.Single(await Sources.FindAsync(Harbour, "Norrmark Post", 2, Ct)).Id;
        await Sources.PauseAsync(Warden, source, pause: true, Ct);

        await StoreAsync(Harbour, "Norrmark Post", Ferry(21));
        var filter = await Filters.AddAsync(Warden, NoFerries, source: null, Ct);
        await Filters.RemoveAsync(Warden, filter!.Id, Ct);
        await Sources.PauseAsync(Warden, source, pause: false, Ct);
        await StoreAsync(Harbour, "Norrmark Post", Mill(22));

        Assert.Equal(["Mill burns", "Bridge opens"], await ToldAsync(Harbour));
        Assert.Equal(["Mill burns"], await ToldAsync(Valley));
    }

    [Fact]
    public async Task A_hidden_article_is_in_no_list_of_stories_topics_and_people_that_rise()
    {
        await StoreAsync(Harbour, "Norrmark Post", Ferry(20), Ferry(29), Bridge(30), Bridge(31));
        var ferry = (await Stories.MatchingAsync(Harbour, "ferry", 0, 1, Ct)).Items[0].Id;

        await Filters.AddAsync(Warden, NoFerries, source: null, Ct);

        Assert.All((await Stories.TopAsync(Harbour, LastMonth, StoryOrder.Size, 0, 9, Ct)).Items, one => Assert.Equal("Bridge opens", one.Story.Headline));
        Assert.Empty(await Stories.InPeriodAsync(Harbour, [ferry], LastMonth, Ct));
        var rising = await Stories.RisingAsync(Harbour, LastMonth, 9, Ct);
        Assert.DoesNotContain(rising.Topics, topic => topic.Words.Contains("erry", StringComparison.Ordinal));
        Assert.DoesNotContain(rising.People, person => person.Slug == "jon-brek");
        Assert.NotNull(await Stories.FindAsync(Harbour, ferry, Ct));
    }

    [Fact]
    public async Task A_filter_holds_for_its_community_alone()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Ferry(20));

        await Filters.AddAsync(Warden, NoFerries, source: null, Ct);

        Assert.Empty(await ToldAsync(Harbour));
        Assert.Single(await ToldAsync(Valley));
        Assert.Single(await ToldAsync(CommunityId.DefaultSet));
        Assert.Single(await Filters.ListAsync(Harbour, Ct));
        Assert.Empty(await Filters.ListAsync(Valley, Ct));
        Assert.Empty(await Filters.ListAsync(CommunityId.DefaultSet, Ct));
    }

    [Fact]
    public async Task A_filter_is_removed_by_its_own_community_alone_and_what_it_alone_hid_is_told_again()
    {
        await StoreAsync(Harbour, "Norrmark Post", Ferry(20), Bridge(21));
        var filter = (await Filters.AddAsync(Warden, NoFerries, source: null, Ct))!;
        await Filters.AddAsync(Warden, new FilterRule(Includes: false, FilterKind.Regex, "bri[dt]ge"), source: null, Ct);

        Assert.Null(await Filters.RemoveAsync(new Editor(Valley, "telegram 6"), filter.Id, Ct));
        Assert.Empty(await ToldAsync(Harbour));
        Assert.Equal(NoFerries, (await Filters.RemoveAsync(Warden, filter.Id, Ct))!.Rule);

        Assert.Equal(["Ferry strike goes on"], await ToldAsync(Harbour));
        Assert.Equal(
            [(ChangeKind.FilterRemoved, "exclude ferry"), (ChangeKind.FilterAdded, "exclude /bri[dt]ge/"), (ChangeKind.FilterAdded, "exclude ferry")],
            (await new StoredAudit(Database).HistoryAsync(Harbour, null, 0, 9, Ct)).Items.Select(entry => (entry.Other!.Kind, entry.Other.Object)));
    }

    [Fact]
    public async Task Including_filters_let_only_through_what_one_of_them_fits()
    {
        await StoreAsync(Harbour, "Norrmark Post", Ferry(20), Bridge(21), Mill(22));

        var bridges = (await Filters.AddAsync(Warden, OnlyBridges, source: null, Ct))!;
        Assert.Equal(["Bridge opens"], await ToldAsync(Harbour));
        await Filters.AddAsync(Warden, new FilterRule(Includes: true, FilterKind.Person, "jon-brek"), source: null, Ct);
        Assert.Equal(["Bridge opens", "Ferry strike goes on"], await ToldAsync(Harbour));
        await Filters.RemoveAsync(Warden, bridges.Id, Ct);

        Assert.Equal(["Ferry strike goes on"], await ToldAsync(Harbour));
    }

    [Fact]
    public async Task A_filter_of_a_source_judges_that_source_only()
    {
        await StoreAsync(Harbour, "Norrmark Post", Ferry(20), Mill(20));
        await StoreAsync(Harbour, "Kanal Öst", Ferry(21), Mill(21));

        var filter = await Filters.AddAsync(Warden, OnlyBridges, await Writer.EnsureSourceAsync(Harbour, "Kanal Öst", Ct), Ct);

        Assert.Equal("Kanal Öst", filter!.SourceName);
        Assert.Equal(["Norrmark Post", "Norrmark Post"], (await Articles.LatestAsync(Harbour, null, new ArticleFilter { OnlyTold = true }, 0, 9, Ct)).Items.Select(hit => hit.Citation.Outlet));
    }

    [Fact]
    public async Task A_person_is_hidden_under_the_name_that_a_merge_has_put_in_the_place_of_the_old_one()
    {
        await StoreAsync(Harbour, "Norrmark Post", Ferry(20), Bridge(21));
        await new StoredPersonEditing(Database, Clock).MergeAsync(Warden, await PersonAsync("Jon Brek", Harbour), await PersonAsync("Ilse Varga", Harbour), Ct);

        var filter = await Filters.AddAsync(Warden, new FilterRule(Includes: false, FilterKind.Person, "jon-brek"), source: null, Ct);

        Assert.Equal("ilse-varga", filter!.Rule.Text);
        Assert.Empty(await ToldAsync(Harbour));
    }

    [Fact]
    public async Task More_articles_than_one_portion_holds_are_judged_and_those_of_long_ago_are_not()
    {
        await StoreAsync(Harbour, "Norrmark Post", [.. Enumerable.Range(1, 230).Select(number => Ferry(20, $"https://{number}.example/"))]);
        await StoreAsync(Harbour, "Norrmark Post", Ferry(20, "https://old.example/").At(2026, 4, 1));

        await Filters.AddAsync(Warden, NoFerries, source: null, Ct);
        Assert.Equal(1, (await Articles.LatestAsync(Harbour, null, new ArticleFilter { OnlyTold = true }, 0, 1, Ct)).Total);
        await Filters.RemoveAsync(Warden, (await Filters.ListAsync(Harbour, Ct))[0].Id, Ct);

        Assert.Equal(231, (await Articles.LatestAsync(Harbour, null, new ArticleFilter { OnlyTold = true }, 0, 1, Ct)).Total);
    }

    [Fact]
    public async Task The_same_filter_is_kept_once_and_no_more_than_a_community_may_have()
    {
        var first = await Filters.AddAsync(Warden, NoFerries, source: null, Ct);
        Assert.Equal(first, await Filters.AddAsync(Warden, NoFerries, source: null, Ct));
        for (var number = 1; number < FilterLimits.Most; number++)
        {
            Assert.NotNull(await Filters.AddAsync(Warden, new FilterRule(false, FilterKind.Words, $"word{number}"), source: null, Ct));
        }

        Assert.Null(await Filters.AddAsync(Warden, OnlyBridges, source: null, Ct));
        Assert.Equal(FilterLimits.Most, (await Filters.ListAsync(Harbour, Ct)).Count);
        Assert.NotNull(await Filters.AddAsync(new Editor(Valley, "telegram 6"), OnlyBridges, source: null, Ct));
    }

    [Fact]
    public async Task The_newest_articles_are_there_to_try_filters_on_hidden_ones_included()
    {
        await StoreAsync(Harbour, "Norrmark Post", Ferry(20), Bridge(21));
        await StoreAsync(Valley, "Valley Letter", Mill(22));
        await Filters.AddAsync(Warden, NoFerries, source: null, Ct);

        var samples = await Filters.RecentAsync(Harbour, source: null, 9, Ct);

        Assert.Equal(["Bridge opens", "Ferry strike goes on"], samples.Select(sample => sample.Subject.Title));
        Assert.Equal(["jon-brek"], samples[1].Subject.People);
        Assert.StartsWith("“No ferry sails,”", samples[1].Subject.Text, StringComparison.Ordinal);
    }

    private static News Ferry(int day, string? address = null) =>
        new News("Ferry strike goes on", "“No ferry sails,” Jon Brek said. Jon Brek, of the sailors, left Norrmark harbour.").At(2026, 5, day)
            .Address(address ?? $"https://ferry-{day}.example/").Person("Jon Brek").Said("“No ferry sails,”", "Jon Brek");

    private static News Bridge(int day) =>
        new News("Bridge opens", "The bridge opened to carts, Ilse Varga of the council wrote on Tuesday. Ilse Varga came too.").At(2026, 5, day)
            .Address($"https://bridge-{day}.example/").Person("Ilse Varga");

    private static News Mill(int day) =>
        new News("Mill burns", "A mill burned down at the river in the night.").At(2026, 5, day).Address($"https://mill-{day}.example/");

    private async Task<IEnumerable<string>> ToldAsync(CommunityId asker) =>
        (await Articles.LatestAsync(asker, null, new ArticleFilter { OnlyTold = true }, 0, 9, Ct)).Items.Select(hit => hit.Citation.Title);
}
