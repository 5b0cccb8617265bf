using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.DiscordStandIn.Facts;

/// <summary>
/// Takes from Discord's description of its API (OpenAPI 3.1, discord/discord-api-spec, MIT) what the stand-in needs of it, as facts: paths,
/// methods, fields, types, limits and values, without a sentence of it.
/// </summary>
public sealed class FactsWriter
{
    private const string ReferencePrefix = "#/components/schemas/";

    private static readonly string[] Kept =
    [
        "type", "oneOf", "anyOf", "allOf", "const", "enum", "format", "pattern", "required", "properties", "items", "additionalProperties",
        "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minimum", "maximum", "uniqueItems",
    ];

    private readonly JsonObject _schemas;
    private readonly SortedDictionary<string, JsonNode> _taken = new(StringComparer.Ordinal);

    private FactsWriter(JsonObject schemas) => _schemas = schemas;

    /// <summary>The file of facts for the operations that Operations.txt lists.</summary>
    /// <exception cref="InvalidDataException">An operation is not in the description.</exception>
    public static string Write(string description)
    {
        var api = JsonNode.Parse(description)!;
        var operations = RestFacts.Text("Operations.txt").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
        return new FactsWriter(api["components"]!["schemas"]!.AsObject()).Write(api, operations);
    }

    private string Write(JsonNode api, IEnumerable<string> operations)
    {
        var text = new StringBuilder("{\n");
        var from = new JsonObject { ["title"] = "discord/discord-api-spec, openapi.json", ["version"] = (string)api["info"]!["version"]!, ["licence"] = "MIT" };
        text.Append("\"from\": ").Append(Line(from)).Append(",\n");
        text.Append("\"operations\": {\n").AppendJoin(",\n", operations.Select(name => $"\"{name}\": {Line(Operation(api, name))}")).Append("\n},\n");
        foreach (var (name, response) in ((string, string)[])[("error", "ClientErrorResponse"), ("limited", "ClientRatelimitedResponse")])
        {
            text.Append('"').Append(name).Append("\": ").Append(Line(Json(api["components"]!["responses"]![response]!)!)).Append(",\n");
        }

        text.Append("\"schemas\": {\n").AppendJoin(",\n", _taken.Select(schema => $"\"{schema.Key}\": {Line(schema.Value)}")).Append("\n}\n}\n");
        return text.ToString();
    }

    private JsonObject Operation(JsonNode api, string name)
    {
        foreach (var (path, item) in api["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject().Where(one => one.Value is JsonObject body && (string?)body["operationId"] == name))
            {
                return Operation(path, item, method, operation!);
            }
        }

        throw new InvalidDataException($"The description knows no operation {name}.");
    }

    private JsonObject Operation(string path, JsonNode item, string method, JsonNode operation)
    {
        var query = (operation["parameters"]?.AsArray() ?? []).Concat(item["parameters"]?.AsArray() ?? []).Where(one => (string?)one!["in"] == "query");
        var facts = new JsonObject
        {
            ["method"] = method.ToUpperInvariant(),
            ["path"] = path,
            ["needsToken"] = operation["security"]?.AsArray().Any(one => one!.AsObject().Count == 0) != true,
            ["query"] = new JsonObject(query.Select(one => KeyValuePair.Create((string)one!["name"]!, (JsonNode?)Schema(one["schema"]!)))),
        };
        if (operation["requestBody"] is { } body)
        {
            facts["request"] = Json(body);
            facts["takesFiles"] = body["content"]!["multipart/form-data"] is not null;
        }

        facts["responses"] = new JsonObject(operation["responses"]!.AsObject()
            .Where(one => one.Key[0] == '2')
            .Select(one => KeyValuePair.Create(one.Key, Json(one.Value!))));
        return facts;
    }

    private JsonNode? Json(JsonNode body) => body["content"]?["application/json"]?["schema"] is { } schema ? Schema(schema) : null;

    private JsonNode Schema(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return new JsonObject { ["ref"] = Take(reference[ReferencePrefix.Length..]) };
        }

        if (schema["oneOf"] is JsonArray values && values.All(one => one!["const"] is not null))
        {
            return new JsonObject { ["enum"] = new JsonArray([.. values.Select(one => one!["const"]!.DeepClone())]) };
        }

        return new JsonObject(schema.AsObject()
            .Where(one => Kept.Contains(one.Key, StringComparer.Ordinal))
            .Select(one => KeyValuePair.Create(one.Key, Part(one.Key, one.Value!))));
    }

    private JsonNode? Part(string keyword, JsonNode value) => (keyword, value) switch
    {
        ("oneOf" or "anyOf" or "allOf", JsonArray branches) => new JsonArray([.. branches.Select(one => Schema(one!))]),
        ("properties", JsonObject fields) => new JsonObject(fields.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)Schema(one.Value!)))),
        ("items" or "additionalProperties", JsonObject inner) => Schema(inner),
        _ => value.DeepClone(),
    };

    private string Take(string name)
    {
        if (_taken.TryAdd(name, new JsonObject()))
        {
            _taken[name] = Schema(_schemas[name]!);
        }

        return name;
    }

    private static string Line(JsonNode node) => node.ToJsonString(Compact);

    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
