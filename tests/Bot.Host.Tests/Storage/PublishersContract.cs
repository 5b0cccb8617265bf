using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must know about who owns the sources.</summary>
public abstract class PublishersContract : StorageContract
{
    [Fact]
    public async Task Outlets_under_one_registrable_domain_are_one_publisher_and_counted_once()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", At("https://www.post.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post Sport", At("https://sport.post.example/2"));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", At("https://kanal.example/3"));

        Assert.Equal(["Kanal Öst", "Norrmark Post + Norrmark Post Sport"], await OwnedAsync());
        Assert.Equal(2, (await People.CardAsync(CommunityId.DefaultSet, await PersonAsync("Ilse Varga"), Ct))!.Publishers);
    }

    [Fact]
    public async Task Outlets_of_one_name_are_one_publisher_unless_their_domains_differ()
    {
        await StoreAsync(CommunityId.DefaultSet, "Daily", At("https://daily.example/1"));
        await StoreAsync(Harbour, "Daily", At(null));
        await StoreAsync(Valley, "Daily", At("https://other-daily.example/2"));

        Assert.Equal(["Daily", "Daily + Daily"], await OwnedAsync());
    }

    [Fact]
    public async Task A_source_with_articles_of_several_domains_is_owned_by_none_of_them()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", At("https://post.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Collected", At("https://post.example/2"));
        Assert.Equal(["Norrmark Post + Collected"], await OwnedAsync());

        await StoreAsync(CommunityId.DefaultSet, "Collected", At("https://kanal.example/3"));

        Assert.Equal(["Collected", "Norrmark Post"], await OwnedAsync());
        Assert.Empty((await new Bot.Host.Storage.ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    [Fact]
    public async Task A_publisher_goes_with_its_last_source()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", At("https://post.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", At(null));

        await Writer.RemoveSourceAsync(CommunityId.DefaultSet, "Norrmark Post", Ct);

        Assert.Equal(["Kanal Öst"], await OwnedAsync());
    }

    [Fact]
    public async Task Articles_and_quotes_tell_the_publisher_of_their_outlet()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", At("https://www.post.example/1"));
        await StoreAsync(CommunityId.DefaultSet, "Post on Sunday", At("https://www.post.example/2"));
        await StoreAsync(CommunityId.DefaultSet, "Kanal Öst", At("https://kanal.example/3"));

        var quotes = await Quotes.OfPersonAsync(CommunityId.DefaultSet, new QuoteFilter { By = await PersonAsync("Ilse Varga") }, 0, 10, Ct);
        var articles = await Articles.LatestAsync(CommunityId.DefaultSet, null, new ArticleFilter(), 0, 10, Ct);

        Assert.Equal(1, Assert.Single(quotes.Items).MorePublishers);
        Assert.Equal(2, articles.Items.Select(article => article.Citation.Publisher).Distinct().Count());
    }

    /// <summary>The names of the sources of each publisher.</summary>
    private async Task<IReadOnlyList<string>> OwnedAsync() => [.. await Database.ReadAsync(
        connection => connection.QueryAsync<string>(
            """
            select group_concat(name, ' + ') as owned
            from (
                select p.id as publisher, s.name as name
                from publishers p
                left join sources s on s.publisher_id = p.id
                order by s.id) names
            group by publisher
            order by owned
            """),
        Ct)];

    private static News At(string? address)
    {
        var news = new News("Pier row", "“The pier stays open.” Ilse Varga left.").Person("Ilse Varga").Said("“The pier stays open.”", "Ilse Varga");
        return address is null ? news : news.Address(address);
    }
}
