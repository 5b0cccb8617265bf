using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>Requests in a form in which those of two bots can be laid side by side: what each says in its own words, and ids, are left out.</summary>
internal static class Requests
{
    private static readonly string[] OwnWords = ["text", "caption", "message_text", "title", "description", "url", "id", "callback_data", "command", "switch_inline_query", "switch_inline_query_current_chat"];

    public static KeptRequests Kept { get; } = new("tests/Bot.TelegramStandIn.Tests/CrossCheck", "grammy.txt");

    /// <summary>A line for each request; of those for updates the first alone.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<(string Step, ApiCall Call)> calls) =>
    [
        .. calls.Where((call, index) => call.Call.Method != "getUpdates" || calls.Take(index).All(earlier => earlier.Call.Method != "getUpdates"))
            .Select(call => $"{call.Step}: {call.Call.Method} {Fields(call.Call.Fields)}".TrimEnd()),
    ];

    private static string Fields(JsonObject fields) =>
        string.Join(' ', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={Shape(field.Key, field.Value)}"));

    private static string Shape(string name, JsonNode? value) => value switch
    {
        JsonObject fields => $"{{{Fields(fields)}}}",
        // How many there are of a kind is the bot's own affair.
        JsonArray items => $"[{string.Join(' ', items.Select(item => Shape(name, item)).Distinct(StringComparer.Ordinal))}]",
        _ when OwnWords.Contains(name, StringComparer.Ordinal) => "…",
        // Its case means nothing to the server.
        _ when name == "parse_mode" => $"{value}".ToUpperInvariant(),
        _ when name.EndsWith("_id", StringComparison.Ordinal) || name is "offset" or "document" => "#",
        _ => value?.ToJsonString() ?? "null",
    };
}
