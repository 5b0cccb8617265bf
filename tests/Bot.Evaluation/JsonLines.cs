using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Evaluation;

/// <summary>JSON lines in and out.</summary>
public static class JsonLines
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<JsonElement> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                using var document = JsonDocument.Parse(line);
                yield return document.RootElement.Clone();
            }
        }
    }

    public static void Write(string path, IEnumerable<JsonObject> lines) =>
        File.WriteAllLines(path, lines.Select(line => line.ToJsonString(_plain)));
}
