using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.DiscordStandIn.Facts;

/// <summary>One JSON schema of the facts, read once. A reference is followed when it is asked for, since schemas name one another in circles.</summary>
internal sealed class Schema
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Schema> _named;

    /// <summary>Reads one.</summary>
    /// <param name="named">All schemas by name, still filling up.</param>
    public Schema(JsonElement facts, Dictionary<string, Schema> named)
    {
        _named = named;
        Reference = Text(facts, "ref");
        Types = facts.TryGetProperty("type", out var type) ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!] : [];
        OneOf = [.. Many(facts, "oneOf"), .. Many(facts, "anyOf")];
        AllOf = Many(facts, "allOf");
        Values = facts.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray()] : facts.TryGetProperty("const", out var constant) ? [constant] : [];
        Format = Text(facts, "format");
        Pattern = Text(facts, "pattern") is { } pattern ? new Regex(pattern, RegexOptions.ExplicitCapture, PatternTime) : null;
        Required = facts.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(one => one.GetString()!)] : [];
        Properties = facts.TryGetProperty("properties", out var fields) ? fields.EnumerateObject().ToDictionary(one => one.Name, one => new Schema(one.Value, named), StringComparer.Ordinal) : [];
        Items = facts.TryGetProperty("items", out var items) ? new Schema(items, named) : null;
        ForbidsOthers = facts.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False;
        Others = others.ValueKind == JsonValueKind.Object ? new Schema(others, named) : null;
        (Shortest, Longest) = (Number(facts, "minLength"), Number(facts, "maxLength"));
        (Fewest, Most) = (Number(facts, "minItems"), Number(facts, "maxItems") ?? Number(facts, "maxProperties"));
        (Lowest, Highest) = (Number(facts, "minimum"), Number(facts, "maximum"));
        IsUnique = facts.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean();
    }

    public string? Reference { get; }

    public IReadOnlyList<string> Types { get; }

    /// <summary>oneOf and anyOf alike: the description itself calls its unions now this, now that.</summary>
    public IReadOnlyList<Schema> OneOf { get; }

    public IReadOnlyList<Schema> AllOf { get; }

    public IReadOnlyList<JsonElement> Values { get; }

    public string? Format { get; }

    public Regex? Pattern { get; }

    public IReadOnlyList<string> Required { get; }

    public IReadOnlyDictionary<string, Schema> Properties { get; }

    public Schema? Items { get; }

    public bool ForbidsOthers { get; }

    /// <summary>What fields without a name of their own must be.</summary>
    public Schema? Others { get; }

    public double? Shortest { get; }

    public double? Longest { get; }

    public double? Fewest { get; }

    public double? Most { get; }

    public double? Lowest { get; }

    public double? Highest { get; }

    public bool IsUnique { get; }

    /// <summary>This schema, or the one that it refers to.</summary>
    public Schema Followed => Reference is null ? this : _named[Reference].Followed;

    private List<Schema> Many(JsonElement facts, string keyword) =>
        facts.TryGetProperty(keyword, out var branches) ? [.. branches.EnumerateArray().Select(one => new Schema(one, _named))] : [];

    private static string? Text(JsonElement facts, string keyword) => facts.TryGetProperty(keyword, out var value) ? value.GetString() : null;

    private static double? Number(JsonElement facts, string keyword) => facts.TryGetProperty(keyword, out var value) ? value.GetDouble() : null;
}
