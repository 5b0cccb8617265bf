using Bot.Digest.Ports;
using Bot.Host.Storage;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do when the archive is read out or checked.</summary>
public abstract class ExportContract : StorageContract
{
    private ArchiveExport Export => new(Database, People);

    [Fact]
    public async Task Everything_leaves_with_places_counted_in_code_points()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier());

        var article = Assert.Single(await Export.ArticlesAsync(CommunityId.DefaultSet, Ct).ToListAsync(Ct));
        var quote = Assert.Single(await Export.QuotesAsync(CommunityId.DefaultSet, Ct).ToListAsync(Ct));
        var dated = Assert.Single(await Export.EventsAsync(CommunityId.DefaultSet, Ct).ToListAsync(Ct));
        var card = Assert.Single(await Export.PeopleAsync(CommunityId.DefaultSet, Ct).ToListAsync(Ct));

        Assert.Equal(Pier().Build().Article.Text, article.Text);
        Assert.Equal(Pier().Build().Article.Hash, article.Sha256);
        Assert.Equal("“The pier stays open.”", Slice(article.Text, quote.Words));
        Assert.Equal("The pier stays open.", Slice(article.Text, Assert.Single(quote.Verbatim)));
        Assert.Equal(("Ilse Varga", "ilse-varga"), (quote.Speaker, quote.Slug));
        Assert.Equal("She spoke on Saturday.", Slice(article.Text, dated.Sentence));
        Assert.Equal("on Saturday", dated.Expression);
        Assert.Equal("ilse-varga", card.Slug);
    }

    [Fact]
    public async Task Only_what_the_asker_may_see_leaves()
    {
        await StoreAsync(Harbour, "Harbour Letter", Pier());

        Assert.Empty(await Export.ArticlesAsync(Valley, Ct).ToListAsync(Ct));
        Assert.Empty(await Export.QuotesAsync(Valley, Ct).ToListAsync(Ct));
        Assert.Empty(await Export.EventsAsync(Valley, Ct).ToListAsync(Ct));
        Assert.Empty(await Export.PeopleAsync(Valley, Ct).ToListAsync(Ct));
        Assert.Single(await Export.PeopleAsync(Harbour, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task More_articles_than_are_read_at_once_all_leave()
    {
        var articles = Enumerable.Range(0, 120).Select(number => new News($"Number {number}", $"Text {number}.")).ToArray();
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", articles);

        var left = await Export.ArticlesAsync(CommunityId.DefaultSet, Ct).ToListAsync(Ct);

        Assert.Equal(articles.Length, left.Select(article => article.Title).Distinct().Count());
    }

    [Fact]
    public async Task A_whole_archive_passes_its_check()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", Pier());

        var report = await new ArchiveCheck(Database).RunAsync(Ct);

        Assert.Empty(report.Problems);
        Assert.Equal((1, 1), (report.Articles, report.Quotes));
    }

    private static News Pier() => new News("Pier row", "🌊 Waves 🌊\n🌊 “The pier stays open.” Ilse Varga smiled. She spoke on Saturday.")
        .Person("Ilse Varga").Said("“The pier stays open.”", "Ilse Varga")
        .Dated("She spoke on Saturday.", "on Saturday", new DateOnly(2026, 5, 9));

    private static string Slice(string text, ExportedWords words)
    {
        var slice = string.Concat(text.EnumerateRunes().Skip(words.Start).Take(words.End - words.Start));
        Assert.Equal(slice, words.Text);
        return slice;
    }
}
