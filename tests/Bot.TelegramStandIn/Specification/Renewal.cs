using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Specification;

/// <summary>
/// Makes the specification from the documentation as data (api.json of PaulSonOfLars/telegram-bot-api-spec, MIT): facts only, none of its sentences.
/// </summary>
public static class Renewal
{
    /// <summary>Reads the whole of api.json.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ApiSpecification From(string json)
    {
        var all = JsonNode.Parse(json)!.AsObject();
        var methods = all["methods"]!.AsObject().Select(pair => Method(pair.Value!.AsObject()));
        var types = all["types"]!.AsObject().Select(pair => Type(pair.Value!.AsObject()));
        return new(
            $"{all["version"]}, {all["release_date"]}",
            methods.ToDictionary(method => method.Name, StringComparer.Ordinal),
            types.ToDictionary(type => type.Name, StringComparer.Ordinal));
    }

    private static ApiMethod Method(JsonObject method)
    {
        var said = string.Join(' ', Texts(method["description"]));
        var fields = Fields(method["fields"]).Select(field => LimitReading.MostOf(field.Name, said) is { } most ? field with { Limit = field.Limit with { Items = most } } : field);
        return new((string)method["name"]!, [.. Texts(method["returns"]).Select(ShortType)], [.. fields]);
    }

    private static ApiType Type(JsonObject type) =>
        new((string)type["name"]!, [.. Texts(type["subtypes"]).Select(ShortType)], [.. Fields(type["fields"])]);

    private static IEnumerable<ApiField> Fields(JsonNode? fields) => (fields?.AsArray() ?? []).Select(field =>
    {
        var (name, said) = ((string)field!["name"]!, (string)field["description"]!);
        string[] types = [.. Texts(field["types"]).Select(ShortType)];
        return new ApiField(name, types, (bool)field["required"]!, LimitReading.Read(name, types, said));
    });

    private static IEnumerable<string> Texts(JsonNode? list) => (list?.AsArray() ?? []).Select(item => (string)item!);

    private static string ShortType(string type)
    {
        const string List = "Array of ";
        return type.StartsWith(List, StringComparison.Ordinal) ? ShortType(type[List.Length..]) + "[]" : type;
    }
}
