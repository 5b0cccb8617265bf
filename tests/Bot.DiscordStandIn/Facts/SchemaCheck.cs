using System.Globalization;
using System.Text.Json;

namespace Bot.DiscordStandIn.Facts;

/// <summary>Something in a body that is not as the facts have it.</summary>
/// <param name="Path">Where, as "/embeds/0/title".</param>
/// <param name="Kind">One word: type, missing, unknown, long, many, value, format, range, branch.</param>
/// <param name="Says">What is wrong, for people.</param>
public sealed record Fault(string Path, string Kind, string Says);

/// <summary>Compares a body with a schema, and finds fields that no branch of the schema names.</summary>
internal static class SchemaCheck
{
    /// <summary>All that is wrong; of a union, what is wrong with the branch that fits best.</summary>
    public static List<Fault> Faults(JsonElement value, Schema schema, string path = "")
    {
        var faults = new List<Fault>();
        Check(value, schema.Followed, path, faults);
        return faults;
    }

    /// <summary>Fields that the schema does not name in any branch that the value fits (in any at all when it fits none): mostly a slip of the pen.</summary>
    public static IEnumerable<Fault> Unknown(JsonElement value, IReadOnlyList<Schema> schemas, string path = "")
    {
        var leaves = schemas.SelectMany(schema => Leaves(value, schema)).Distinct().ToList();
        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Unknown(field, leaves, path)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) =>
                Unknown(item, [.. leaves.Select(leaf => leaf.Items).OfType<Schema>()], $"{path}/{i.ToString(CultureInfo.InvariantCulture)}")),
            _ => [],
        };
    }

    private static IEnumerable<Fault> Unknown(JsonProperty field, List<Schema> leaves, string path)
    {
        var own = leaves.Select(leaf => leaf.Properties.GetValueOrDefault(field.Name) ?? leaf.Others).OfType<Schema>().ToList();
        return own.Count > 0 || leaves.TrueForAll(leaf => leaf.Properties.Count == 0)
            ? Unknown(field.Value, own, $"{path}/{field.Name}")
            : [new($"{path}/{field.Name}", "unknown", "is no field that Discord names")];
    }

    private static IEnumerable<Schema> Leaves(JsonElement value, Schema schema)
    {
        var followed = schema.Followed;
        var fitting = followed.OneOf.Where(branch => Faults(value, branch).Count == 0).ToList();
        return [followed, .. followed.AllOf.Concat(fitting.Count > 0 ? fitting : followed.OneOf).SelectMany(branch => Leaves(value, branch))];
    }

    private static void Check(JsonElement value, Schema schema, string path, List<Fault> faults)
    {
        foreach (var part in schema.AllOf)
        {
            Check(value, part.Followed, path, faults);
        }

        if (schema.OneOf.Count > 0)
        {
            faults.AddRange(BestBranch(value, schema, path));
        }

        if (schema.Types.Count > 0 && !schema.Types.Any(type => Is(value, type)))
        {
            faults.Add(new(path, "type", $"is {value.ValueKind}, not {string.Join(" or ", schema.Types)}"));
            return;
        }

        if (schema.Values.Count > 0 && !schema.Values.Any(one => JsonElement.DeepEquals(one, value)))
        {
            faults.Add(new(path, "value", $"is none of the {schema.Values.Count.ToString(CultureInfo.InvariantCulture)} known values"));
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(value, schema, path, faults);
                break;
            case JsonValueKind.Array:
                CheckArray(value, schema, path, faults);
                break;
            case JsonValueKind.String:
                CheckText(value.GetString()!, schema, path, faults);
                break;
            case JsonValueKind.Number when value.GetDouble() < schema.Lowest || value.GetDouble() > schema.Highest:
                faults.Add(new(path, "range", $"is outside {schema.Lowest} to {schema.Highest}"));
                break;
        }
    }

    private static List<Fault> BestBranch(JsonElement value, Schema schema, string path)
    {
        List<Fault>? best = null;
        foreach (var branch in schema.OneOf)
        {
            var faults = Faults(value, branch, path);
            if (faults.Count == 0)
            {
                return faults;
            }

            best = best is null || Weight(faults) < Weight(best) ? faults : best;
        }

        return best!;

        // A wrong constant or type right here means another kind of thing was meant; what is wrong deeper down counts less.
        int Weight(List<Fault> faults) => faults.Sum(fault => fault.Kind is "type" or "value" && (fault.Path == path || fault.Path == path + "/type") ? 100 : 1);
    }

    private static void CheckObject(JsonElement value, Schema schema, string path, List<Fault> faults)
    {
        faults.AddRange(schema.Required.Where(name => !value.TryGetProperty(name, out _)).Select(name => new Fault($"{path}/{name}", "missing", "is required")));
        if (value.EnumerateObject().Count() > schema.Most)
        {
            faults.Add(new(path, "many", $"has more than {schema.Most} fields"));
        }

        foreach (var field in value.EnumerateObject())
        {
            if ((schema.Properties.GetValueOrDefault(field.Name) ?? schema.Others) is { } own)
            {
                Check(field.Value, own.Followed, $"{path}/{field.Name}", faults);
            }
            else if (schema.ForbidsOthers)
            {
                faults.Add(new($"{path}/{field.Name}", "unknown", "is not allowed here"));
            }
        }
    }

    private static void CheckArray(JsonElement value, Schema schema, string path, List<Fault> faults)
    {
        var count = value.GetArrayLength();
        if (count < schema.Fewest || count > schema.Most)
        {
            faults.Add(new(path, "many", $"has {count} items, not {schema.Fewest ?? 0} to {schema.Most}"));
        }

        if (schema.IsUnique && value.EnumerateArray().Select(item => item.GetRawText()).Distinct(StringComparer.Ordinal).Count() < count)
        {
            faults.Add(new(path, "value", "has the same item twice"));
        }

        if (schema.Items is { } items)
        {
            foreach (var (i, item) in value.EnumerateArray().Index())
            {
                Check(item, items.Followed, $"{path}/{i.ToString(CultureInfo.InvariantCulture)}", faults);
            }
        }
    }

    private static void CheckText(string text, Schema schema, string path, List<Fault> faults)
    {
        // Discord counts what people see as characters: code points, not UTF-16 units.
        var length = text.EnumerateRunes().Count();
        if (length < schema.Shortest || length > schema.Longest)
        {
            faults.Add(new(path, "long", $"has {length} characters, not {schema.Shortest ?? 0} to {schema.Longest}"));
        }

        var isRight = schema.Format switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!isRight || schema.Pattern?.IsMatch(text) == false)
        {
            faults.Add(new(path, "format", $"is not written as {schema.Format ?? schema.Pattern!.ToString()}"));
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };
}
