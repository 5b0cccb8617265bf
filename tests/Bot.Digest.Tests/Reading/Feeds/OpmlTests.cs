using System.Text;
using System.Xml.Linq;
using Bot.Digest.Reading.Feeds;
using CsCheck;

namespace Bot.Digest.Tests.Reading.Feeds;

public sealed class OpmlTests
{
    [Fact]
    public void Feeds_are_found_in_their_folders_however_they_are_written()
    {
        var feeds = Opml.Read(Encoding.UTF8.GetBytes("""
            <?xml version="1.0"?><opml version="1.0"><head><title>Mine & yours</title></head><body>
            <outline text="Loose" type="rss" xmlUrl="https://post.example/feed?a=1&b=2"/>
            <OUTLINE TEXT="News"><outline title="Harbour &amp; sea"><outline Text="Kanal" XMLURL='https://kanal.example/rss'></outline>
              <outline text="Nothing" xmlurl="javascript:alert(1)"/></outline></OUTLINE>
            <outline text="Last" xmlUrl="feed://wire.example/atom"/>
            """));

        Assert.Equal(["Loose", "Kanal", "Nothing", "Last"], feeds!.Select(feed => feed.Title));
        Assert.Equal(["https://post.example/feed?a=1&b=2", "https://kanal.example/rss", null, "https://wire.example/atom"], feeds!.Select(feed => feed.Address?.AbsoluteUri));
        Assert.Equal(["News", "Harbour & sea"], feeds![1].Folders);
        Assert.Empty(feeds[3].Folders);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var name = Gen.String[1, 12].Select(text => Bot.Digest.Reading.CleanText.Line(text)).Where(text => text.Length > 0);
        Gen.Select(name, name.Array[0, 3], Gen.Int[1, 9]).Array[0, 6].Sample(all =>
        {
            var feeds = all.Select(one => Made($"https://post.example/{one.Item3}?a=1&b=<", one.Item1, one.Item2)).ToList();

            var read = Opml.Read(Encoding.UTF8.GetBytes(Opml.Write("Ours <&>", feeds, Reader.Now)))!;

            Assert.Equal(Shown(feeds), Shown(read));
        });
    }

    [Fact]
    public void What_is_written_is_OPML_2()
    {
        var text = Opml.Write("Ours", [Made("https://post.example/feed", "Post", ["News"])], Reader.Now);

        var opml = XDocument.Parse(text).Root!;
        Assert.Equal(("opml", "2.0", "Wed, 20 May 2026 08:00:00 GMT"), (opml.Name.LocalName, opml.Attribute("version")!.Value, opml.Element("head")!.Element("dateCreated")!.Value));
        var feed = Assert.Single(Assert.Single(opml.Element("body")!.Elements()).Elements());
        Assert.Equal(("rss", "Post", "https://post.example/feed"), (feed.Attribute("type")!.Value, feed.Attribute("text")!.Value, feed.Attribute("xmlUrl")!.Value));
    }

    [Fact]
    public void What_is_no_list_or_too_large_gives_none()
    {
        Assert.Null(Opml.Read("<rss><channel/></rss>"u8.ToArray()));
        Assert.Null(Opml.Read(new byte[Opml.MostBytes + 1]));
        Assert.Empty(Opml.Read("<opml/>"u8.ToArray())!);
    }

    private static OpmlFeed Made(string address, string title, IReadOnlyList<string> folders) => new(address, new Uri(address), title, folders);

    private static List<string> Shown(IEnumerable<OpmlFeed> feeds) =>
        [.. feeds.Select(feed => $"{string.Join('/', feed.Folders)}|{feed.Title}|{feed.Address?.AbsoluteUri}").Order(StringComparer.Ordinal)];
}
