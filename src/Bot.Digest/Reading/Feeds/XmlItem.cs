using System.Globalization;

namespace Bot.Digest.Reading.Feeds;

/// <summary>An item of RSS, RDF or Atom.</summary>
internal static class XmlItem
{
    private const int MostCategories = 32;
    private const int MostEnclosures = 16;

    public static FeedItem Of(FeedElement item, FeedTexts texts)
    {
        var media = item.First("media:group") ?? item.First("media:content");
        var title = texts.First(item, "title", "dc:title", "media:title", "itunes:title") ?? (media is null ? null : texts.First(media, "media:title"));
        var identifier = item.FirstOf("guid", "id", "dc:identifier");
        var (summary, content) = TextsOf(item, media, texts);
        return new FeedItem
        {
            Id = identifier?.Text ?? item.Attribute("rdf:about") ?? item.Attribute("ref"),
            IdIsAddress = identifier?.Key == "guid" && FeedLink.IsAddress(identifier),
            Address = FeedLink.Of(item) ?? FeedLink.OfIdentifier(item) ?? FeedAddress.Of(item.Attribute("rdf:about"), item.Origin),
            Title = TitleOf(title),
            PrintedTitle = title,
            Author = FeedAuthors.Of(item),
            Published = FeedDates.Published(item),
            Updated = FeedDates.Updated(item) ?? FeedDates.Parse(item.Attribute("when")),
            Summary = summary,
            Content = content,
            Image = ImageOf(item, media),
            Language = item.FirstOf("dc:language", "language")?.Text ?? item.Language,
            Categories = CategoriesOf(item),
            Enclosures = EnclosuresOf(item),
            IsWithdrawn = item.Key == "at:deleted-entry",
        };
    }

    public static string? TitleOf(FeedText? printed) =>
        printed?.Line is { Length: > 0 } line ? Titles.Limited(line) : null;

    public static IReadOnlyList<string> CategoriesOf(FeedElement element)
    {
        var stated = element.Children
            .Where(child => child.Key is "category" or "dc:subject" or "itunes:category")
            .Select(child => child.Attribute("term") ?? child.Attribute("text") ?? child.Text);
        var keywords = element.First("itunes:keywords")?.Text.Split(',') ?? [];
        var clean = stated.Concat(keywords).Take(MostCategories).Select(word => Titles.Limited(CleanText.Line(MarkupWords.Of(word))));
        return [.. clean.Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>RSS 2.0 has one text, which is a summary wherever there is a longer one beside it.</summary>
    private static (FeedText? Summary, FeedText? Content) TextsOf(FeedElement item, FeedElement? media, FeedTexts texts)
    {
        var content = texts.First(item, "content:encoded", "content", "xhtml:body", "body", "fullitem");
        var description = texts.First(item, "description");
        var summary = texts.First(item, "summary") ?? description ?? texts.First(item, "abstract", "itunes:summary", "dc:description", "media:description")
            ?? (media is null ? null : texts.First(media, "media:description"));
        return (summary, content ?? (summary == description ? null : description));
    }

    private static Uri? ImageOf(FeedElement item, FeedElement? media)
    {
        var thumbnail = item.First("media:thumbnail") ?? media?.First("media:thumbnail");
        var picture = item.Children.Concat(media?.Children ?? []).FirstOrDefault(child => child.Key == "media:content" && (child.Attribute("medium") is "image" || IsPicture(child.Attribute("type"))));
        var image = item.First("image");
        return FeedAddress.Of((thumbnail ?? picture)?.Attribute("url"), item.Origin)
            ?? FeedAddress.Of(item.FirstOf("itunes:image", "googleplay:image")?.Attribute("href"), item.Origin)
            ?? FeedAddress.Of(image?.First("url")?.Text ?? image?.Text, item.Origin)
            ?? EnclosuresOf(item).Find(enclosure => IsPicture(enclosure.Type))?.Address;
    }

    private static bool IsPicture(string? type) => type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static List<FeedEnclosure> EnclosuresOf(FeedElement item)
    {
        var found = new List<FeedEnclosure>();
        foreach (var child in item.Children)
        {
            var target = child.Key == "enclosure" ? child.Attribute("url") ?? child.Attribute("href")
                : child.Key == "link" && child.Attribute("rel") == "enclosure" ? child.Attribute("href")
                : null;
            if (found.Count < MostEnclosures && FeedAddress.Of(target, child.Origin) is { } address)
            {
                var isCounted = long.TryParse(child.Attribute("length"), CultureInfo.InvariantCulture, out var length);
                found.Add(new(address, child.Attribute("type"), isCounted && length >= 0 ? length : null));
            }
        }

        return found;
    }
}
