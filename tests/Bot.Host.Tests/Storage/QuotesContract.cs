using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Host.Storage;
using Dapper;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do with quotes.</summary>
public abstract class QuotesContract : StorageContract
{
    [Fact]
    public async Task A_persons_exact_words_come_before_reported_ones_of_the_same_article_in_text_order()
    {
        var news = new News("Pier row", "Ilse Varga said it would last. “It stands as it stood.” Ilse Varga said. “It will stand for years.”").Person("Ilse Varga")
            .Said("it would last", "Ilse Varga", kind: QuoteKind.Reported).Said("“It stands as it stood.”", "Ilse Varga").Said("“It will stand for years.”", "Ilse Varga");
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", news);
        var by = new QuoteFilter { By = await PersonAsync("Ilse Varga") };

        foreach (var filter in (QuoteFilter[])[by, by with { About = "pier" }])
        {
            var hits = await Quotes.OfPersonAsync(CommunityId.DefaultSet, filter, 0, 10, Ct);

            Assert.Equal(["“It stands as it stood.”", "“It will stand for years.”", "it would last"], hits.Items.Select(hit => hit.Text));
        }
    }

    [Fact]
    public async Task What_several_said_together_is_on_each_of_their_cards_and_once_everywhere_else()
    {
        const string Words = "“It stands as it stood.”";
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", new News("Pier row", $"{Words} Ilse Varga, Mara Lind and Omar Feld said. “Boats came first.” Omar Feld added.")
            .Person("Ilse Varga").Person("Mara Lind").Person("Omar Feld")
            .Said(Words, "Ilse Varga").Said(Words, "Mara Lind", shared: true).Said(Words, "Omar Feld", shared: true).Said("“Boats came first.”", "Omar Feld"));

        var byFeld = await Quotes.OfPersonAsync(CommunityId.DefaultSet, new QuoteFilter { By = await PersonAsync("Omar Feld") }, 0, 10, Ct);
        var byLind = await Quotes.OfPersonAsync(CommunityId.DefaultSet, new QuoteFilter { By = await PersonAsync("Mara Lind"), About = "pier" }, 0, 10, Ct);
        var said = await Quotes.SaidAsync(CommunityId.DefaultSet, "stands as it stood", new QuoteFilter(), 0, 10, Ct);
        var saidByFeld = await Quotes.SaidAsync(CommunityId.DefaultSet, "stands as it stood", new QuoteFilter { By = await PersonAsync("Omar Feld") }, 0, 10, Ct);
        var article = await Quotes.InArticlesAsync(CommunityId.DefaultSet, [new ArticleId(1)], Ct);

