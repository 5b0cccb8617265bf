using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Digest.Language;
using Bot.Digest.Summaries;

namespace Bot.Evaluation;

/// <summary>
/// Summaries: <c>id</c>, <c>document</c> and perhaps <c>headline</c> in, <c>summary</c> out. Those with a headline are measured at
/// 60 words, where the last sentence is cut; the others at three sentences.
/// </summary>
public static class SummariesTask
{
    private const int MostWords = 60;

    private static readonly SummaryLength _words = new(int.MaxValue, MostWords);
    private static readonly SummaryLength _sentences = new(3, int.MaxValue);

    public static void Run(string input, string output) => JsonLines.Write(output, JsonLines.Read(input).Select(Answer));

    private static JsonObject Answer(JsonElement line)
    {
        var text = line.GetProperty("document").GetString()!;
        var title = line.TryGetProperty("headline", out var headline) ? headline.GetString() : null;
        var picked = Summariser.Summarise(TextAnalysis.Of(text), title ?? "", title is null ? _sentences : _words);
        var words = picked.SelectMany(span => span.In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new JsonObject
        {
            ["id"] = line.GetProperty("id").ToString(),
            ["summary"] = string.Join(' ', title is null ? words : words.Take(MostWords)),
        };
    }
}
