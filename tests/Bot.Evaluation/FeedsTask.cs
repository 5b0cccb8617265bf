using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Digest.Reading.Feeds;

namespace Bot.Evaluation;

/// <summary>Feeds: <c>file</c>, <c>path</c> and perhaps <c>headers</c> in; the fields of the feed and of its items out.</summary>
public static class FeedsTask
{
    /// <summary>Where the suites pretend that their files were fetched from.</summary>
    private const string Origin = "http://127.0.0.1:8097/";

    public static void Run(string input, string output)
    {
        var answers = JsonLines.Read(input).ToDictionary(line => line.GetProperty("file").GetString()!, line => (JsonNode?)Answer(line));
        File.WriteAllText(output, new JsonObject(answers).ToJsonString());
    }

    private static JsonObject Answer(JsonElement line)
    {
        var headers = line.TryGetProperty("headers", out var stated) && stated.ValueKind == JsonValueKind.Object ? stated : default;
        var address = new Uri(new Uri(Origin), line.GetProperty("file").GetString());
        var feed = FeedReader.Read(
            File.ReadAllBytes(line.GetProperty("path").GetString()!),
            Header(headers, "content-type"),
            Uri.TryCreate(address, Header(headers, "content-location"), out var location) && location.Scheme is "http" ? location : address);
        return feed is null
            ? new() { ["error"] = "no feed" }
            : new()
            {
                ["feed"] = FieldsOf(feed),
                ["entries"] = new JsonArray([.. feed.Items.Select(FieldsOf)]),
            };
    }

    private static string? Header(JsonElement headers, string name) =>
        headers.ValueKind == JsonValueKind.Object && headers.TryGetProperty(name, out var value) ? value.GetString()?.TrimEnd(';') : null;

    private static JsonObject FieldsOf(Feed feed) => new()
    {
        ["id"] = feed.Id,
        ["title"] = feed.PrintedTitle?.Value,
        ["subtitle"] = feed.Description?.Value,
        ["link"] = feed.Home?.OriginalString,
        ["author"] = Shown(feed.Author),
        ["author_name"] = feed.Author?.Name,
        ["author_email"] = feed.Author?.Mail,
        ["published"] = Shown(feed.Published),
        ["updated"] = Shown(feed.Updated),
        ["tag"] = feed.Categories.Count > 0 ? feed.Categories[0] : null,
    };

    /// <summary>The suites take the longer text for the summary where an item has no other.</summary>
    private static JsonObject FieldsOf(FeedItem item) => new()
    {
        ["id"] = item.Id,
        ["title"] = item.PrintedTitle?.Value,
        ["summary"] = (item.Summary ?? item.Content)?.Value,
        ["content"] = (item.Content ?? item.Summary)?.Value,
        ["link"] = item.Address?.OriginalString,
        ["author"] = Shown(item.Author),
        ["author_name"] = item.Author?.Name,
        ["author_email"] = item.Author?.Mail,
        ["published"] = Shown(item.Published),
        ["updated"] = Shown(item.Updated),
        ["tag"] = item.Categories.Count > 0 ? item.Categories[0] : null,
        ["enclosure_url"] = item.Enclosures.Count > 0 ? item.Enclosures[0].Address.OriginalString : null,
        ["enclosure_type"] = item.Enclosures.Count > 0 ? item.Enclosures[0].Type : null,
        ["enclosure_length"] = item.Enclosures.Count > 0 ? item.Enclosures[0].Length?.ToString(CultureInfo.InvariantCulture) : null,
    };

    private static string? Shown(FeedAuthor? author) =>
        author is { Name: { } name, Mail: { } mail } ? $"{name} ({mail})" : author?.Name ?? author?.Mail;

    private static string? Shown(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
