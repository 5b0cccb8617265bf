using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Facts;
using Microsoft.Extensions.Primitives;

namespace Bot.DiscordStandIn.Rest;

/// <summary>A request as it was read.</summary>
/// <param name="Client">Its User-Agent.</param>
/// <param name="Body">The JSON of it, also when files came along.</param>
/// <param name="Files">By their number.</param>
internal sealed record RestCall(
    Operation Operation, IReadOnlyDictionary<string, string> Places, IReadOnlyDictionary<string, StringValues> Query, string Client, JsonElement? Body,
    IReadOnlyDictionary<string, PostedFile> Files)
{
    /// <summary>The value of a place of the path.</summary>
    public string this[string place] => Places[place];

    /// <summary>The body, of an operation that has one.</summary>
    public JsonElement Json => Body ?? throw new InvalidOperationException($"{Operation.Name} came without a body.");

    public bool Asks(string query) => Query.TryGetValue(query, out var value) && value == "true";
}

/// <summary>What is answered.</summary>
internal sealed record RestAnswer(int Status, JsonNode? Body = null)
{
    public static RestAnswer Done { get; } = new(204);

    public static RestAnswer Unauthorized { get; } = Error(401, 0, "401: Unauthorized");

    public static RestAnswer NotFound { get; } = Error(404, 0, "404: Not Found");

    public static RestAnswer UnknownChannel { get; } = Error(404, 10003, "Unknown Channel");

    public static RestAnswer UnknownGuild { get; } = Error(404, 10004, "Unknown Guild");

    public static RestAnswer UnknownMember { get; } = Error(404, 10007, "Unknown Member");

    public static RestAnswer UnknownMessage { get; } = Error(404, 10008, "Unknown Message");

    public static RestAnswer UnknownUser { get; } = Error(404, 10013, "Unknown User");

    public static RestAnswer UnknownWebhook { get; } = Error(404, 10015, "Unknown Webhook");

    public static RestAnswer UnknownInteraction { get; } = Error(404, 10062, "Unknown interaction");

    public static RestAnswer AlreadyAcknowledged { get; } = Error(400, 40060, "Interaction has already been acknowledged.");

    public static RestAnswer MissingAccess { get; } = Error(403, 50001, "Missing Access");

    public static RestAnswer EmptyMessage { get; } = Error(400, 50006, "Cannot send an empty message");

    public static RestAnswer RefusesMessages { get; } = Error(403, 50007, "Cannot send messages to this user");

    public static RestAnswer NoTextChannel { get; } = Error(400, 50008, "Cannot send messages in a non-text channel");

    public static RestAnswer MissingPermissions { get; } = Error(403, 50013, "Missing Permissions");

    public static RestAnswer InvalidWebhookToken { get; } = Error(401, 50027, "Invalid Webhook Token");

    public static RestAnswer TooManyCommands { get; } = Error(400, 30034, "Max number of daily application command creates has been reached (200)");

    public static RestAnswer ThreadIsLocked { get; } = Error(400, 160005, "Thread is locked");

    public static RestAnswer NoJson { get; } = Error(400, 50109, "The request body contains invalid JSON.");

    /// <summary>A body that is not as it must be, with the places that are wrong.</summary>
    public static RestAnswer InvalidForm(IEnumerable<Fault> faults)
    {
        var errors = new JsonObject();
        foreach (var fault in faults)
        {
            var place = errors;
            foreach (var step in fault.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                place[step] ??= new JsonObject();
                place = place[step]!.AsObject();
            }

            place["_errors"] ??= new JsonArray();
            place["_errors"]!.AsArray().Add((JsonNode)new JsonObject { ["code"] = fault.Kind.ToUpperInvariant(), ["message"] = $"This {fault.Says}." });
        }

        return new(400, new JsonObject { ["code"] = 50035, ["message"] = "Invalid Form Body", ["errors"] = errors });
    }

    private static RestAnswer Error(int status, int code, string message) => new(status, new JsonObject { ["code"] = code, ["message"] = message });
}
