using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Digest.Chat;

/// <summary>
/// A reply as one line of JSON, for programs; docs/operating.md describes it. Text is raw: whoever shows it escapes it.
/// </summary>
public static class ReplyJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Reply reply)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("kind", NameOf(reply.Kind));
            WritePage(json, reply.Page);
            WriteList(json, "blocks", reply.Blocks, WriteBlock);
            WriteList(json, "buttons", reply.Buttons, WriteRow);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WritePage(Utf8JsonWriter json, PageNumber? page)
    {
        if (page is not { } shown)
        {
            return;
        }

        json.WriteStartObject("page");
        json.WriteNumber("number", shown.Number);
        json.WriteNumber("count", shown.Count);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, Block block)
    {
        json.WriteStartObject();
        json.WriteString("type", NameOf(block));
        switch (block)
        {
            case Heading heading:
                WriteText(json, "text", heading.Text);
                WriteText(json, "aside", heading.Aside);
                break;
            case Section section:
                WriteText(json, "text", section.Text);
                break;
            case Paragraph paragraph:
                WriteText(json, "text", paragraph.Text);
                break;
            case Note note:
                WriteText(json, "text", note.Text);
                break;
            case Quotation quotation:
                WriteText(json, "words", quotation.Words);
                WriteText(json, "source", quotation.Source);
                WriteText(json, "context", quotation.Context);
                break;
            case Entry entry:
                WriteText(json, "label", entry.Label);
                WriteText(json, "text", entry.Text);
                WriteText(json, "detail", entry.Detail);
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, RichText? text)
    {
        if (text is not null)
        {
            WriteList(json, name, text, WriteNode);
        }
    }

    private static void WriteNode(Utf8JsonWriter json, Inline node)
    {
        json.WriteStartObject();
        json.WriteString("type", NameOf(node));
        json.WriteString("text", node.Text);
        if (node is Link link)
        {
            json.WriteString("address", link.Address.AbsoluteUri);
        }
        else if (node is CommandLink command)
        {
            json.WriteString("command", command.Command);
        }

        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<Button> row)
    {
        json.WriteStartArray();
        foreach (var button in row)
        {
            json.WriteStartObject();
            json.WriteString("label", button.Label);
            json.WriteString("command", button.Command);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    /// <summary>The name of a type of block or node as the JSON has it: "commandLink".</summary>
    internal static string NameOf(Type type) => JsonNamingPolicy.CamelCase.ConvertName(type.Name);

    private static string NameOf(object thing) =>
        thing is Enum kind ? JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) : NameOf(thing.GetType());
}
