using System.Text.Json;

namespace Bot.Digest.Chat;

/// <summary>Reads what <see cref="ReplyJson"/> wrote: the same reply, for one that is kept and shown later.</summary>
public static class ReplyJsonReader
{
    /// <summary>The reply that a line of JSON tells of.</summary>
    /// <exception cref="JsonException">It is no JSON, or not of a reply.</exception>
    public static Reply Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var reply = document.RootElement;
            return new Reply
            {
                Kind = Enum.Parse<ReplyKind>(TextOf(reply, "kind"), ignoreCase: true),
                Blocks = [.. reply.GetProperty("blocks").EnumerateArray().Select(BlockOf)],
                Buttons = [.. reply.GetProperty("buttons").EnumerateArray().Select(RowOf)],
                Page = reply.TryGetProperty("page", out var page)
                    ? new PageNumber(page.GetProperty("number").GetInt32(), page.GetProperty("count").GetInt32())
                    : null,
            };
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new JsonException($"It is not the JSON of a reply: {error.Message}", error);
        }
    }

    private static Block BlockOf(JsonElement block) => TextOf(block, "type") switch
    {
        "heading" => new Heading(Rich(block, "text"), Maybe(block, "aside")),
        "section" => new Section(Rich(block, "text")),
        "paragraph" => new Paragraph(Rich(block, "text")),
        "note" => new Note(Rich(block, "text")),
        "quotation" => new Quotation(Rich(block, "words"), Rich(block, "source"), Maybe(block, "context")),
        "entry" => new Entry(Maybe(block, "label"), Rich(block, "text"), Maybe(block, "detail")),
        var other => throw new JsonException($"There is no block {other}."),
    };

    private static Inline NodeOf(JsonElement node)
    {
        var text = TextOf(node, "text");
        return TextOf(node, "type") switch
        {
            "plain" => new Plain(text),
            "strong" => new Strong(text),
            "emphasis" => new Emphasis(text),
            "highlight" => new Highlight(text),
            "subtle" => new Subtle(text),
            "code" => new Code(text),
            "link" => new Link(text, new Uri(TextOf(node, "address"))),
            "commandLink" => new CommandLink(text, TextOf(node, "command")),
            var other => throw new JsonException($"There is no node {other}."),
        };
    }

    private static IReadOnlyList<Button> RowOf(JsonElement row) =>
        [.. row.EnumerateArray().Select(button => new Button(TextOf(button, "label"), TextOf(button, "command")))];

    private static RichText Rich(JsonElement block, string name) =>
        RichText.Create([.. block.GetProperty(name).EnumerateArray().Select(NodeOf)]);

    private static RichText? Maybe(JsonElement block, string name) => block.TryGetProperty(name, out _) ? Rich(block, name) : null;

    private static string TextOf(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null.");
}
