using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Digest.Reading.Egress;

namespace Bot.Evaluation;

/// <summary>Addresses that may or may not be reached: <c>id</c>, <c>kind</c>, <c>input</c>, <c>dns</c> and <c>hops</c> in; a verdict out.</summary>
public static class EgressTask
{
    private static readonly EgressPolicy Policy = new();

    public static void Run(string input, string output) =>
        JsonLines.Write(output, JsonLines.Read(input).Select(line => new JsonObject
        {
            ["id"] = line.GetProperty("id").GetString(),
            ["verdict"] = IsAllowed(line) ? "allow" : "block",
        }));

    private static bool IsAllowed(JsonElement line)
    {
        var text = line.GetProperty("input").GetString()!;
        return line.GetProperty("kind").GetString() switch
        {
            "addr" => Policy.Allows(text, IPAddress.Parse(text)),
            "url" => Policy.Parse(text) is { } address && Resolves(address, line),
            "redirect" => Policy.Parse(text) is { } start && Leads(start, line),
            _ => false, // The others need sockets and are judged by tests.
        };
    }

    private static bool Leads(Uri start, JsonElement line)
    {
        var trail = new RedirectTrail(Policy, start);
        foreach (var hop in line.GetProperty("hops").EnumerateArray())
        {
            if (!Resolves(trail.Current, line)
                || trail.Follow(hop.GetProperty("status").GetInt32(), hop.GetProperty("location").GetString()) != RedirectStep.Followed)
            {
                return false;
            }
        }

        return Resolves(trail.Current, line);
    }

    private static bool Resolves(Uri address, JsonElement line)
    {
        if (IPAddress.TryParse(address.DnsSafeHost, out _))
        {
            return true; // Judged with the text.
        }

        return line.TryGetProperty("dns", out var dns) && dns.ValueKind == JsonValueKind.Object && dns.TryGetProperty(address.IdnHost, out var answer)
            && Policy.Allows(address.IdnHost, [.. answer.EnumerateArray().Select(one => IPAddress.Parse(one.GetString()!))]);
    }
}
