using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Host.Storage;
using Dapper;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must make of one statement in many outlets.</summary>
public abstract class StatementsContract : StorageContract
{
    private const string Winter = "“We will not close the east pier before winter.”";
    private const string Cut = "“We will not close the east pier,”";

    [Fact]
    public async Task Copies_are_listed_once_at_the_earliest_outlet_with_the_other_publishers_counted_once()
    {
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(Winter, 15, "https://kanal.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14, "https://post.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Post Sport", Said(Winter, 16, "https://sport.post.example/2"));
        await StoreAsync(CommunityId.DefaultSet, "Lind Echo", Said(Winter, 16, "https://lind.example/3"));

        var hit = Assert.Single((await VargaAsync()).Items);

        Assert.Equal(("Norrmark Post", 2), (hit.Citation.Outlet, hit.MorePublishers));
        Assert.Empty(hit.Wordings);
    }

    [Fact]
    public async Task A_quote_of_one_article_counts_the_publishers_of_articles_that_were_not_asked_for_as_well()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14, "https://post.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(Winter, 15, "https://kanal.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Lind Echo", Said(Winter, 16, "https://lind.example/3"));
        await StoreAsync(Harbour, "Harbour Letter", Said(Winter, 16, "https://harbour.example/4"));

        var hit = Assert.Single(await Quotes.InArticlesAsync(CommunityId.DefaultSet, [new ArticleId(2)], Ct));

        Assert.Equal(("Kanal Öst", 2), (hit.Citation.Outlet, hit.MorePublishers));
    }

