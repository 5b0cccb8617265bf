using System.Text.Json;

namespace Bot.Digest.Reading.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    /// <summary>A feed is five deep; extensions may add some.</summary>
    private const int DeepestNesting = 32;

    public static Feed? Read(string text, Uri? address)
    {
        try
        {
            using var json = JsonDocument.Parse(
                text.AsMemory().Trim(" \t\r\n\0\uFEFF"),
                new() { MaxDepth = DeepestNesting, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var feed = new JsonFields(json.RootElement, address);
            return feed.Text("version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) == true || feed.Elements("items").Any() ? Of(feed) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Feed Of(JsonFields feed)
    {
        var items = feed.Elements("items").Select(ItemOf).ToList();
        var kept = items.Count <= FeedReader.MostItems ? items
            : items.Index().OrderByDescending(item => item.Item.Date).Take(FeedReader.MostItems).OrderBy(item => item.Index).Select(item => item.Item).ToList();
        var title = Plain(feed.Text("title"));
        return new Feed
        {
            Format = FeedFormat.Json,
            Id = feed.Text("feed_url"),
            Title = XmlItem.TitleOf(title),
            PrintedTitle = title,
            Description = Plain(feed.Text("description")),
            Home = feed.Address("home_page_url"),
            Language = feed.Text("language"),
            Author = AuthorOf(feed),
            Image = feed.Address("icon") ?? feed.Address("favicon"),
            Items = kept,
            ItemsLeftOut = items.Count - kept.Count,
        };
    }

    private static FeedItem ItemOf(JsonFields item)
    {
        var title = Plain(item.Text("title"));
        var content = Html(item.Text("content_html")) ?? Plain(item.Text("content_text"));
        var summary = Plain(item.Text("summary"));
        return new FeedItem
        {
            Id = item.Text("id"),
            Address = item.Address("url") ?? item.Address("external_url") ?? FeedAddress.Of(item.Text("id"), origin: null),
            Title = XmlItem.TitleOf(title),
            PrintedTitle = title,
            Author = AuthorOf(item),
            Published = FeedDates.Parse(item.Text("date_published")),
            Updated = FeedDates.Parse(item.Text("date_modified")),
            Summary = summary ?? content,
            Content = summary is null ? null : content,
            Image = item.Address("image") ?? item.Address("banner_image"),
            Language = item.Text("language"),
            Categories = item.Words("tags"),
            Enclosures = [.. item.Elements("attachments").Select(EnclosureOf).OfType<FeedEnclosure>()],
        };
    }

    private static FeedEnclosure? EnclosureOf(JsonFields attachment) =>
        attachment.Address("url") is { } address ? new(address, attachment.Text("mime_type"), attachment.Number("size_in_bytes")) : null;

    /// <summary>Version 1.1 has several authors, version 1.0 has one.</summary>
    private static FeedAuthor? AuthorOf(JsonFields holder)
    {
        var names = holder.Elements("authors").Concat(holder.Elements("author")).Select(author => CleanText.Line(author.Text("name")))
            .Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);
        var joined = Titles.Limited(string.Join(", ", names));
        return joined.Length > 0 ? new(joined, null) : null;
    }

    private static FeedText? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text.Trim(), IsMarkup: false);

    private static FeedText? Html(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text.Trim(), IsMarkup: true);
}
