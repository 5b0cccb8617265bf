using System.Text.Json;

namespace Bot.DiscordStandIn.Tests.CrossCheck;

/// <summary>Requests in a form in which those of two bots can be laid side by side: what each says in its own words, and ids, are left out.</summary>
internal static class Requests
{
    private static readonly string[] OwnWords =
    [
        "content", "title", "description", "name", "value", "label", "custom_id", "url", "text", "filename", "color", "description_localizations", "name_localizations", "choices",
    ];

    /// <summary>A line for each request.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<(string Step, Rest.RestRequest Request)> requests) =>
        [.. requests.Select(one => $"{one.Step}: {one.Request.Route} {Body(one.Request)}{(one.Request.Files.Count > 0 ? " + a file" : "")}".TrimEnd())];

    private static string Body(Rest.RestRequest request) => request.Body is { } body ? Shape("", body) : "";

    private static string Shape(string name, JsonElement value) => value.ValueKind switch
    {
        _ when OwnWords.Contains(name, StringComparer.Ordinal) => "…",
        // What is false, nothing or null need not be said, which one library does and another does not.
        JsonValueKind.Object => $"{{{string.Join(' ', value.EnumerateObject().Where(field => !IsDefault(field.Value)).OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}={Shape(field.Name, field.Value)}"))}}}",
        // How many there are of a kind is the bot's own affair.
        JsonValueKind.Array => $"[{string.Join(' ', value.EnumerateArray().Select(item => Shape(name, item)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}]",
        _ when name is "id" or "nonce" => "#",
        _ => value.GetRawText(),
    };

    private static bool IsDefault(JsonElement value) => value.ValueKind is JsonValueKind.False or JsonValueKind.Null || (value.ValueKind == JsonValueKind.Number && value.GetRawText() == "0");
}
