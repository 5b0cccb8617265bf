using System.Text;
using Bot.Digest.Reading.Feeds;
using Bot.Host.Ingestion;

namespace Bot.Host.Tests.Ingestion;

/// <summary>Feeds that were saved as files are read item by item.</summary>
public sealed class FeedInputTests : IDisposable
{
    private const string Bridge = "<item><title>Bridge opens</title><link>https://norrmarkpost.com/bridge</link><pubDate>Tue, 19 May 2026 08:00:00 GMT</pubDate>"
        + "<description>The bridge opened on Monday, Marit Osei said.</description></item>";

    private const string Lock = "<item><title>Lock closes</title><description>The lock closes for repairs.</description></item>";
    private const string Bare = "<item><title>Only a title</title></item>";

    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_items_are_read_and_one_without_text_is_named()
    {
        _folder.Write("feed.xml", Rss(Bridge + Bare + Lock));

        var report = await _folder.IngestAsync(new InputStatement(Published: InputFolder.Now.AddDays(-3)));

        Assert.Equal((3, 2, 1), (report.Counts.Read, report.Counts.New, report.Counts.Refused));
        Assert.Equal("feed.xml, item 2: the item holds no text; read its page instead", $"{report.FirstRefusals[0].Place}: {report.FirstRefusals[0].Reason}");
        Assert.Equal(["Norrmark Post", "Norrmark Post"], _folder.Archive.Stored.Keys.Select(key => key.Source));
        Assert.Equal(
            [("Bridge opens", new DateTimeOffset(2026, 5, 19, 8, 0, 0, TimeSpan.Zero)), ("Lock closes", InputFolder.Now.AddDays(-3))],
            _folder.Archive.Stored.Values.Select(stored => (stored.Article.Title, stored.Article.Published)));
    }

    [Fact]
    public async Task Feeds_of_every_family_are_read_from_a_folder_packed_ones_too()
    {
        _folder.Write("a/news.rss", Rss(Bridge));
        _folder.Write("b.xml.gz", InputFolder.Packed(Encoding.UTF8.GetBytes(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Kanal</title><entry><id>1</id><title>Mill burns</title><content>The mill burned.</content></entry></feed>")));
        _folder.Write("c.json", """
            { "version": "https://jsonfeed.org/version/1.1", "title": "Tidende",
              "items": [{ "id": "1", "title": "Ferry strikes", "content_text": "The ferry is on strike." }] }
            """);

        var report = await _folder.IngestAsync(new InputStatement(Source: "Saved"));

        Assert.Equal((3, 0), (report.Counts.New, report.Counts.Refused));
        Assert.Equal(["Bridge opens", "Mill burns", "Ferry strikes"], _folder.Archive.Titles);
        Assert.All(_folder.Archive.Stored.Keys, key => Assert.Equal("Saved", key.Source));
    }

    [Fact]
    public async Task Items_beyond_the_newest_are_left_out_and_said_so()
    {
        _folder.Write("feed.xml", Rss(string.Concat(Enumerable.Range(0, FeedReader.MostItems + 2).Select(number =>
            $"<item><title>Notice {number}</title><link>https://norrmarkpost.com/{number}</link><description>Notice {number} of the harbour.</description></item>"))));

        var report = await _folder.IngestAsync();

        Assert.Equal(FeedReader.MostItems, report.Counts.New);
        Assert.Contains("502 items", Assert.Single(report.FirstRefusals).Reason, StringComparison.Ordinal);
    }

    private static string Rss(string items) => $"<?xml version='1.0'?><rss version='2.0'><channel><title>Norrmark Post</title>{items}</channel></rss>";
}
