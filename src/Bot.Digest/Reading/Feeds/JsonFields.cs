using System.Text.Json;

namespace Bot.Digest.Reading.Feeds;

/// <summary>The fields of a JSON object that may hold anything in any of them.</summary>
internal readonly struct JsonFields(JsonElement element, Uri? origin)
{
    private const int MostWords = 32;

    private readonly JsonElement _element = element;
    private readonly Uri? _origin = origin;

    public string? Text(string name) => Field(name) is { } value ? TextOf(value) : null;

    public Uri? Address(string name) => FeedAddress.Of(Text(name), _origin);

    public long? Number(string name) =>
        Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) && number >= 0 ? number : null;

    /// <summary>The objects in an array; an object alone counts as an array of one.</summary>
    public IEnumerable<JsonFields> Elements(string name)
    {
        var relativeTo = _origin;
        return Field(name) switch
        {
            { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Select(one => new JsonFields(one, relativeTo)),
            { ValueKind: JsonValueKind.Object } one => [new JsonFields(one, relativeTo)],
            _ => [],
        };
    }

    public IReadOnlyList<string> Words(string name) =>
        Field(name) is not { ValueKind: JsonValueKind.Array } array ? []
            : [.. array.EnumerateArray().Take(MostWords).Select(word => Titles.Limited(CleanText.Line(TextOf(word)))).Where(word => word.Length > 0)];

    private JsonElement? Field(string name) =>
        _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out var value) ? value : null;

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null; // Half a surrogate pair, which JSON can write and text cannot hold.
        }
    }
}
