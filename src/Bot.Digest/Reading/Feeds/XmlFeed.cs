namespace Bot.Digest.Reading.Feeds;

/// <summary>RSS, RDF and Atom: one vocabulary, since feeds mix them.</summary>
internal static class XmlFeed
{
    public static Feed Of(FeedDocument document)
    {
        var head = document.Head;
        var texts = new FeedTexts(document.Root is "feed" or "entry");
        var title = texts.First(head, "title", "dc:title", "itunes:title", "media:title");
        return new Feed
        {
            Format = document.Root switch { "feed" or "entry" => FeedFormat.Atom, "rdf:rdf" => FeedFormat.Rdf, _ => FeedFormat.Rss },
            Id = head.FirstOf("id", "guid", "dc:identifier")?.Text ?? head.Attribute("rdf:about"),
            Title = XmlItem.TitleOf(title),
            PrintedTitle = title,
            Description = texts.First(head, "description", "subtitle", "tagline", "info", "summary", "itunes:summary", "dc:description", "itunes:subtitle"),
            Home = FeedLink.Of(head),
            Language = head.FirstOf("language", "dc:language")?.Text ?? head.Language,
            Author = FeedAuthors.Of(head),
            Image = ImageOf(head),
            Published = FeedDates.Published(head),
            Updated = FeedDates.Updated(head),
            Categories = XmlItem.CategoriesOf(head),
            Items = [.. document.Items.Select(item => XmlItem.Of(item, texts))],
            ItemsLeftOut = document.ItemsLeftOut,
            Timing = XmlTiming.Of(head),
        };
    }

    private static Uri? ImageOf(FeedElement head)
    {
        var image = head.First("image");
        var stated = image?.First("url") ?? image ?? head.FirstOf("logo", "icon");
        return FeedAddress.Of(stated?.Text, stated?.Origin)
            ?? FeedAddress.Of(head.FirstOf("itunes:image", "googleplay:image")?.Attribute("href"), head.Origin);
    }
}
