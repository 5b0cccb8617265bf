using Bot.Digest.Ports;
using Bot.Host.Ingestion;
using Bot.Host.Storage;
using Bot.Host.Storage.Corrections;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Host.Tests.Storage.Corrections;

/// <summary>What every engine must do with quotes that admins mark as wrong.</summary>
public abstract class QuoteMarksContract : StorageContract
{
    private const string Words = "“The pier stays open all summer,”";

    private static readonly CommunityId Everyone = CommunityId.DefaultSet;
    private static readonly Editor Operator = new(Everyone, "terminal");
    private static readonly Editor OfHarbour = new(Harbour, "telegram 5");

    private StoredQuoteMarks Marks => new(Database, Clock);

    private ArchiveExport Export => new(Database, People);

    private static News Pier => new News("Pier stays", $"{Words} said Ilse Varga on Monday. Repairs begin in June.\n“We count nails,” said Ilse Varga.")
        .Address("https://post.example/pier").Person("Ilse Varga").Said(Words, "Ilse Varga").Said("“We count nails,”", "Ilse Varga")
        .Dated($"{Words} said Ilse Varga on Monday.", "Monday", new DateOnly(2026, 5, 11)).Summary($"{Words} said Ilse Varga on Monday.").Summary("Repairs begin in June.");

