using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>What the page's JSON-LD says of its article (schema.org Article and its kinds), null where it says nothing.</summary>
internal sealed record LinkedData
{
    private const int LongestScript = 1_000_000;
    private const int DeepestNesting = 32;
    private const int MostNodes = 2_000;
    private const int MostNames = 50;

    private static readonly HashSet<string> PageTypes = new(StringComparer.OrdinalIgnoreCase) { "WebPage", "ItemPage", "Recipe", "Product", "VideoObject", "CreativeWork" };

    public string? Headline { get; private init; }

    public string? Author { get; private init; }

    public string? Published { get; private init; }

    public string? Modified { get; private init; }

    public string? Publisher { get; private init; }

    public string? Url { get; private init; }

    public string? Image { get; private init; }

    public static LinkedData Of(IHtmlDocument page)
    {
        LinkedData? ofPage = null;
        foreach (var script in page.Scripts)
        {
            if (script.Type?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) != true || script.Text.Length > LongestScript)
            {
                continue;
            }

            using var json = Parse(script.Text);
            if (json is null)
            {
                continue;
            }

            var nodes = Nodes(json.RootElement);
            if (nodes.Find(node => TypeOf(node, IsArticle)) is { ValueKind: JsonValueKind.Object } article)
            {
                return OfNode(article, nodes);
            }

            ofPage ??= nodes.Find(node => TypeOf(node, PageTypes.Contains)) is { ValueKind: JsonValueKind.Object } other ? OfNode(other, nodes) : null;
        }

        return ofPage ?? new LinkedData();
    }

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Posting", StringComparison.OrdinalIgnoreCase)
        || type is "Report" or "Review" or "OpinionPiece" or "ReportageNewsArticle";

    /// <summary>Pages wrap the data in comments and leave raw line breaks in its strings; both are forgiven.</summary>
    private static JsonDocument? Parse(string script)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestNesting };
        foreach (var text in (ReadOnlySpan<string>)[script, WithoutControls(script)])
        {
            try
            {
                return JsonDocument.Parse(text, options);
            }
            catch (JsonException)
            {
                // Not valid as it stands: the repaired form is tried, and then the page's other sources speak.
            }
        }

        return null;
    }

    private static string WithoutControls(string script)
    {
        var clean = new StringBuilder(script.Length);
        foreach (var c in script)
        {
            clean.Append(char.IsControl(c) ? ' ' : c);
        }

        var text = clean.ToString().Trim();
        var isList = text.StartsWith('[');
        var (start, end) = (text.IndexOf(isList ? '[' : '{', StringComparison.Ordinal), text.LastIndexOf(isList ? ']' : '}'));
        return start >= 0 && end > start ? text[start..(end + 1)] : text;
    }

    private static List<JsonElement> Nodes(JsonElement root)
    {
        var nodes = new List<JsonElement>();
        var waiting = new Queue<JsonElement>([root]);
        while (nodes.Count < MostNodes && waiting.TryDequeue(out var node))
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                {
                    waiting.Enqueue(item);
                }
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                nodes.Add(node);
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (node.TryGetProperty(name, out var inner))
                    {
                        waiting.Enqueue(inner);
                    }
                }
            }
        }

        return nodes;
    }

    private static bool TypeOf(JsonElement node, Func<string, bool> fits) =>
        node.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.String ? fits(type.GetString()!)
            : type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && fits(one.GetString()!)));

    private static LinkedData OfNode(JsonElement node, List<JsonElement> nodes) => new()
    {
        Headline = String(node, "headline") ?? String(node, "name"),
        Author = node.TryGetProperty("author", out var author) ? Names(author, nodes) : node.TryGetProperty("creator", out var creator) ? Names(creator, nodes) : null,
        Published = String(node, "datePublished") ?? String(node, "dateCreated") ?? String(node, "uploadDate"),
        Modified = String(node, "dateModified"),
        Publisher = node.TryGetProperty("publisher", out var publisher) ? Names(publisher, nodes) : null,
        Url = String(node, "url"),
        Image = node.TryGetProperty("image", out var image) ? Picture(image) : null,
    };

    /// <summary>An address, an ImageObject, or a list of either.</summary>
    private static string? Picture(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.Object => String(value, "url") ?? String(value, "contentUrl"),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind is not JsonValueKind.Array => Picture(value[0]),
        _ => null,
    };

    private static string? Names(JsonElement value, List<JsonElement> nodes)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Array:
                var names = value.EnumerateArray().Take(MostNames).Select(one => Names(one, nodes)).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().ToList();
                return names.Count == 0 ? null : string.Join("; ", names);
            case JsonValueKind.Object:
                return String(value, "name") ?? (String(value, "@id") is { } id ? Referred(id, nodes) : null);
            default:
                return null;
        }
    }

    private static string? Referred(string id, List<JsonElement> nodes) =>
        nodes.Where(node => String(node, "@id") == id).Select(node => String(node, "name")).FirstOrDefault(name => name is not null);

    private static string? String(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out var value))
        {
            return null;
        }

        return Text(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value);
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half a surrogate pair, which JSON can write and text cannot hold.
        }
    }
}
