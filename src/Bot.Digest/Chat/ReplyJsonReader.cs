using System.Text.Json;

namespace Bot.Digest.Chat;

/// <summary>Reads what <see cref="ReplyJson"/> wrote: the same reply, for one that is kept and shown later.</summary>
public static class ReplyJsonReader
{
    private static readonly Dictionary<string, Func<JsonElement, Block>> _blocks = new(StringComparer.Ordinal)
    {
        [ReplyJson.NameOf(typeof(Heading))] = block => new Heading(Rich(block, "text"), Maybe(block, "aside")),
        [ReplyJson.NameOf(typeof(Section))] = block => new Section(Rich(block, "text")),
        [ReplyJson.NameOf(typeof(Paragraph))] = block => new Paragraph(Rich(block, "text")),
        [ReplyJson.NameOf(typeof(Note))] = block => new Note(Rich(block, "text")),
        [ReplyJson.NameOf(typeof(Quotation))] = block => new Quotation(Rich(block, "words"), Rich(block, "source"), Maybe(block, "context")),
        [ReplyJson.NameOf(typeof(Entry))] = block => new Entry(Maybe(block, "label"), Rich(block, "text"), Maybe(block, "detail")),
    };

    private static readonly Dictionary<string, Func<string, JsonElement, Inline>> _nodes = new(StringComparer.Ordinal)
    {
        [ReplyJson.NameOf(typeof(Plain))] = (text, _) => new Plain(text),
        [ReplyJson.NameOf(typeof(Strong))] = (text, _) => new Strong(text),
        [ReplyJson.NameOf(typeof(Emphasis))] = (text, _) => new Emphasis(text),
        [ReplyJson.NameOf(typeof(Highlight))] = (text, _) => new Highlight(text),
        [ReplyJson.NameOf(typeof(Subtle))] = (text, _) => new Subtle(text),
        [ReplyJson.NameOf(typeof(Code))] = (text, _) => new Code(text),
        [ReplyJson.NameOf(typeof(Link))] = (text, node) => new Link(text, new Uri(TextOf(node, "address"))),
        [ReplyJson.NameOf(typeof(CommandLink))] = (text, node) => new CommandLink(text, TextOf(node, "command")),
    };

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
                Blocks = [.. reply.GetProperty("blocks").EnumerateArray().Select(block => _blocks[TextOf(block, "type")](block))],
                Buttons = [.. reply.GetProperty("buttons").EnumerateArray().Select(RowOf)],
                Page = reply.TryGetProperty("page", out var page)
                    ? new PageNumber(page.GetProperty("number").GetInt32(), page.GetProperty("count").GetInt32())
                    : null,
            };
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new JsonException(null, error);
        }
    }

    private static Inline NodeOf(JsonElement node) => _nodes[TextOf(node, "type")](TextOf(node, "text"), node);

    private static IReadOnlyList<Button> RowOf(JsonElement row) =>
        [.. row.EnumerateArray().Select(button => new Button(TextOf(button, "label"), TextOf(button, "command")))];

    private static RichText Rich(JsonElement block, string name) =>
        RichText.Create([.. block.GetProperty(name).EnumerateArray().Select(NodeOf)]);

    private static RichText? Maybe(JsonElement block, string name) => block.TryGetProperty(name, out _) ? Rich(block, name) : null;

    private static string TextOf(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException(name);
}