        Assert.Equal([(Words, "Ilse Varga|Mara Lind"), ("“Boats came first.”", "")], byFeld.Items.Select(hit => (hit.Text, string.Join('|', hit.Together))));
        Assert.Equal(["Ilse Varga", "Omar Feld"], Assert.Single(byLind.Items).Together);
        Assert.Equal(("Ilse Varga", "Mara Lind|Omar Feld"), (Assert.Single(said.Items).Speaker, string.Join('|', said.Items[0].Together)));
        Assert.Equal("Omar Feld", Assert.Single(saidByFeld.Items).Speaker);
        Assert.Equal([("Ilse Varga", 2), ("Omar Feld", 0)], article.Select(hit => (hit.Speaker, hit.Together.Count)));
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    [Fact]
    public async Task A_persons_quotes_come_newest_first_with_their_paragraphs()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry());

        var hits = await OfVargaAsync(new QuoteFilter());

        Assert.Equal(["“The ferry is safe.”", "“The pier stays open.”"], hits.Items.Select(hit => hit.Text));
        Assert.Equal(2, hits.Total);
        var newest = hits.Items[0];
        Assert.Equal("The ferry is safe.", newest.Verbatim[0].In(newest.Text));
        Assert.Equal(("Ilse Varga", "ilse-varga", "Norrmark Post"), (newest.Speaker, newest.SpeakerSlug, newest.Citation.Outlet));
        Assert.Equal("Passengers asked for news.", newest.Before);
        Assert.Equal("“The ferry is safe.” Ilse Varga told them.", newest.Paragraph);
        Assert.Null(hits.Items[1].Before);
    }

    [Fact]
    public async Task Words_that_no_blanks_part_are_found_in_what_was_said()
    {
        var news = new News("Lind", "市长说：“港口今天开放。”").Said("“港口今天开放。”", speaker: "市长");
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", news, Ferry());

        var hits = await Quotes.SaidAsync(CommunityId.DefaultSet, "今天开放", new QuoteFilter(), 0, 10, Ct);

        Assert.Equal(("“港口今天开放。”", false), (Assert.Single(hits.Items).Text, hits.Near));
    }

    [Fact]
    public async Task Topic_time_and_doubt_narrow_a_persons_quotes_down()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry(), Doubtful());
        var noon = new DateTimeOffset(2026, 5, 11, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(["“The ferry is safe.”"], (await OfVargaAsync(new QuoteFilter { About = "passenger" })).Items.Select(hit => hit.Text));
        Assert.Equal(["“The pier stays open.”"], (await OfVargaAsync(new QuoteFilter { About = "row" })).Items.Select(hit => hit.Text));
        Assert.Equal(["“The ferry is safe.”"], (await OfVargaAsync(new QuoteFilter { Since = noon })).Items.Select(hit => hit.Text));
        Assert.Equal(["“The pier stays open.”"], (await OfVargaAsync(new QuoteFilter { Before = noon })).Items.Select(hit => hit.Text));
        Assert.Equal(["“Perhaps.”"], (await OfVargaAsync(new QuoteFilter { Possible = true })).Items.Select(hit => hit.Text));
    }

    [Theory]
    [InlineData("Ilse Varga denied on Monday that it leaks.", "denied", " on Monday ")]
    [InlineData("It is known that it leaks, Ilse Varga added.", "added", null)]
    public async Task A_quote_comes_with_its_cue_and_what_stands_between_them(string text, string cue, string? between)
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", new News("Pier row", text).Person("Ilse Varga").Said("that it leaks", "Ilse Varga", kind: QuoteKind.Reported, cue: cue));

        var hit = Assert.Single((await OfVargaAsync(new QuoteFilter())).Items);

        Assert.Equal((cue, between), (hit.Cue, hit.AfterCue));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gaps()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry());
        var filter = new QuoteFilter { By = await PersonAsync("Ilse Varga") };

        var second = await Quotes.OfPersonAsync(CommunityId.DefaultSet, filter, 1, 1, Ct);

        Assert.Equal("“The pier stays open.”", Assert.Single(second.Items).Text);
        Assert.Equal(2, second.Total);
    }

    [Theory]
    [InlineData("pier stays open", "“The pier stays open.”", false)]
    [InlineData("PIER, stays", "“The pier stays open.”", false)]
    [InlineData("the pier is open still", "“The pier stays open.”", true)]
    public async Task Who_said_a_phrase_is_found_word_for_word_or_in_similar_wording(string phrase, string said, bool isNear)
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), Ferry());

        var hits = await Quotes.SaidAsync(CommunityId.DefaultSet, phrase, new QuoteFilter(), 0, 10, Ct);

        Assert.Equal(said, Assert.Single(hits.Items).Text);
        Assert.Equal(isNear, hits.Near);
    }

    [Theory]
    [InlineData("we will never sell the mill", "the council would sell what a mill may be worth", "“We will never sell the old mill.”")]
    [InlineData("sell the old mill", "“The old mill will not sell.”", "“They sell the very old mill.”")]
    public async Task Of_similar_wordings_the_one_that_shares_most_in_the_asked_order_comes_first(string phrase, string weak, string near)
    {
        await StoreAsync(
            CommunityId.DefaultSet, "Norrmark Post",
            new News("Mill", near).Person("Omar Feld").Said(near, "Omar Feld").At(2026, 5, 10),
            new News("Mill again", weak).Person("Omar Feld").Said(weak, "Omar Feld").At(2026, 5, 12));

        var hits = await Quotes.SaidAsync(CommunityId.DefaultSet, phrase, new QuoteFilter(), 0, 10, Ct);

        Assert.Equal([near, weak], hits.Items.Select(hit => hit.Text));
    }

    [Fact]
    public async Task Of_equally_near_wordings_exact_words_come_before_reported_ones()
    {
        await StoreAsync(
            CommunityId.DefaultSet, "Norrmark Post",
            new News("Mill", "“We sell the old mill.”").Person("Omar Feld").Said("“We sell the old mill.”", "Omar Feld").At(2026, 5, 10),
            new News("Mill again", "they sell the old mill").Person("Omar Feld").Said("they sell the old mill", "Omar Feld", kind: QuoteKind.Reported).At(2026, 5, 12));

        var hits = await Quotes.SaidAsync(CommunityId.DefaultSet, "sell the mill", new QuoteFilter(), 0, 10, Ct);

        Assert.Equal([QuoteKind.Direct, QuoteKind.Reported], hits.Items.Select(hit => hit.Kind));
    }

    [Fact]
    public async Task A_phrase_by_somebody_is_looked_for_among_that_persons_words()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier(), new News("Echo", "“The pier stays open.” Omar Feld agreed.")
            .Person("Omar Feld").Said("“The pier stays open.”", "Omar Feld"));
        var filter = new QuoteFilter { By = await PersonAsync("Omar Feld") };

        var hits = await Quotes.SaidAsync(CommunityId.DefaultSet, "pier stays", filter, 0, 10, Ct);

        Assert.Equal("omar-feld", Assert.Single(hits.Items).SpeakerSlug);
    }

    [Fact]
    public async Task Quotes_of_articles_come_in_the_order_asked_and_in_text_order()
    {
        await StoreAsync(
            CommunityId.DefaultSet, "Norrmark Post", Pier().Said("Ilse Varga left.", kind: QuoteKind.Reported, speaker: "a clerk"), Ferry());
        var latest = await Articles.LatestAsync(CommunityId.DefaultSet, null, new ArticleFilter(), 0, 10, Ct);
        var ids = latest.Items.Select(hit => hit.Citation.Article).Reverse().ToList();

        var quotes = await Quotes.InArticlesAsync(CommunityId.DefaultSet, ids, Ct);

        Assert.Equal(["“The pier stays open.”", "Ilse Varga left.", "“The ferry is safe.”"], quotes.Select(quote => quote.Text));
        Assert.Equal(("a clerk", null), (quotes[1].Speaker, quotes[1].SpeakerSlug));
    }

    [Fact]
    public async Task Of_an_article_that_is_nothing_but_quotes_the_first_five_hundred_are_told()
    {
        var words = Enumerable.Range(1, 510).Select(number => $"“Boat number {number}.”").ToList();
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", words.Aggregate(new News("All boats", string.Join('\n', words)), (news, said) => news.Said(said)));
        var article = (await Articles.LatestAsync(CommunityId.DefaultSet, null, new ArticleFilter(), 0, 1, Ct)).Items[0].Citation.Article;

        var quotes = await Quotes.InArticlesAsync(CommunityId.DefaultSet, [article], Ct);

        Assert.Equal(words.Take(500), quotes.Select(quote => quote.Text));
    }

    [Fact]
    public async Task Quotes_of_hidden_sources_are_told_to_nobody_else()
    {
        await StoreAsync(Harbour, "Harbour Letter", Pier());
        var filter = new QuoteFilter { By = await PersonAsync("Ilse Varga", Harbour) };
        var article = (await Articles.LatestAsync(Harbour, null, new ArticleFilter(), 0, 1, Ct)).Items[0].Citation.Article;

        Assert.Empty((await Quotes.OfPersonAsync(Valley, filter, 0, 10, Ct)).Items);
        Assert.Empty((await Quotes.OfPersonAsync(Valley, filter with { About = "pier" }, 0, 10, Ct)).Items);
        Assert.Empty((await Quotes.SaidAsync(Valley, "pier stays open", new QuoteFilter(), 0, 10, Ct)).Items);
        Assert.Empty((await Quotes.SaidAsync(Valley, "pier is open still", new QuoteFilter(), 0, 10, Ct)).Items);
        Assert.Empty(await Quotes.InArticlesAsync(Valley, [article], Ct));
        Assert.Single(await Quotes.InArticlesAsync(Harbour, [article], Ct));
    }

    [Theory]
    [InlineData("update paragraphs set text = replace(text, 'stays', 'never stays')")]
    [InlineData("update quotes set span_start = span_start + 1")]
    [InlineData("delete from paragraphs where number = 0")]
    public async Task A_quote_that_differs_from_its_paragraph_is_never_shown_and_the_check_tells_it(string damage)
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier());
        await Database.WriteAsync(connection => connection.ExecuteAsync(damage), Ct);

        var hits = await OfVargaAsync(new QuoteFilter());
        var report = await new Bot.Host.Storage.ArchiveCheck(Database).RunAsync(Ct);

        Assert.Empty(hits.Items);
        Assert.Contains(report.Problems, problem => problem.Contains("differs from its paragraph", StringComparison.Ordinal));
    }

    private async Task<Hits<QuoteHit>> OfVargaAsync(QuoteFilter filter) =>
        await Quotes.OfPersonAsync(CommunityId.DefaultSet, filter with { By = await PersonAsync("Ilse Varga") }, 0, 10, Ct);

    private static News Pier() => new News("Pier row", "“The pier stays open.” Ilse Varga said so on Monday.\nIlse Varga left.")
        .Person("Ilse Varga").Said("“The pier stays open.”", "Ilse Varga").At(2026, 5, 10);

    private static News Ferry() => new News("Ferry checked", "Passengers asked for news.\n“The ferry is safe.” Ilse Varga told them.")
        .Person("Ilse Varga").Said("“The ferry is safe.”", "Ilse Varga").At(2026, 5, 12);

    private static News Doubtful() => new News("Talk", "“Perhaps.” Ilse Varga was in the room.")
        .Person("Ilse Varga").Said("“Perhaps.”", "Ilse Varga", shown: false).At(2026, 5, 12);
}
