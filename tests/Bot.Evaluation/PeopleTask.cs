using System.Text.Json.Nodes;
using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Evaluation;

/// <summary>Who is named: <c>id</c> and <c>text</c> in, each person's full name once out.</summary>
public static class PeopleTask
{
    public static void Run(string input, string output) =>
        JsonLines.Write(output, JsonLines.Read(input).Select(line => new JsonObject
        {
            ["id"] = line.GetProperty("id").GetString(),
            ["people"] = new JsonArray([.. Names(line.GetProperty("text").GetString()!)]),
        }));

    private static IEnumerable<JsonNode> Names(string text) =>
        PeopleFinder.Find(TextAnalysis.Of(text)).People.Select(person => (JsonNode)person.Name);
}
