using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Host.Storage.Deliveries;

/// <summary>The reasons of an edition in a few bytes a story: what is nothing is left out.</summary>
internal static class ChoicesJson
{
    private static readonly JsonSerializerOptions Small = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static string Write(IReadOnlyList<RememberedChoice> choices) => JsonSerializer.Serialize(choices.Select(choice => new Row
    {
        Story = choice.Story.Value,
        Place = (int)choice.Place,
        Worth = choice.Worth is { } worth ? [worth.Publishers, worth.Articles, worth.Earlier, worth.Later, (long)worth.Behind.TotalMinutes, worth.Topics] : null,
        Topics = choice.Topics.Count == 0 ? null : [.. choice.Topics],
        Repeated = choice.Repeated?.Value,
    }), Small);

    public static IReadOnlyList<RememberedChoice> Read(string json) => [.. JsonSerializer.Deserialize<List<Row>>(json)!.Select(row => new RememberedChoice(
        new StoryId(row.Story),
        (DigestPlace)row.Place,
        row.Worth is [var publishers, var articles, var earlier, var later, var behind, var topics]
            ? new DigestWorth((int)publishers, (int)articles, (int)earlier, (int)later, TimeSpan.FromMinutes(behind), (int)topics)
            : null,
        row.Topics ?? [],
        row.Repeated is { } repeated ? new StoryId(repeated) : null))];

    private sealed class Row
    {
        [JsonPropertyName("s")]
        public long Story { get; init; }

        [JsonPropertyName("p")]
        public int Place { get; init; }

        [JsonPropertyName("w")]
        public long[]? Worth { get; init; }

        [JsonPropertyName("t")]
        public string[]? Topics { get; init; }

        [JsonPropertyName("r")]
        public long? Repeated { get; init; }
    }
}
