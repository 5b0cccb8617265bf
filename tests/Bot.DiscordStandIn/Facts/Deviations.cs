using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.DiscordStandIn.Facts;

/// <summary>A place where the description is not the whole truth, reviewed by people.</summary>
/// <param name="Direction">"request" or "response".</param>
/// <param name="Operations">The operations that it holds for; * is any.</param>
/// <param name="Path">Where, with * for a number and ** for anything: "/embeds/*/title".</param>
/// <param name="Kind">As in <see cref="Fault.Kind"/>.</param>
/// <param name="Says">How <see cref="Fault.Says"/> begins, when not every fault of the kind is meant.</param>
/// <param name="Client">A part of the User-Agent when only this client is excused; null for all.</param>
/// <param name="Reason">Why the fault is none.</param>
/// <param name="Source">Who says so.</param>
/// <param name="ExampleOf">An operation.</param>
/// <param name="Status">The status of the example when it is an answer.</param>
/// <param name="Example">A body for that operation that has this fault and no other.</param>
public sealed record Deviation(
    string Direction, IReadOnlyList<string> Operations, string Path, string Kind, string? Says, string? Client, string Reason, string Source, string ExampleOf, int Status, JsonElement Example)
{
    private static readonly JsonSerializerOptions Written = new() { PropertyNameCaseInsensitive = true };

    private readonly Regex _path = new($"^{Regex.Escape(Path).Replace(@"\*\*", ".+", StringComparison.Ordinal).Replace(@"\*", "[0-9]+", StringComparison.Ordinal)}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The reviewed list.</summary>
    public static IReadOnlyList<Deviation> Reviewed { get; } = JsonSerializer.Deserialize<List<Deviation>>(RestFacts.Text("deviations.json"), Written)!;

    /// <summary>Whether this excuses a fault.</summary>
    public bool Excuses(string direction, string operation, string client, Fault fault) =>
        direction == Direction && fault.Kind == Kind && fault.Says.StartsWith(Says ?? "", StringComparison.Ordinal) && client.Contains(Client ?? "", StringComparison.Ordinal) && (Operations.Contains("*", StringComparer.Ordinal) || Operations.Contains(operation, StringComparer.Ordinal)) && _path.IsMatch(fault.Path);
}
