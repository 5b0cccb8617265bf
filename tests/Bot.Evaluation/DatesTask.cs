using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Digest.Language;
using Bot.Digest.Language.Dates;

namespace Bot.Evaluation;

/// <summary>Time expressions: <c>id</c>, <c>ref</c> (publication day, perhaps with a time) and <c>text</c> in, TIMEX3 out.</summary>
public static class DatesTask
{
    public static void Run(string input, string output) =>
        JsonLines.Write(output, JsonLines.Read(input).Select(line => Answer(
            line.GetProperty("id").GetString()!, line.GetProperty("ref").GetString()!, line.GetProperty("text").GetString()!)));

    private static JsonObject Answer(string id, string published, string text)
    {
        var day = DateOnly.ParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var offsets = new CodePoints(text);
        var found = DateTagger.Read(TextAnalysis.Of(text), day).Select(date => (JsonNode)new JsonObject
        {
            ["start"] = offsets.At(date.Span.Start),
            ["end"] = offsets.At(date.Span.End),
            ["type"] = date.Kind.ToString().ToUpperInvariant(),
            ["value"] = date.Value,
            ["rule"] = date.Rule,
        });
        return new JsonObject { ["id"] = id, ["timex"] = new JsonArray([.. found]) };
    }
}
