using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Digest.Stories;

namespace Bot.Evaluation;

/// <summary>Whether one text is an edited copy of another: <c>id</c>, <c>a</c> and <c>b</c> in, <c>duplicate</c> out.</summary>
public static class NearDuplicatesTask
{
    public static void Run(string input, string output) =>
        JsonLines.Write(output, JsonLines.Read(input).Select(line => new JsonObject
        {
            ["id"] = line.GetProperty("id").GetString(),
            ["duplicate"] = Fingerprint(line, "a") is { } one && Fingerprint(line, "b") is { } other && one.IsCopyOf(other),
        }));

    private static MinHash? Fingerprint(JsonElement line, string text) => MinHash.Of(line.GetProperty(text).GetString()!);
}