    [Fact]
    public async Task Other_wordings_are_kept_and_told_the_earliest_first_and_punctuation_makes_none()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said("“We won't close the old east pier before winter.”", 16));
        await StoreAsync(CommunityId.DefaultSet, "Lind Echo", Said(Cut, 15));
        await StoreAsync(CommunityId.DefaultSet, "Coast Wire", Said(Winter.Replace(".”", ",”", StringComparison.Ordinal), 15));

        var hit = Assert.Single((await VargaAsync()).Items);

        Assert.Equal(["Lind Echo", "Kanal Öst"], hit.Wordings.Select(wording => wording.Citation.Outlet));
        Assert.Equal((3, Cut), (hit.MorePublishers, hit.Wordings[0].Text));
        Assert.All(hit.Wordings, wording => Assert.Equal(hit.Statement, wording.Statement));
    }

    [Theory]
    [InlineData("“We will close the east pier before winter.”", "Ilse Varga", 15)]
    [InlineData("“We will not close the east pier before summer.”", "Ilse Varga", 15)]
    [InlineData(Winter, "Omar Feld", 15)]
    [InlineData(Winter, "Ilse Varga", 14 + 29)]
    public async Task Other_words_other_people_and_other_weeks_are_other_statements(string words, string by, int day)
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(words, day, by: by));

        var exact = await Quotes.SaidAsync(CommunityId.DefaultSet, "close the east pier", new QuoteFilter(), 0, 10, Ct);

        Assert.Equal(2, exact.Items.Select(hit => hit.Statement).Distinct().Count());
        Assert.All(exact.Items, hit => Assert.Equal(0, hit.MorePublishers));
    }

    [Fact]
    public async Task A_cut_that_fits_two_statements_does_not_make_them_one()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14));
        await StoreAsync(CommunityId.DefaultSet, "Lind Echo", Said(Cut, 15));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said("“We will not close the east pier before summer.”", 16));

        Assert.Equal(2, (await VargaAsync()).Total);
    }

    [Fact]
    public async Task Articles_of_one_call_and_quotes_of_one_article_are_joined_too()
    {
        var twice = new News("Row", $"{Winter} Ilse Varga said.\n{Cut} Ilse Varga said.").Person("Ilse Varga").Said(Winter, "Ilse Varga").Said(Cut, "Ilse Varga").At(2026, 5, 14);
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", twice, Said(Winter, 16));

        var hits = await VargaAsync();

        Assert.Equal(1, hits.Total);
        Assert.Equal((Winter, 0), (hits.Items[0].Text, hits.Items[0].MorePublishers));
    }

    [Fact]
    public async Task A_community_is_told_the_earliest_of_its_own_outlets_and_nothing_of_others()
    {
        await StoreAsync(Harbour, "Harbour Letter", Said(Winter, 12));
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14));
        await StoreAsync(Valley, "Valley News", Said(Cut, 13));

        var everyones = Assert.Single((await VargaAsync()).Items);
        var valleys = Assert.Single((await VargaAsync(Valley)).Items);

        Assert.Equal(("Norrmark Post", 0, 0), (everyones.Citation.Outlet, everyones.MorePublishers, everyones.Wordings.Count));
        Assert.Equal(("Valley News", 1, 1), (valleys.Citation.Outlet, valleys.MorePublishers, valleys.Wordings.Count));
    }

    [Fact]
    public async Task A_card_and_lists_of_people_count_each_statement_once()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(Winter, 15), Said("“It was never about money.”", 16), Said("“Perhaps it was about boats.”", 17, shown: false));
        await StoreAsync(CommunityId.DefaultSet, "Lind Echo", Said("“Perhaps it was about boats.”", 18, shown: false));

        var card = (await People.CardAsync(CommunityId.DefaultSet, await PersonAsync("Ilse Varga"), Ct))!;
        var match = Assert.Single(await People.FindAsync(CommunityId.DefaultSet, "varga", 5, Ct));

        Assert.Equal((2, 1, 2, 5), (card.Quotes, card.Possible, card.Publishers, card.Mentions));
        Assert.Equal(2, match.Quotes);
    }

    [Fact]
    public async Task A_phrase_is_shown_once_at_the_earliest_outlet_that_has_it_with_the_other_wordings()
    {
        await StoreAsync(CommunityId.DefaultSet, "Lind Echo", Said(Cut, 13));
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(Winter, 15));

        foreach (var filter in (QuoteFilter[])[new QuoteFilter(), new QuoteFilter { About = "row" }])
        {
            var hits = await Quotes.SaidAsync(CommunityId.DefaultSet, "pier before winter", filter, 0, 10, Ct);

            var hit = Assert.Single(hits.Items);
            Assert.Equal(("Norrmark Post", 2, 1), (hit.Citation.Outlet, hit.MorePublishers, hits.Total));
            Assert.Equal("Lind Echo", Assert.Single(hit.Wordings).Citation.Outlet);
        }
    }

    [Fact]
    public async Task What_is_about_a_topic_is_listed_once_too()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(Winter, 15));
        var filter = new QuoteFilter { By = await PersonAsync("Ilse Varga"), About = "pier" };

        var hits = await Quotes.OfPersonAsync(CommunityId.DefaultSet, filter, 0, 10, Ct);

        Assert.Equal(("Norrmark Post", 1), (Assert.Single(hits.Items).Citation.Outlet, hits.Items[0].MorePublishers));
    }

    [Fact]
    public async Task A_statement_belongs_to_the_time_of_its_earliest_outlet()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(Winter, 20));
        var filter = new QuoteFilter { By = await PersonAsync("Ilse Varga") };
        var between = new DateTimeOffset(2026, 5, 17, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(0, (await Quotes.OfPersonAsync(CommunityId.DefaultSet, filter with { Since = between }, 0, 10, Ct)).Total);
        Assert.Equal(1, (await Quotes.OfPersonAsync(CommunityId.DefaultSet, filter with { Before = between }, 0, 10, Ct)).Total);
    }

    [Fact]
    public async Task Changed_and_removed_articles_leave_a_statement_as_the_others_print_it()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14, "https://post.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(Winter, 15, "https://kanal.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Lind Echo", Said(Winter, 16, "https://lind.example/1"));

        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said("“It was never about money.”", 14, "https://post.example/1"));
        await Writer.RemoveSourceAsync(CommunityId.DefaultSet, "Lind Echo", Ct);
        var hits = await VargaAsync();

        Assert.Equal([("Kanal Öst", 0), ("Norrmark Post", 0)], hits.Items.Select(hit => (hit.Citation.Outlet, hit.MorePublishers)));
        Assert.Equal(2, (await People.CardAsync(CommunityId.DefaultSet, await PersonAsync("Ilse Varga"), Ct))!.Quotes);
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
        Assert.Equal(0, await Database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>("select count(*) from statement_keys where quote_id not in (select id from quotes)"), Ct));
    }

    [Fact]
    public async Task Exported_quotes_of_one_statement_share_its_number()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Said(Winter, 14), Said("“It was never about money.”", 14));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Said(Winter, 15));

        var quotes = await new ArchiveExport(Database, People).QuotesAsync(CommunityId.DefaultSet, Ct).ToListAsync(Ct);

        Assert.Equal(3, quotes.Count);
        Assert.Equal(quotes[0].Statement, quotes[2].Statement);
        Assert.NotEqual(quotes[0].Statement, quotes[1].Statement);
    }

    [Fact]
    public async Task Of_one_day_what_makes_a_sentence_comes_first_and_a_scrap_last()
    {
        await StoreAsync(
            CommunityId.DefaultSet, "Norrmark Post",
            Said("“Hardly.”", 14, hour: 20), Reported("it would last", 14, 18), Said("“It was never about money.”", 14, hour: 9), Said("“Boats came first.”", 14, hour: 8), Said("“Never.”", 15));

        var hits = await VargaAsync();

        Assert.Equal(["“Never.”", "“It was never about money.”", "“Boats came first.”", "it would last", "“Hardly.”"], hits.Items.Select(hit => hit.Text));
    }

    private async Task<Hits<QuoteHit>> VargaAsync(CommunityId? asker = null) => await Quotes.OfPersonAsync(
        asker ?? CommunityId.DefaultSet, new QuoteFilter { By = await PersonAsync("Ilse Varga", asker) }, 0, 10, Ct);

    private static News Said(string words, int day, string? address = null, string by = "Ilse Varga", bool shown = true, int hour = 9)
    {
        var at = new DateTime(2026, 5, 1).AddDays(day - 1);
        var news = new News($"Row of {words.Length} and {day}", $"{words} {by} said so.").Person(by).Said(words, by, shown).At(at.Year, at.Month, at.Day, hour);
        return address is null ? news : news.Address(address);
    }

    private static News Reported(string clause, int day, int hour) =>
        new News("Talk", $"Ilse Varga said {clause}.").Person("Ilse Varga").Said(clause, "Ilse Varga", kind: QuoteKind.Reported).At(2026, 5, day, hour);
}