    [Fact]
    public async Task A_hidden_quote_is_shown_nowhere_and_counted_nowhere()
    {
        await StoreAsync(Everyone, "The Post", Pier);
        var person = await PersonAsync("varga");

        var outcome = await Marks.MarkAsync(Operator, await ReferenceAsync(Everyone), QuoteMark.Hidden, Ct);

        Assert.Equal((MarkResult.Done, Words), (outcome.Result, outcome.Quote!.Text));
        Assert.DoesNotContain(Words, await SeenAsync(Everyone, person), StringComparison.Ordinal);
        Assert.Equal(1, (await People.CardAsync(Everyone, person, Ct))!.Quotes);
        Assert.Equal(1, Assert.Single(await People.FindAsync(Everyone, "varga", 5, Ct)).Quotes);
        Assert.Equal(["Repairs begin in June."], (await Articles.FindAsync(Everyone, new ArticleId(1), Ct))!.Summary);
        Assert.Empty(await Events.OfPersonAsync(Everyone, person, null, null, 10, Ct));
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    [Fact]
    public async Task An_unresolved_quote_stands_in_its_article_without_a_speaker_and_on_no_card()
    {
        await StoreAsync(Everyone, "The Post", Pier);
        var person = await PersonAsync("varga");

        await Marks.MarkAsync(Operator, await ReferenceAsync(Everyone), QuoteMark.Unresolved, Ct);

        var inArticle = (await Quotes.InArticlesAsync(Everyone, [new ArticleId(1)], Ct)).Single(quote => quote.Text == Words);
        Assert.Equal((null, null, false), (inArticle.Speaker, inArticle.SpeakerSlug, inArticle.Shown));
        Assert.Equal(["“We count nails,”"], (await Quotes.OfPersonAsync(Everyone, new QuoteFilter { By = person }, 0, 9, Ct)).Items.Select(quote => quote.Text));
        Assert.Empty((await Quotes.SaidAsync(Everyone, "open all summer", new QuoteFilter { By = person }, 0, 9, Ct)).Items);
        Assert.Null(Assert.Single((await Quotes.SaidAsync(Everyone, "open all summer", new QuoteFilter(), 0, 9, Ct)).Items).Speaker);
        Assert.Equal((1, 1), ((await People.CardAsync(Everyone, person, Ct))!.Quotes, (await People.CardAsync(Everyone, person, Ct))!.Publishers));
    }

    [Fact]
    public async Task A_mark_is_the_communitys_own_and_the_operators_holds_for_everyone()
    {
        await EnterAsync();
        await StoreAsync(Everyone, "The Post", Pier);
        var (person, quote) = (await PersonAsync("varga"), await ReferenceAsync(Everyone));

        await Marks.MarkAsync(OfHarbour, quote, QuoteMark.Hidden, Ct);

        Assert.DoesNotContain(Words, await SeenAsync(Harbour, person), StringComparison.Ordinal);
        Assert.Equal(await SeenAsync(Everyone, person), await SeenAsync(Valley, person));
        Assert.Equal(2, (await People.CardAsync(Valley, person, Ct))!.Quotes);

        await Marks.MarkAsync(Operator, quote, QuoteMark.Unresolved, Ct);

        Assert.Equal(1, (await People.CardAsync(Valley, person, Ct))!.Quotes);
        Assert.DoesNotContain(Words, await SeenAsync(Harbour, person), StringComparison.Ordinal);
        Assert.Equal(MarkResult.ForEveryone, (await Marks.RestoreAsync(new Editor(Valley, "telegram 6"), quote, Ct)).Result);
    }

    [Fact]
    public async Task A_mark_is_taken_back_and_all_is_as_before()
    {
        await StoreAsync(Everyone, "The Post", Pier);
        var (person, quote) = (await PersonAsync("varga"), await ReferenceAsync(Everyone));
        var before = await SeenAsync(Everyone, person);
        await Marks.MarkAsync(Operator, quote, QuoteMark.Hidden, Ct);

        var again = await Marks.MarkAsync(Operator, quote, QuoteMark.Hidden, Ct);
        var restored = await Marks.RestoreAsync(Operator, quote, Ct);
        var nothing = await Marks.RestoreAsync(Operator, quote, Ct);

        Assert.Equal((MarkResult.AsBefore, MarkResult.Done, MarkResult.AsBefore), (again.Result, restored.Result, nothing.Result));
        Assert.Equal(before, await SeenAsync(Everyone, person));
        Assert.Equal(
            [(ChangeKind.QuoteRestored, quote.ToString()), (ChangeKind.QuoteHidden, quote.ToString())],
            (await new StoredAudit(Database).HistoryAsync(Everyone, null, 0, 9, Ct)).Items.Select(entry => (entry.Other!.Kind, entry.Other.Object)));
    }

    [Fact]
    public async Task A_mark_outlives_reading_again_a_revision_and_an_article_that_is_taken_out_and_comes_again()
    {
        await EnterAsync();
        await StoreAsync(Everyone, "The Post", Pier);
        var quote = await ReferenceAsync(Everyone);
        await Marks.MarkAsync(OfHarbour, quote, QuoteMark.Hidden, Ct);

        await Database.WriteAsync(connection => connection.ExecuteAsync("update articles set understanding = 0"), Ct);
        await new Rereading(new StoredRereading(Database, Clock), NullLogger<Rereading>.Instance).RunAsync(Ct);
        Assert.False(await IsSeenAsync(Harbour));

        await StoreAsync(Everyone, "The Post", new News("Pier stays open", $"New first words.\n{Words} said Ilse Varga.")
            .Address("https://post.example/pier").Person("Ilse Varga").Said(Words, "Ilse Varga"));
        Assert.False(await IsSeenAsync(Harbour));

        await Writer.RemoveSourceAsync(Everyone, "The Post", Ct);
        await StoreAsync(Everyone, "The Post", Pier);
        Assert.False(await IsSeenAsync(Harbour));
        Assert.True(await IsSeenAsync(Valley));
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    [Fact]
    public async Task A_mark_holds_when_another_program_cuts_the_quote_in_another_way()
    {
        await StoreAsync(Everyone, "The Post", Pier);
        await Marks.MarkAsync(Operator, await ReferenceAsync(Everyone), QuoteMark.Hidden, Ct);
        var offered = await OfferAsync();
        var shorter = new News("Pier stays", offered.Article.Text).Address("https://post.example/pier").Person("Ilse Varga").Said("“The pier stays open all summer,” said Ilse Varga", "Ilse Varga", kind: Bot.Digest.Quotes.QuoteKind.Reported);

        await new StoredRereading(Database, Clock).StoreAsync([new RereadArticle(offered.Id, offered.Article.Hash, shorter.Build() with { Article = offered.Article })], Ct);

        Assert.Empty(await Quotes.InArticlesAsync(Everyone, [offered.Id], Ct));
    }

    [Fact]
    public async Task All_printings_of_the_statement_are_marked_those_that_come_later_too()
    {
        await StoreAsync(Everyone, "The Post", Pier);
        await StoreAsync(Everyone, "The Wire", Copy("https://wire.example/1"));
        var person = await PersonAsync("varga");

        await Marks.MarkAsync(Operator, await ReferenceAsync(Everyone), QuoteMark.Hidden, Ct);
        await StoreAsync(Everyone, "The Echo", Copy("https://echo.example/1"));

        Assert.Equal(["“We count nails,”"], (await Quotes.OfPersonAsync(Everyone, new QuoteFilter { By = person }, 0, 9, Ct)).Items.Select(quote => quote.Text));
        Assert.Empty(await Quotes.InArticlesAsync(Everyone, [new ArticleId(2), new ArticleId(3)], Ct));
        Assert.Equal(1, (await People.CardAsync(Everyone, person, Ct))!.Quotes);
    }

    [Fact]
    public async Task Nobody_has_a_card_from_one_passing_mention_and_a_quote_that_was_wrong()
    {
        await EnterAsync();
        await StoreAsync(Everyone, "The Post", new News("Pier stays", $"{Words} said Ilse Varga.").Person("Ilse Varga").Said(Words, "Ilse Varga"));
        var person = await PersonAsync("varga");

        await Marks.MarkAsync(OfHarbour, await ReferenceAsync(Everyone), QuoteMark.Unresolved, Ct);

        Assert.Null(await People.CardAsync(Harbour, person, Ct));
        Assert.Empty(await People.FindAsync(Harbour, "varga", 5, Ct));
        Assert.Empty(await People.CompleteAsync(Harbour, "var", 5, Ct));
        Assert.NotNull(await People.CardAsync(Valley, person, Ct));
    }

    [Fact]
    public async Task What_the_community_does_not_see_it_cannot_mark()
    {
        await EnterAsync();
        await StoreAsync(Harbour, "The Post", Pier);
        var quote = await ReferenceAsync(Harbour);

        var outcome = await Marks.MarkAsync(new Editor(Valley, "telegram 6"), quote, QuoteMark.Hidden, Ct);

        Assert.Equal((MarkResult.NoSuchQuote, null), (outcome.Result, outcome.Quote));
        Assert.Equal(MarkResult.NoSuchQuote, (await Marks.MarkAsync(OfHarbour, new ItemReference(quote.Article, null), QuoteMark.Hidden, Ct)).Result);
        Assert.True(await IsSeenAsync(Harbour));
    }

    private static News Copy(string address) => new News("Pier stays, minister says", $"{Words} Ilse Varga said, and sat down.")
        .Address(address).Person("Ilse Varga").Said(Words, "Ilse Varga");

    private async Task<ItemReference> ReferenceAsync(CommunityId asker) =>
        ItemReference.Of((await Quotes.InArticlesAsync(asker, [new ArticleId(1)], Ct)).Single(quote => quote.Text == Words));

    private async Task<ArticleToReread> OfferAsync()
    {
        await Database.WriteAsync(connection => connection.ExecuteAsync("update articles set understanding = 0"), Ct);
        return Assert.Single(await new StoredRereading(Database, Clock).NextAsync(1, Ct));
    }

    private async Task<bool> IsSeenAsync(CommunityId asker) =>
        (await Quotes.SaidAsync(asker, "pier stays open all summer", new QuoteFilter(), 0, 9, Ct)).Items.Any(quote => !quote.Text.Contains("nails", StringComparison.Ordinal));

    /// <summary>Everything that a community is shown of the article and the person, but for the article's own text.</summary>
    private async Task<string> SeenAsync(CommunityId asker, PersonId person)
    {
        IReadOnlyList<ArticleId> articles = [new ArticleId(1)];
        var said = await Quotes.SaidAsync(asker, "pier stays open all summer", new QuoteFilter(), 0, 9, Ct);
        var own = await Quotes.OfPersonAsync(asker, new QuoteFilter { By = person }, 0, 9, Ct);
        var about = await Quotes.OfPersonAsync(asker, new QuoteFilter { By = person, About = "summer" }, 0, 9, Ct);
        var events = await Events.InArticlesAsync(asker, articles, 9, Ct);
        var topic = await Events.AboutAsync(asker, "pier", null, null, 9, Ct);
        var found = await Articles.SearchAsync(asker, "summer", new ArticleFilter(), 0, 9, Ct);
        var detail = await Articles.FindAsync(asker, articles[0], Ct);
        return string.Join('\n', (string?[])
        [
            .. (await Quotes.InArticlesAsync(asker, articles, Ct)).Concat(said.Items).Concat(own.Items).Concat(about.Items).Select(quote => $"{quote.Text} {quote.Speaker}"),
            .. events.Concat(topic).Select(dated => dated.Sentence),
            .. found.Items.SelectMany(hit => hit.Summary.Append(hit.Passage)),
            .. detail!.Summary,
            .. await Export.QuotesAsync(asker, Ct).Select(quote => $"{quote.Words.Text} {quote.Speaker}").ToListAsync(Ct),
            .. await Export.EventsAsync(asker, Ct).Select(dated => dated.Sentence.Text).ToListAsync(Ct),
            .. await Export.ArticlesAsync(asker, Ct).SelectMany(article => article.Summary.ToAsyncEnumerable()).ToListAsync(Ct),
            $"{(await People.CardAsync(asker, person, Ct))!.Quotes}",
        ]);
    }
}
