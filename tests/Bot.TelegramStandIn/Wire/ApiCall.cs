using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Wire;

/// <summary>A file that came with a request.</summary>
public sealed record SentFile(string Name, byte[] Content);

/// <summary>One request of the bot.</summary>
/// <param name="Method">As the specification spells it; as it was sent when it is unknown.</param>
/// <param name="Encoding">"json", "form", "multipart" or "query".</param>
/// <param name="Fields">What was sent, each of the type that the specification gives it where that could be done.</param>
/// <param name="Files">By the name of their part.</param>
/// <param name="At">When it had come, by the clock of the stand-in.</param>
public sealed record ApiCall(string Method, string Encoding, JsonObject Fields, IReadOnlyDictionary<string, SentFile> Files, DateTimeOffset At)
{
    /// <summary>The chat that it is about, as it was sent; null when it is about none.</summary>
    public string? Chat => Fields["chat_id"]?.ToString();

    public string? Text(string name) => Fields[name]?.GetValueKind() == JsonValueKind.String ? (string?)Fields[name] : Fields[name]?.ToJsonString();

    public long? Number(string name) => Fields[name] is { } value && long.TryParse(value.ToString(), out var number) ? number : null;

    public bool Flag(string name) => Fields[name]?.GetValueKind() == JsonValueKind.True;

    public JsonObject? Object(string name) => Fields[name] as JsonObject;

    public JsonArray? List(string name) => Fields[name] as JsonArray;
}

/// <summary>An answer of the server.</summary>
/// <param name="Status">Of HTTP and in the body alike; 200 when all is well.</param>
/// <param name="Result">What the method gives; null when it was refused.</param>
/// <param name="Description">Why it was refused.</param>
/// <param name="Parameters">What helps after a refusal: when to come again, where the chat is now.</param>
public sealed record ApiAnswer(int Status, JsonNode? Result, string? Description = null, JsonObject? Parameters = null)
{
    public static readonly ApiAnswer True = Ok(JsonValue.Create(true));

    public static ApiAnswer Ok(JsonNode? result) => new(200, result);

    public JsonObject ToWire()
    {
        var wire = new JsonObject { ["ok"] = Status == 200 };
        if (Status == 200)
        {
            wire["result"] = Result?.DeepClone();
            return wire;
        }

        wire["error_code"] = Status;
        wire["description"] = Description;
        if (Parameters is not null)
        {
            wire["parameters"] = Parameters.DeepClone();
        }

        return wire;
    }
}

/// <summary>A request with what became of it.</summary>
/// <param name="Answer">What the server made of it; null when it never came to that.</param>
/// <param name="Mishap">What went wrong on the way; null when nothing did.</param>
public sealed record AnsweredCall(ApiCall Call, ApiAnswer? Answer, Mishap? Mishap);

/// <summary>The server refuses a request. Thrown from wherever it is noticed and turned into an answer in one place.</summary>
internal sealed class RefusalException(int status, string description, JsonObject? parameters = null) : Exception(description)
{
    public ApiAnswer Answer { get; } = new(status, null, description, parameters);

    public static RefusalException Bad(string why) => new(400, $"Bad Request: {why}");

    public static RefusalException Forbidden(string why) => new(403, $"Forbidden: {why}");

    public static RefusalException TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });
}

/// <summary>A rule of the documentation that was not kept.</summary>
/// <param name="Side">"bot" for what was sent, "stand-in" for what was answered.</param>
/// <param name="Path">The field, or "" for the whole.</param>
public sealed record Violation(string Side, string Method, string Path, string Rule)
{
    public override string ToString() => $"{Side} {Method} {Path}: {Rule}";
}
