using System.Text.Json;

namespace Bot.DiscordStandIn.Facts;

/// <summary>Requests and answers beside the facts, after the reviewed deviations.</summary>
public static class BodyCheck
{
    /// <summary>What is wrong with a request: with what Discord would refuse, and with fields that it would silently pass over (<c>unknown</c>).</summary>
    /// <param name="client">Its User-Agent: some deviations are one client's alone.</param>
    /// <exception cref="ArgumentException">The operation is not known.</exception>
    public static IReadOnlyList<Fault> Request(string operation, JsonElement body, string client = "") => Request(Named(operation), body, client);

    /// <summary>What is wrong with an answer of the stand-in itself.</summary>
    /// <exception cref="ArgumentException">The operation is not known.</exception>
    public static IReadOnlyList<Fault> Response(string operation, int status, JsonElement? body) => Response(Named(operation), status, body);

    internal static List<Fault> Request(Operation operation, JsonElement body, string client) => operation.Request is null
        ? [new("", "unknown", "this operation takes no body")]
        : Left("request", operation.Name, client, SchemaCheck.Faults(body, operation.Request).Concat(SchemaCheck.Unknown(body, [operation.Request])));

    internal static List<Fault> Response(Operation operation, int status, JsonElement? body)
    {
        var schema = status switch
        {
            429 => RestFacts.Known.Limited,
            >= 400 => RestFacts.Known.Error,
            _ when operation.Responses.TryGetValue(status, out var known) => known,
            _ => throw new InvalidOperationException($"{operation.Name} is not described to answer {status}."),
        };
        return (schema, body) switch
        {
            (null, null) => [],
            ({ }, { } given) => Left("response", operation.Name, "", SchemaCheck.Faults(given, schema).Concat(SchemaCheck.Unknown(given, [schema]))),
            _ => [new("", "missing", schema is null ? "no body is described" : "a body is described")],
        };
    }

    private static List<Fault> Left(string direction, string operation, string client, IEnumerable<Fault> faults) =>
        [.. faults.Where(fault => !Deviation.Reviewed.Any(one => one.Excuses(direction, operation, client, fault)))];

    private static Operation Named(string operation) =>
        RestFacts.Known.Operations.FirstOrDefault(one => one.Name == operation) ?? throw new ArgumentException($"Nobody knows the operation {operation}.", nameof(operation));
}
