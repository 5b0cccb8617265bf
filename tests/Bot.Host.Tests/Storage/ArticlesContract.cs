using Bot.Digest.Ports;
using CsCheck;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do with articles.</summary>
public abstract class ArticlesContract : StorageContract
{
    private static readonly ArticleFilter Any = new();

    [Fact]
    public async Task An_article_is_found_by_its_words_and_the_passage_shows_them()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry());

        var hits = await Articles.SearchAsync(CommunityId.DefaultSet, "pier cracks", Any, 0, 10, Ct);

        var hit = Assert.Single(hits.Items);
        Assert.Equal(1, hits.Total);
        Assert.Equal("Pier row", hit.Citation.Title);
        Assert.Equal("Inspectors found cracks in the pier.", hit.Passage);
        Assert.Equal(["cracks", "pier"], hit.Matches.Select(match => match.In(hit.Passage!)));
        Assert.Equal(["Inspectors found cracks in the pier."], hit.Summary);
    }

    [Theory]
    [InlineData("\"cracks in the pier\"", 1)]
    [InlineData("\"pier in the cracks\"", 0)]
    [InlineData("inspec*", 1)]
    [InlineData("INSPECTÓRS", 1)]
    [InlineData("inspector", 1)]
    [InlineData("ferry", 1)]
    [InlineData("ferry pier", 0)]
    [InlineData("☃", 0)]
    [InlineData("", 2)]
    public async Task Words_phrases_and_beginnings_select_articles(string typed, int found)
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry());

        var hits = await Articles.SearchAsync(CommunityId.DefaultSet, typed, Any, 0, 10, Ct);

        Assert.Equal(found, hits.Items.Count);
    }

    [Theory]
    [InlineData("港口今天开放。工人可以留下。", "港口", "港口")]
    [InlineData("港口今天开放。工人可以留下。", "留", "留")]
    [InlineData("夏の間、港は開いています。", "開いて", "開いて")]
    [InlineData("夏の間、港は開いています。", "夏の 港", "夏の|港")]
    [InlineData("ท่าเรือเปิดตลอดฤดูร้อน", "เปิด", "เปิด")]
    [InlineData("बंदरगाह पूरी गर्मी खुला रहेगा।", "गर्मी", "गर्मी")]
    [InlineData("항구는 여름 내내 열려 있습니다.", "여름", "여름")]
    [InlineData("الميناء مفتوح طوال الصيف.", "مفتوح", "مفتوح")]
    public async Task Words_of_every_script_are_found_where_no_blanks_part_them_too(string text, string typed, string marked)
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", new News("Lind", text), Ferry());

        var hit = Assert.Single((await Articles.SearchAsync(CommunityId.DefaultSet, typed, Any, 0, 10, Ct)).Items);

        Assert.Equal(marked.Split('|'), hit.Matches.Select(match => match.In(hit.Passage!)));
    }

    [Fact]
    public async Task Signs_that_do_not_stand_side_by_side_are_no_word()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", new News("Lind", "港口今天开放。"));

        Assert.Empty((await Articles.SearchAsync(CommunityId.DefaultSet, "港天", Any, 0, 10, Ct)).Items);
    }

    [Fact]
    public async Task Articles_are_counted_by_language_among_what_the_asker_may_see()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier().In("en"), Ferry().In("fr"));
        await StoreAsync(Harbour, "Le Quai", Later().In("fr"));

        Assert.Equal([new("fr", 2), new("en", 1)], await Articles.LanguagesAsync(Harbour, Ct));
        Assert.Equal([new("en", 1), new("fr", 1)], await Articles.LanguagesAsync(Valley, Ct));
    }

    [Fact]
    public async Task Whatever_is_typed_is_answered_without_an_error()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry());
        string[] hostile =
            ["\"", "a\"b", "\"\"", "*", "a*b", "-", "NOT", "a AND", "OR", "NEAR(a b)", "title:pier", "{title}:x", "^a", "a + b", "(", ")", "\0", "'", ";--", "%", "_"];

        foreach (var typed in hostile)
        {
            await Articles.SearchAsync(CommunityId.DefaultSet, typed, new ArticleFilter { Source = typed }, 0, 10, Ct);
        }

        await Gen.String.SampleAsync(
            async typed =>
            {
                await Articles.SearchAsync(CommunityId.DefaultSet, typed, Any, 0, 10, Ct);
                await Articles.LatestAsync(CommunityId.DefaultSet, typed, new ArticleFilter { Source = typed }, 0, 10, Ct);
                await Quotes.SaidAsync(CommunityId.DefaultSet, typed, new QuoteFilter { About = typed }, 0, 10, Ct);
                await Events.AboutAsync(CommunityId.DefaultSet, typed, null, null, 10, Ct);
                await People.FindAsync(CommunityId.DefaultSet, typed, 10, Ct);
                await People.CompleteAsync(CommunityId.DefaultSet, typed, 10, Ct);
            },
            iter: 100);
    }

    [Fact]
    public async Task The_newest_article_of_a_topic_comes_first_and_days_and_sources_narrow_it_down()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Ferry().At(2026, 5, 12, 7), Pier());
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Later().At(2026, 5, 12, 18));

        var ferries = await Articles.LatestAsync(CommunityId.DefaultSet, "ferry", Any, 0, 10, Ct);
        var newest = await Articles.LatestAsync(CommunityId.DefaultSet, null, Any, 0, 2, Ct);
        var ofKanal = await Articles.LatestAsync(CommunityId.DefaultSet, null, new ArticleFilter { Source = "kanal ost" }, 0, 10, Ct);
        var early = await Articles.LatestAsync(
            CommunityId.DefaultSet, null, new ArticleFilter { Before = new DateTimeOffset(2026, 5, 12, 0, 0, 0, TimeSpan.Zero) }, 0, 10, Ct);

        Assert.Equal(["Ferry strike ends", "Ferry strike"], ferries.Items.Select(hit => hit.Citation.Title));
        Assert.Equal(["Ferry strike ends", "Ferry strike"], newest.Items.Select(hit => hit.Citation.Title));
        Assert.Equal(3, newest.Total);
        Assert.Equal(["Ferry strike ends"], ofKanal.Items.Select(hit => hit.Citation.Title));
        Assert.Equal(["Pier row"], early.Items.Select(hit => hit.Citation.Title));
    }

    [Fact]
    public async Task A_title_that_has_the_word_goes_before_a_text_that_has_it()
    {
        await StoreAsync(
            CommunityId.DefaultSet,
            "Norrmark Post",
            new News("Budget vote", "The council will vote on it. A ferry is named once among many other things here.").At(2026, 5, 20),
            Ferry(),
            new News("Chess", "Nothing of the kind."));

        var hits = await Articles.SearchAsync(CommunityId.DefaultSet, "ferry", Any, 0, 10, Ct);

        Assert.Equal(["Ferry strike", "Budget vote"], hits.Items.Select(hit => hit.Citation.Title));
    }

    [Fact]
    public async Task Found_articles_of_one_story_stand_behind_the_best_of_them_and_are_counted()
    {
        News Told(string title, int hour) => new News(title, "Crews of the Norrmark ferries walked out over night watches on Monday.").At(2026, 5, 11, hour);
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Told("Ferry crews walk out in Norrmark", 6), new News("Chess on Monday", "The final of the chess club is near the ferries."));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Told("Norrmark ferry crews walk out at midnight", 7));
        await StoreAsync(Harbour, "Harbour Letter", Told("Ferry crews of Norrmark walk out", 8));

        var all = await Articles.SearchAsync(CommunityId.DefaultSet, "ferries", Any, 0, 10, Ct);
        var second = await Articles.SearchAsync(CommunityId.DefaultSet, "ferries", Any, 1, 1, Ct);
        var harbour = await Articles.SearchAsync(Harbour, "ferries", Any, 0, 10, Ct);

        Assert.Equal((2, 1), (all.Total, all.Behind));
        Assert.Equal([0, 1], all.Items.Select(hit => hit.Story!.Others).Order());
        Assert.Equal(all.Items[1].Citation, Assert.Single(second.Items).Citation);
        Assert.Equal((2, 2), (harbour.Total, harbour.Behind));
    }

    [Fact]
    public async Task Articles_of_a_person_are_those_that_name_the_person()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry());
        var varga = await PersonAsync("Ilse Varga");

        var hits = await Articles.SearchAsync(CommunityId.DefaultSet, "", new ArticleFilter { Person = varga }, 0, 10, Ct);

        Assert.Equal(["Pier row"], hits.Items.Select(hit => hit.Citation.Title));
    }

    [Fact]
    public async Task One_article_tells_its_people_summary_and_revisions()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier().Address("https://post.example/pier"));

        var article = await Articles.FindAsync(CommunityId.DefaultSet, new Uri("https://post.example/pier"), Ct);

        Assert.NotNull(article);
        Assert.Equal("ilse-varga", Assert.Single(article.People).Slug);
        Assert.Equal("harbour minister", article.People[0].Role);
        Assert.Equal(["Inspectors found cracks in the pier."], article.Summary);
        Assert.Equal(1, article.Revisions);
        Assert.Equal(article, await Articles.FindAsync(CommunityId.DefaultSet, article.Citation.Article, Ct), SameArticle);
    }

    [Fact]
    public async Task A_community_sees_its_own_sources_and_the_default_set_and_nothing_else()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Ferry());
        await StoreAsync(Harbour, "Harbour Letter", Pier().Address("https://letter.example/pier"));
        var hidden = (await Articles.FindAsync(Harbour, new Uri("https://letter.example/pier"), Ct))!;
        var varga = await PersonAsync("Ilse Varga", Harbour);

        Assert.Equal((2, 1, 1), (await Articles.CountAsync(Harbour, Ct), await Articles.CountAsync(Valley, Ct), await Articles.CountAsync(CommunityId.DefaultSet, Ct)));
        Assert.Null(await Articles.FindAsync(Valley, hidden.Citation.Article, Ct));
        Assert.Null(await Articles.FindAsync(Valley, new Uri("https://letter.example/pier"), Ct));
        Assert.Empty((await Articles.SearchAsync(Valley, "pier", Any, 0, 10, Ct)).Items);
        Assert.Empty((await Articles.SearchAsync(Valley, "", new ArticleFilter { Person = varga }, 0, 10, Ct)).Items);
        Assert.Empty((await Articles.LatestAsync(Valley, null, new ArticleFilter { Source = "letter" }, 0, 10, Ct)).Items);
        Assert.Empty((await Articles.LatestAsync(Valley, "pier", Any, 0, 10, Ct)).Items);
        Assert.Equal(["Ferry strike"], (await Articles.LatestAsync(Valley, null, Any, 0, 10, Ct)).Items.Select(hit => hit.Citation.Title));
        Assert.Single((await Articles.SearchAsync(Harbour, "pier", Any, 0, 10, Ct)).Items);
    }

    private static News Pier() => new News("Pier row", "Ilse Varga, harbour minister, spoke.\nInspectors found cracks in the pier.\nIlse Varga left.")
        .Person("Ilse Varga", "harbour minister").Summary("Inspectors found cracks in the pier.").At(2026, 5, 10);

    private static News Ferry() => new News("Ferry strike", "Crews stopped work.\nNo ferry sailed on Tuesday.").At(2026, 5, 12);

    private static News Later() => new News("Ferry strike ends", "Crews went back to work on every ferry.");

    private static bool SameArticle(ArticleDetail? left, ArticleDetail? right) => left?.Citation == right?.Citation;
}
