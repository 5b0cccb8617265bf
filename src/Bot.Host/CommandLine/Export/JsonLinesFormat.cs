using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Digest.Ports;

namespace Bot.Host.CommandLine.Export;

/// <summary>An object a line, UTF-8. Every name is there on every line.</summary>
public sealed class JsonLinesFormat(Stream output) : IExportFormat
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new();

    public ValueTask BeginAsync(IEnumerable<string> names, CancellationToken ct) => ValueTask.CompletedTask;

    public async ValueTask WriteAsync(IReadOnlyList<KeyValuePair<string, object?>> values, CancellationToken ct)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, Readable))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
            {
                json.WritePropertyName(name);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        await output.WriteAsync(_line.WrittenMemory, ct);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case long number: json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case IEnumerable<string> texts: WriteList(json, texts); break;
            case IEnumerable<ExportedWords> words: WriteList(json, words); break;
            case IEnumerable<PersonRole> roles: WriteList(json, roles); break;
            case ExportedWords words:
                json.WriteStartObject();
                json.WriteString("text", words.Text);
                json.WriteNumber("start", words.Start);
                json.WriteNumber("end", words.End);
                json.WriteEndObject();
                break;
            case PersonRole role:
                json.WriteStartObject();
                json.WriteString("text", role.Text);
                json.WriteString("as_of", role.AsOf.ToString("O", CultureInfo.InvariantCulture));
                json.WriteNumber("article", role.Article.Value);
                json.WriteEndObject();
                break;
            default: json.WriteStringValue(CellText.Of(value)); break;
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }
}
