using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.TelegramStandIn.Specification;

/// <summary>What is wrong at one place of a request or of an answer.</summary>
/// <param name="Path">"reply_markup.inline_keyboard[0][1].callback_data".</param>
/// <param name="Rule">What is not kept, in a few words.</param>
public readonly record struct Breach(string Path, string Rule);

/// <summary>Holds JSON against the specification: unknown and missing fields, types, limits.</summary>
/// <param name="specification">What is allowed.</param>
public sealed class SchemaCheck(ApiSpecification specification)
{
    /// <summary>Checks the fields of a request.</summary>
    public IReadOnlyList<Breach> Request(ApiMethod method, JsonObject sent) => [.. Fields("", sent, method.Fields)];

    /// <summary>Checks an answer.</summary>
    public IReadOnlyList<Breach> Answer(ApiMethod method, JsonNode? result) => [.. Value("result", result, method.Returns)];

    /// <summary>Checks an object of one type.</summary>
    public IReadOnlyList<Breach> Object(string type, JsonNode? value) => [.. Value(type, value, [type])];

    private IEnumerable<Breach> Fields(string path, JsonObject sent, IReadOnlyList<ApiField> fields)
    {
        var known = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var missing in fields.Where(field => field.IsRequired && sent[field.Name] is null))
        {
            yield return new(Join(path, missing.Name), "is required");
        }

        foreach (var (name, value) in sent)
        {
            var at = Join(path, name);
            if (!known.TryGetValue(name, out var field))
            {
                yield return new(at, "is not a field");
                continue;
            }

            foreach (var breach in Value(at, value, field.Types).Concat(Limits(at, value, field.Limit)))
            {
                yield return breach;
            }
        }
    }

    /// <summary>The breaches by the type that fits best.</summary>
    private IReadOnlyList<Breach> Value(string path, JsonNode? value, IReadOnlyList<string> types)
    {
        IReadOnlyList<Breach>? fewest = null;
        foreach (var type in types.SelectMany(Alternatives))
        {
            IReadOnlyList<Breach> breaches = [.. One(path, value, type)];
            if (breaches.Count == 0)
            {
                return breaches;
            }

            fewest = fewest is null || IsCloser(value, type) || breaches.Count < fewest.Count ? breaches : fewest;
        }

        return fewest ?? [new(path, "has no type")];
    }

    /// <summary>Whether an object says by its marks that it is of this type.</summary>
    private bool IsCloser(JsonNode? value, string type) =>
        value is JsonObject sent && specification.Types.GetValueOrDefault(type) is { } known && known.Marks.Any() && known.Marks.All(mark => Text(sent[mark.Name]) == mark.Limit.OneOf[0]);

    private IEnumerable<string> Alternatives(string type) =>
        specification.Types.GetValueOrDefault(type) is { Subtypes.Count: > 0 } union ? union.Subtypes.SelectMany(Alternatives) : [type];

    private IEnumerable<Breach> One(string path, JsonNode? value, string type)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return value is JsonArray list
                ? list.SelectMany((item, index) => Value($"{path}[{index}]", item, [type[..^2]]))
                : [new(path, $"is not a list of {type[..^2]}")];
        }

        var isRight = type switch
        {
            "String" or "InputFile" => value?.GetValueKind() == JsonValueKind.String,
            "Integer" => value?.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), out _),
            "Float" => value?.GetValueKind() == JsonValueKind.Number,
            "Boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            _ => value is JsonObject,
        };
        return !isRight ? [new(path, $"is not of type {type}")]
            : value is JsonObject sent && specification.Types.TryGetValue(type, out var known) ? Fields(path, sent, known.Fields).Concat(Marks(path, sent, known))
            : [];
    }

    private static IEnumerable<Breach> Marks(string path, JsonObject sent, ApiType type) =>
        type.Name != "InlineKeyboardButton" || sent.Count(pair => pair.Key is not ("text" or "style" or "icon_custom_emoji_id")) == 1
            ? []
            : [new(path, "must say one thing that the button does, and one alone")];

    private static IEnumerable<Breach> Limits(string path, JsonNode? value, Limit limit)
    {
        if (limit == Limit.None)
        {
            yield break;
        }

        var text = Text(value);
        // Markup is read before letters are counted: that is checked with the text.
        if (text is not null && !limit.IsParsed && limit.Characters is { } characters && !characters.Hold(text.Length))
        {
            yield return new(path, $"has {text.Length} characters, not {characters}");
        }

        if (text is not null && limit.Bytes is { } bytes && !bytes.Hold(Encoding.UTF8.GetByteCount(text)))
        {
            yield return new(path, $"has {Encoding.UTF8.GetByteCount(text)} bytes, not {bytes}");
        }

        if (text is not null && limit.Letters is { } letters && !Regex.IsMatch(text, $"^[{letters}]*$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            yield return new(path, $"has other letters than {letters}");
        }

        if (text is not null && limit.OneOf.Count > 0 && !limit.OneOf.Contains(text, StringComparer.Ordinal))
        {
            yield return new(path, $"is none of {string.Join(", ", limit.OneOf)}");
        }

        if (value is JsonArray list && limit.Items is { } items && !items.Hold(list.Count))
        {
            yield return new(path, $"has {list.Count} items, not {items}");
        }

        if (value?.GetValueKind() == JsonValueKind.Number && limit.Value is { } range && !range.Hold(decimal.Parse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)))
        {
            yield return new(path, $"is {value.ToJsonString()}, not {range}");
        }
    }

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
