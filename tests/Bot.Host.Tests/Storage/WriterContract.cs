using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Dapper;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do when articles are stored.</summary>
public abstract class WriterContract : StorageContract
{
    [Fact]
    public async Task Reading_the_same_article_again_changes_nothing()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier("stays"));

        var outcomes = await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier("stays"));

        Assert.Equal([AddOutcome.Unchanged], outcomes);
        Assert.Equal(1, await Articles.CountAsync(CommunityId.DefaultSet, Ct));
        Assert.Equal(1, (await People.CardAsync(CommunityId.DefaultSet, await PersonAsync("Ilse Varga"), Ct))!.Quotes);
    }

    [Fact]
    public async Task A_changed_text_is_a_new_revision_whose_quotes_replace_the_old_ones()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier("stays"));

        var outcomes = await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier("closes"));

        Assert.Equal([AddOutcome.Revised], outcomes);
        var quotes = await Quotes.OfPersonAsync(
            CommunityId.DefaultSet, new QuoteFilter { By = await PersonAsync("Ilse Varga") }, 0, 10, Ct);
        Assert.Equal("“The pier closes.”", Assert.Single(quotes.Items).Text);
        Assert.Equal(2, (await Articles.FindAsync(CommunityId.DefaultSet, quotes.Items[0].Citation.Article, Ct))!.Revisions);
        Assert.Empty((await Quotes.SaidAsync(CommunityId.DefaultSet, "the pier stays", new QuoteFilter(), 0, 10, Ct)).Items);
        Assert.Empty((await Articles.SearchAsync(CommunityId.DefaultSet, "stays", new ArticleFilter(), 0, 10, Ct)).Items);
        Assert.Equal([Pier("stays").Build().Article.Text], await OldTextsAsync());
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Readings_of_one_article_in_one_call_follow_each_other()
    {
        var outcomes = await StoreAsync(
            CommunityId.DefaultSet, "Norrmark Post", Pier("stays"), Pier("stays"), Pier("closes"), Pier("falls"));

        Assert.Equal([AddOutcome.New, AddOutcome.Unchanged, AddOutcome.Revised, AddOutcome.Revised], outcomes);
        Assert.Equal([Pier("stays").Build().Article.Text, Pier("closes").Build().Article.Text], await OldTextsAsync());
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_quote_that_does_not_lie_in_its_text_is_refused_and_nothing_of_the_call_is_kept()
    {
        var wrong = new News("Wrong", "Short.").Quote(new Quote
        {
            Span = new TextSpan(2, 60),
            Kind = QuoteKind.Direct,
            Pieces = [],
            Verbatim = [],
        });

        await Assert.ThrowsAsync<ArgumentException>(() => StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier("stays"), wrong));

        Assert.Equal(0, await Articles.CountAsync(CommunityId.DefaultSet, Ct));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task The_same_article_of_two_sources_is_stored_for_each()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier("stays"));

        var outcomes = await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Pier("stays"));

        Assert.Equal([AddOutcome.New], outcomes);
        Assert.Equal(2, (await People.CardAsync(CommunityId.DefaultSet, await PersonAsync("Ilse Varga"), Ct))!.Mentions);
    }

    [Fact]
    public async Task A_source_is_made_once_for_each_community()
    {
        var first = await Writer.EnsureSourceAsync(Harbour, "Norrmark Post", Ct);
        var again = await Writer.EnsureSourceAsync(Harbour, "Norrmark Post", Ct);
        var elsewhere = await Writer.EnsureSourceAsync(Valley, "Norrmark Post", Ct);

        Assert.Equal(first, again);
        Assert.NotEqual(first, elsewhere);
    }

    [Fact]
    public async Task A_work_that_fails_leaves_nothing_of_itself()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier("stays"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync<int>(
            async connection =>
            {
                await connection.ExecuteAsync("delete from quotes");
                throw new InvalidOperationException();
            },
            Ct));

        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_source_that_is_removed_takes_its_people_and_counts_with_it()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier("stays"), Pier("closes"));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", Pier("falls"));

        Assert.True(await Writer.RemoveSourceAsync(CommunityId.DefaultSet, "Norrmark Post", Ct));
        Assert.False(await Writer.RemoveSourceAsync(CommunityId.DefaultSet, "Norrmark Post", Ct));

        Assert.Equal(1, (await People.CardAsync(CommunityId.DefaultSet, await PersonAsync("Ilse Varga"), Ct))!.Mentions);
        await AssertWholeAsync();
        await Writer.RemoveSourceAsync(CommunityId.DefaultSet, "Kanal Öst", Ct);
        Assert.Empty(await People.FindAsync(CommunityId.DefaultSet, "Ilse Varga", 5, Ct));
        await AssertWholeAsync();
    }

    private Task<IEnumerable<string>> OldTextsAsync() => Database.ReadAsync(
        connection => connection.QueryAsync<string>("select text from old_revisions order by revision"), Ct);

    private static News Pier(string does) =>
        new News("Pier row", $"Ilse Varga, harbour minister, spoke on Monday.\n“The pier {does}.” Ilse Varga said so.")
            .Address("https://post.example/pier")
            .Person("Ilse Varga", "harbour minister")
            .Said($"“The pier {does}.”", "Ilse Varga")
            .Dated("Ilse Varga, harbour minister, spoke on Monday.", "on Monday", new DateOnly(2026, 5, 11));
}
