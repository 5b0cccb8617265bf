using System.Globalization;
using System.Text.Json;

namespace Bot.Evaluation;

/// <summary>One figure of the evaluation beside the least it may be.</summary>
/// <param name="Figure">The task, its metric and, where a metric holds several numbers, which of them.</param>
/// <param name="Floor">The least it may be.</param>
/// <param name="Value">What was measured; null where the evaluation printed no such figure.</param>
public sealed record FloorLine(string Figure, double Floor, double? Value)
{
    /// <summary>A missing figure holds no floor: a task that broke must not pass.</summary>
    public bool Holds => Value >= Floor;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Holds ? "ok    " : "FAILED")}  {Figure}: {Value?.ToString(CultureInfo.InvariantCulture) ?? "missing"}, floor {Floor}");
}

/// <summary>Compares the figures of an evaluation with the floors that are kept in the repository, so that no change loses what was won.</summary>
public static class Floors
{
    /// <summary>Prints a line a floor.</summary>
    /// <param name="figures">The scorer's table: a JSON array of <c>task</c>, <c>metric</c> and <c>value</c>.</param>
    /// <param name="floors">A JSON object a task, with the floor of each metric: a number, an array or an object of numbers.</param>
    /// <returns>Whether all hold.</returns>
    public static bool Check(string figures, string floors, TextWriter output)
    {
        var lines = Compare(File.ReadAllText(figures), File.ReadAllText(floors));
        lines.ForEach(output.WriteLine);
        return lines.TrueForAll(line => line.Holds);
    }

    /// <summary>One line for each floor, in the order of the floors; figures without a floor are left out.</summary>
    /// <exception cref="JsonException">One of the two is no JSON, or holds something else than said.</exception>
    public static List<FloorLine> Compare(string figures, string floors)
    {
        using var table = JsonDocument.Parse(figures);
        using var least = JsonDocument.Parse(floors);
        var measured = table.RootElement.EnumerateArray()
            .SelectMany(row => Numbers($"{row.GetProperty("task").GetString()}: {row.GetProperty("metric").GetString()}", row.GetProperty("value")))
            .ToDictionary(StringComparer.Ordinal);
        return [.. least.RootElement.EnumerateObject()
            .SelectMany(task => task.Value.EnumerateObject().SelectMany(metric => Numbers($"{task.Name}: {metric.Name}", metric.Value)))
            .Select(floor => new FloorLine(floor.Key, floor.Value, measured.TryGetValue(floor.Key, out var value) ? value : null))];
    }

    /// <summary>The numbers of a value as the scorer prints it: 82.46, "87.33 / 92.84", or recall and count by type.</summary>
    private static IEnumerable<KeyValuePair<string, double>> Numbers(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Number => [new(name, value.GetDouble())],
        JsonValueKind.String => value.GetString()!.Split('/').Select((part, index) =>
            KeyValuePair.Create(Nth(name, index), double.Parse(part, CultureInfo.InvariantCulture))),
        JsonValueKind.Array => value.EnumerateArray().Select((part, index) => KeyValuePair.Create(Nth(name, index), part.GetDouble())),
        JsonValueKind.Object => value.EnumerateObject().Select(part => KeyValuePair.Create($"{name}, {part.Name}", First(part.Value))),
        _ => throw new JsonException($"{name} is no number: {value}."),
    };

    private static string Nth(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}, number {index + 1}");

    /// <summary>Recall by type comes as a pair of recall and count.</summary>
    private static double First(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value[0].GetDouble() : value.GetDouble();
}
