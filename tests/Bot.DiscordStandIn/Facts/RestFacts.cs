using System.Text.Json;

namespace Bot.DiscordStandIn.Facts;

/// <summary>One operation of the API.</summary>
/// <param name="Name">Discord's own name of it: "create_message".</param>
/// <param name="Path">With its places: "/channels/{channel_id}/messages".</param>
/// <param name="NeedsToken">Whether the bot's token must come along; where the address carries a token of its own it need not.</param>
internal sealed record Operation(
    string Name, string Method, string Path, bool NeedsToken, bool TakesFiles, Schema? Request,
    IReadOnlyDictionary<string, Schema> Query, IReadOnlyDictionary<int, Schema?> Responses)
{
    private readonly string[] _segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The values of the places when this operation is meant by the path; else null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string method, string[] segments)
    {
        if (method != Method || segments.Length != _segments.Length)
        {
            return null;
        }

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (own, given) in _segments.Zip(segments))
        {
            if (own[0] == '{')
            {
                places[own[1..^1]] = given;
            }
            else if (own != given)
            {
                return null;
            }
        }

        return places;
    }
}

/// <summary>What the stand-in knows of Discord's API: the file that <see cref="FactsWriter"/> wrote.</summary>
internal sealed class RestFacts
{
    public static RestFacts Known { get; } = new();

    private readonly Dictionary<string, Schema> _schemas = new(StringComparer.Ordinal);

    private RestFacts()
    {
        // The document stays: constants of schemas point into it.
        var facts = JsonDocument.Parse(Text("discord-rest.json")).RootElement;
        foreach (var schema in facts.GetProperty("schemas").EnumerateObject())
        {
            _schemas[schema.Name] = new Schema(schema.Value, _schemas);
        }

        (Error, Limited) = (new Schema(facts.GetProperty("error"), _schemas), new Schema(facts.GetProperty("limited"), _schemas));

        // A path without places goes before one whose place would take its words ("@original").
        Operations = [.. facts.GetProperty("operations").EnumerateObject().Select(Read).OrderBy(one => one.Path.Count(letter => letter == '{'))];
    }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>What every answer of 4xx looks like.</summary>
    public Schema Error { get; }

    /// <summary>What every answer of 429 looks like.</summary>
    public Schema Limited { get; }

    /// <summary>A file that is part of the program.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(RestFacts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not part of the program."));
        return reader.ReadToEnd();
    }

    public (Operation Operation, IReadOnlyDictionary<string, string> Places)? Find(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var operation in Operations)
        {
            if (operation.Match(method, segments) is { } places)
            {
                return (operation, places);
            }
        }

        return null;
    }

    private Operation Read(JsonProperty facts)
    {
        var body = facts.Value;
        Schema? Optional(JsonElement schema) => schema.ValueKind == JsonValueKind.Object ? new Schema(schema, _schemas) : null;
        return new(
            facts.Name,
            body.GetProperty("method").GetString()!,
            body.GetProperty("path").GetString()!,
            body.GetProperty("needsToken").GetBoolean(),
            body.TryGetProperty("takesFiles", out var files) && files.GetBoolean(),
            body.TryGetProperty("request", out var request) ? Optional(request) : null,
            body.GetProperty("query").EnumerateObject().ToDictionary(one => one.Name, one => new Schema(one.Value, _schemas), StringComparer.Ordinal),
            body.GetProperty("responses").EnumerateObject().ToDictionary(one => int.Parse(one.Name, System.Globalization.CultureInfo.InvariantCulture), one => Optional(one.Value)));
    }
}
