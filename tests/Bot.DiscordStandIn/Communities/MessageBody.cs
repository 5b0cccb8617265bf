using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.DiscordStandIn.Communities;

/// <summary>What Discord makes of the parts of a message: it leaves out empty fields, calls each embed rich and numbers the components.</summary>
internal static class MessageBody
{
    /// <summary>A field of a body that is there, null or not.</summary>
    public static JsonElement? Field(JsonElement body, string name) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The items of a list that may be null or missing.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement body, string name) =>
        Field(body, name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    /// <summary>A text that may be null or missing.</summary>
    public static string Text(JsonElement body, string name) => Field(body, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>A number that may be null or missing.</summary>
    public static int Number(JsonElement body, string name) => Field(body, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;

    /// <summary>A body without some of its fields.</summary>
    /// <param name="paths">As "/embeds/0/title".</param>
    public static JsonElement Without(JsonElement body, IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
        {
            return body;
        }

        var left = JsonNode.Parse(body.GetRawText());
        foreach (var path in paths.Where(path => path.StartsWith('/')))
        {
            var steps = path[1..].Split('/');
            var place = steps[..^1].Aggregate(left, (node, step) => node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node?[step]);
            place?.AsObject().Remove(steps[^1]);
        }

        return JsonSerializer.SerializeToElement(left);
    }

    public static JsonArray Embeds(JsonElement embeds)
    {
        var answered = new JsonArray();
        foreach (var embed in embeds.ValueKind == JsonValueKind.Array ? embeds.EnumerateArray() : default)
        {
            var rich = WithoutNulls(embed)!.AsObject();
            rich["type"] = "rich";
            foreach (var field in rich["fields"]?.AsArray() ?? [])
            {
                field!["inline"] ??= false;
            }

            answered.Add((JsonNode)rich);
        }

        return answered;
    }

    public static JsonArray Components(JsonElement components)
    {
        var answered = components.ValueKind == JsonValueKind.Array ? WithoutNulls(components)!.AsArray() : [];
        foreach (var (i, one) in Inner(answered).Index())
        {
            one["id"] ??= i + 1;
        }

        return answered;
    }

    /// <summary>Every component, the ones inside others too.</summary>
    public static IEnumerable<JsonObject> Inner(JsonArray components)
    {
        foreach (var one in components.OfType<JsonObject>())
        {
            yield return one;
            foreach (var inner in Inner(one["components"]?.AsArray() ?? []).Concat(one["accessory"] is JsonObject accessory ? [accessory] : []))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The texts of an embed that count towards its length.</summary>
    public static IEnumerable<string> Words(JsonObject embed) =>
    [
        (string?)embed["author"]?["name"] ?? "", (string?)embed["title"] ?? "", (string?)embed["description"] ?? "",
        .. (embed["fields"]?.AsArray() ?? []).SelectMany(field => new[] { (string?)field!["name"] ?? "", (string?)field["value"] ?? "" }),
        (string?)embed["footer"]?["text"] ?? "",
    ];

    public static JsonNode? WithoutNulls(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null).Select(field => KeyValuePair.Create(field.Name, WithoutNulls(field.Value)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(WithoutNulls)]),
        JsonValueKind.Null => null,
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
