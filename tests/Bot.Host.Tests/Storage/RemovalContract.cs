using Bot.Digest.Ports;
using Bot.Host.Storage;

namespace Bot.Host.Tests.Storage;

/// <summary>Taking single articles out again.</summary>
public abstract class RemovalContract : StorageContract
{
    private static readonly CommunityId Asker = CommunityId.DefaultSet;

    private static News Pier => new News("Pier stays", "“It stays,” said Ilse Varga on Monday.").Address("https://post.example/pier").Person("Ilse Varga").Said("“It stays,”", "Ilse Varga");

    private static News Ferry => new News("Ferry runs", "Omar Feld was there.").Address("https://post.example/ferry").Person("Omar Feld");

    [Fact]
    public async Task Only_the_named_articles_of_the_named_source_go_with_the_people_only_they_name()
    {
        await StoreAsync(Asker, "The Post", Pier, Ferry);
        await StoreAsync(Asker, "The Echo", Ferry);

        var removed = await Writer.RemoveArticlesAsync(Asker, "The Post", [KeyOf(Pier), "no such key"], Ct);

        Assert.Equal(1, removed);
        Assert.Equal(2, await Articles.CountAsync(Asker, Ct));
        Assert.Empty(await People.FindAsync(Asker, "varga", 5, Ct));
        Assert.NotEmpty(await People.FindAsync(Asker, "feld", 5, Ct));
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    [Fact]
    public async Task A_source_goes_with_its_last_article()
    {
        await StoreAsync(Asker, "The Post", Pier);

        await Writer.RemoveArticlesAsync(Asker, "The Post", [KeyOf(Pier)], Ct);

        Assert.False(await Writer.RemoveSourceAsync(Asker, "The Post", Ct));
        Assert.Equal(0, await Writer.RemoveArticlesAsync(Asker, "The Post", [KeyOf(Pier)], Ct));
    }

    private static string KeyOf(News news) => news.Build().Article.Key;
}
