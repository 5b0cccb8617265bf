using System.Text;
using System.Xml;

namespace Bot.Digest.Reading.Feeds;

/// <summary>A feed in an OPML list.</summary>
/// <param name="Printed">Its address as printed.</param>
/// <param name="Address">The same as an address; null where it is none of the web.</param>
/// <param name="Title">Clean text on one line.</param>
/// <param name="Folders">Names of the outlines around it, outermost first.</param>
public sealed record OpmlFeed(string Printed, Uri? Address, string? Title, IReadOnlyList<string> Folders);

/// <summary>Lists of feeds as reading programs exchange them: OPML 1.0 and 2.0.</summary>
public static class Opml
{
    /// <summary>Larger lists are refused.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Feeds that are taken from one list.</summary>
    public const int MostFeeds = 10_000;

    private const int DeepestFolder = 16;

    /// <summary>The feeds of a list, in its order; null when the bytes are none or too many. Never throws.</summary>
    public static IReadOnlyList<OpmlFeed>? Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return null;
        }

        var tokens = new FeedTokens(Charset.Decode(bytes));
        var (feeds, folders, isList) = (new List<OpmlFeed>(), new Folders(), false);
        while (tokens.Next() && feeds.Count < MostFeeds)
        {
            var name = tokens.Span;
            isList |= tokens.Kind is FeedTokenKind.Open && name.Equals("opml", StringComparison.OrdinalIgnoreCase);
            if (!name.Equals("outline", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (tokens.Kind is FeedTokenKind.Open)
            {
                AddOutline(tokens, feeds, folders);
            }
            else if (tokens.Kind is FeedTokenKind.Close)
            {
                folders.Leave();
            }
        }

        return isList || feeds.Count > 0 ? feeds : null;
    }

    /// <summary>A list in OPML 2.0.</summary>
    /// <param name="created">The moment of writing.</param>
    public static string Write(string title, IEnumerable<OpmlFeed> feeds, DateTimeOffset created)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new() { Indent = true, OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("opml");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteStartElement("head");
            writer.WriteElementString("title", CleanText.Line(title));
            writer.WriteElementString("dateCreated", created.ToUniversalTime().ToString("r"));
            writer.WriteEndElement();
            writer.WriteStartElement("body");
            WriteLevel(writer, [.. feeds.Where(feed => feed.Address is not null)], depth: 0);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void AddOutline(FeedTokens tokens, List<OpmlFeed> feeds, Folders folders)
    {
        var title = CleanText.Line(tokens.Attribute("title") is { Length: > 0 } stated ? stated : tokens.Attribute("text"));
        title = Titles.Limited(title);
        var printed = tokens.Attribute("xmlUrl") ?? (tokens.Attribute("type") is "rss" or "atom" or "feed" ? tokens.Attribute("url") : null);
        if (!string.IsNullOrWhiteSpace(printed))
        {
            feeds.Add(new(printed, FeedAddress.Of(printed, origin: null), title.Length > 0 ? title : null, folders.Path));
        }

        if (!tokens.IsEmpty)
        {
            folders.Enter(printed is null ? title : "");
        }
    }

    /// <summary>The feeds that stand right here, then a folder after the other.</summary>
    private static void WriteLevel(XmlWriter writer, List<OpmlFeed> feeds, int depth)
    {
        foreach (var feed in feeds.Where(feed => feed.Folders.Count <= depth))
        {
            WriteFeed(writer, feed);
        }

        foreach (var folder in feeds.Where(feed => feed.Folders.Count > depth).GroupBy(feed => CleanText.Line(feed.Folders[depth]), StringComparer.Ordinal))
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("text", folder.Key);
            if (depth < DeepestFolder)
            {
                WriteLevel(writer, [.. folder], depth + 1);
            }

            writer.WriteEndElement();
        }
    }

    private static void WriteFeed(XmlWriter writer, OpmlFeed feed)
    {
        var (address, title) = (feed.Address!.AbsoluteUri, CleanText.Line(feed.Title));
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("type", "rss");
        writer.WriteAttributeString("text", title.Length > 0 ? title : address);
        writer.WriteAttributeString("xmlUrl", address);
        writer.WriteEndElement();
    }

    /// <summary>The outlines that are open; those without a name, and feeds with outlines inside, are no folders.</summary>
    private sealed class Folders
    {
        private readonly List<string> _open = [];
        private int _tooDeep;

        public IReadOnlyList<string> Path => [.. _open.Where(name => name.Length > 0)];

        public void Enter(string name)
        {
            if (_open.Count < DeepestFolder)
            {
                _open.Add(name);
            }
            else
            {
                _tooDeep++;
            }
        }

        public void Leave()
        {
            if (_tooDeep > 0)
            {
                _tooDeep--;
            }
            else if (_open.Count > 0)
            {
                _open.RemoveAt(_open.Count - 1);
            }
        }
    }
}
