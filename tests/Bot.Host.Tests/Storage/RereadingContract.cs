using Bot.Digest.Ports;
using Bot.Host.Ingestion;
using Bot.Host.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do with articles that an earlier program understood.</summary>
public abstract class RereadingContract : StorageContract
{
    private static readonly CommunityId Everyone = CommunityId.DefaultSet;

    [Fact]
    public async Task Older_articles_answer_as_new_ones_and_keep_number_text_and_revision()
    {
        await StoreAsync(Everyone, "Norrmark Post", Pier(1), Pier(2));
        await MakeOlderAsync();
        var before = (await Articles.FindAsync(Everyone, new ArticleId(1), Ct))!;

        var count = await RereadAsync();

        Assert.Equal(2, count);
        Assert.Equal(before.Citation, (await Articles.FindAsync(Everyone, new ArticleId(1), Ct))!.Citation);
        Assert.Equal(1, (await Articles.FindAsync(Everyone, new ArticleId(1), Ct))!.Revisions);
        Assert.NotEmpty((await Quotes.SaidAsync(Everyone, "The pier stays open all summer", new QuoteFilter(), 0, 10, Ct)).Items);
        Assert.Equal(2, (await Stories.OfArticlesAsync(Everyone, [new ArticleId(1), new ArticleId(2)], Ct)).Count);
        Assert.NotEmpty((await Articles.SearchAsync(Everyone, "summer", new ArticleFilter(), 0, 10, Ct)).Items);
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
        Assert.Equal(0, await RereadAsync());
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_where_it_stopped()
    {
        await StoreAsync(Everyone, "Norrmark Post", Pier(1), Pier(2), Pier(3));
        await MakeOlderAsync();
        var rereading = new StoredRereading(Database, Clock);
        var first = await rereading.NextAsync(1, Ct);
        await rereading.StoreAsync([.. first.Select(article => new RereadArticle(article.Id, article.Article.Hash, null))], Ct);

        Assert.Equal(2, await RereadAsync());
    }

    [Fact]
    public async Task An_article_that_changed_meanwhile_keeps_its_newer_findings()
    {
        await StoreAsync(Everyone, "Norrmark Post", Pier(1).Address("https://post.example/1"));
        await MakeOlderAsync();
        var rereading = new StoredRereading(Database, Clock);
        var offered = Assert.Single(await rereading.NextAsync(5, Ct));
        await StoreAsync(Everyone, "Norrmark Post", new News("Pier", "Omar Feld came.").Address("https://post.example/1").Person("Omar Feld"));

        await rereading.StoreAsync([new RereadArticle(offered.Id, offered.Article.Hash, new(offered.Article, Bot.Digest.Understanding.Read(offered.Article)))], Ct);

        Assert.Empty((await Quotes.SaidAsync(Everyone, "The pier stays open all summer", new QuoteFilter(), 0, 10, Ct)).Items);
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    private Task<int> RereadAsync() => new Rereading(new StoredRereading(Database, Clock), NullLogger<Rereading>.Instance).RunAsync(Ct);

    /// <summary>As an earlier program left them: another number and no story.</summary>
    private Task<int> MakeOlderAsync() => Database.WriteAsync(
        connection => connection.ExecuteAsync("update articles set understanding = 0; delete from story_window; delete from story_articles; update story_numbers set removals = removals + 1"), Ct);

    private static News Pier(int number) => new(
        $"Norrmark keeps pier {number}",
        $"Norrmark keeps pier {number} open, the harbour ministry announced after long talks with shipowners.\n“The pier stays open all summer,” said Ilse Varga, the harbour minister.");
}
