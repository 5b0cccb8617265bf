using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Digest.Language;
using Bot.Digest.Ports;
using Bot.Digest.Timelines;

namespace Bot.Evaluation;

/// <summary>
/// Timelines: a topic's articles (sentences already cut, a day each) and for each timeline its name, bounds and size in;
/// its days with their sentences out.
/// </summary>
public static class TimelinesTask
{
    public static void Run(string input, string output) => JsonLines.Write(output, JsonLines.Read(input).SelectMany(Answers));

    private static IEnumerable<JsonObject> Answers(JsonElement topic)
    {
        var events = topic.GetProperty("articles").EnumerateArray().SelectMany(Events).ToList();
        return topic.GetProperty("timelines").EnumerateArray().Select(asked => Answer(asked, events));
    }

    private static JsonObject Answer(JsonElement asked, List<EventHit> events)
    {
        var (from, to) = (Day(asked.GetProperty("from")), Day(asked.GetProperty("to")));
        var size = new TimelineSize(asked.GetProperty("dates").GetInt32(), asked.GetProperty("sentences_per_date").GetInt32());
        var within = events.FindAll(one => one.Precision == DatePrecision.Day && one.From >= from && one.To <= to);
        var days = TimelineComposer.Compose(within, size).Happened
            .GroupBy(entry => entry.Told.From, entry => entry.Told.Sentence)
            .Select(day => (JsonNode)new JsonArray(Iso(day.Key), new JsonArray([.. day.Select(sentence => (JsonNode)sentence)])));
        return new JsonObject { ["timeline"] = asked.GetProperty("name").GetString(), ["entries"] = new JsonArray([.. days]) };
    }

    /// <summary>Each sentence is a paragraph of its own, so that it stays whole.</summary>
    private static IEnumerable<EventHit> Events(JsonElement article, int number)
    {
        var published = Day(article.GetProperty("date"));
        var outlet = article.TryGetProperty("source", out var source) ? source.GetString()! : "";
        var text = string.Join('\n', article.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!.ReplaceLineEndings(" ")));
        var citation = new Citation(
            new ArticleId(number), "", outlet, new PublisherId(1), new DateTimeOffset(published, TimeOnly.MinValue, TimeSpan.Zero), Address: null);
        return EventFinder.Find(TextAnalysis.Of(text), published).Select(found => new EventHit(
            found.Sentence.In(text), found.Expression.In(text), found.From, found.To, found.Precision, found.Rule, found.Planned, found.Weight, citation));
    }

    private static DateOnly Day(JsonElement day) => DateOnly.ParseExact(day.GetString()!.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
