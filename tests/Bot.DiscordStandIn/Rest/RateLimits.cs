using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.DiscordStandIn.Facts;

namespace Bot.DiscordStandIn.Rest;

/// <summary>How the limits stand after a request.</summary>
/// <param name="Scope">Null when it may pass; else whose limit stopped it: user, global.</param>
internal sealed record LimitState(string Bucket, int Limit, int Remaining, DateTimeOffset ResetsAt, TimeSpan ResetsAfter, string? Scope);

/// <summary>
/// The limits of requests (topics/rate-limits): a bucket for each route and each channel, server or webhook, and one for all together. Discord does not
/// publish the sizes of buckets and says to learn them from the headers; these are only of the same order.
/// </summary>
public sealed class RateLimits
{
    /// <summary>Requests a second over everything (documented).</summary>
    public int GlobalLimit { get; set; } = 50;

    /// <summary>How often a client asked for more than the headers had told it.</summary>
    public int Exceeded { get; private set; }

    /// <summary>The most requests of any second.</summary>
    public int MostInASecond { get; private set; }

    private static readonly string[] OwnTokens = ["create_interaction_response", "execute_webhook"];

    private readonly Dictionary<string, (int Limit, TimeSpan Period)> _sizes = new(StringComparer.Ordinal)
    {
        ["create_message"] = (5, TimeSpan.FromSeconds(5)),
        ["update_message"] = (5, TimeSpan.FromSeconds(5)),
        ["delete_message"] = (5, TimeSpan.FromSeconds(1)),
        ["crosspost_message"] = (10, TimeSpan.FromHours(1)),
        ["execute_webhook"] = (5, TimeSpan.FromSeconds(2)),
        ["update_original_webhook_message"] = (5, TimeSpan.FromSeconds(2)),
    };

    private readonly Dictionary<string, (DateTimeOffset ResetsAt, int Used)> _windows = new(StringComparer.Ordinal);

    /// <summary>Sets the size of an operation's buckets from now on.</summary>
    public void Set(string operation, int limit, TimeSpan period) => _sizes[operation] = (limit, period);

    internal LimitState Take(Operation operation, IReadOnlyDictionary<string, string> places, DateTimeOffset now)
    {
        var (limit, period) = _sizes.GetValueOrDefault(operation.Name, (50, TimeSpan.FromSeconds(1)));
        var resource = places.GetValueOrDefault("channel_id") ?? places.GetValueOrDefault("guild_id")
            ?? (places.TryGetValue("webhook_token", out var token) ? token : places.GetValueOrDefault("interaction_token", ""));
        var bucket = Hash(operation.Name);
        var window = Window($"{bucket}/{resource}", period, now);
        var isGlobal = !IsExempt(operation) && Count("", TimeSpan.FromSeconds(1), GlobalLimit, now) > GlobalLimit;
        if (isGlobal || window.Used >= limit)
        {
            Exceeded++;
            return new(bucket, limit, Math.Max(0, limit - window.Used), isGlobal ? _windows[""].ResetsAt : window.ResetsAt, (isGlobal ? _windows[""].ResetsAt : window.ResetsAt) - now, isGlobal ? "global" : "user");
        }

        _windows[$"{bucket}/{resource}"] = window with { Used = window.Used + 1 };
        return new(bucket, limit, limit - window.Used - 1, window.ResetsAt, window.ResetsAt - now, Scope: null);
    }

    /// <summary>What carries a token of its own in the address does not count for the whole bot.</summary>
    private static bool IsExempt(Operation operation) => OwnTokens.Contains(operation.Name, StringComparer.Ordinal) || operation.Path.StartsWith("/webhooks/", StringComparison.Ordinal);

    private int Count(string key, TimeSpan period, int limit, DateTimeOffset now)
    {
        var window = Window(key, period, now);
        _windows[key] = window with { Used = window.Used + 1 };
        MostInASecond = Math.Max(MostInASecond, Math.Min(limit, window.Used + 1));
        return window.Used + 1;
    }

    private (DateTimeOffset ResetsAt, int Used) Window(string key, TimeSpan period, DateTimeOffset now) =>
        _windows.TryGetValue(key, out var window) && window.ResetsAt > now ? window : (now + period, 0);

    // The hash says nothing to a client; that two routes have different ones is all that it may rely on.
    private static string Hash(string operation) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(operation)))[..32];

    internal static IEnumerable<(string Name, string Value)> Headers(LimitState state)
    {
        yield return ("X-RateLimit-Limit", state.Limit.ToString(CultureInfo.InvariantCulture));
        yield return ("X-RateLimit-Remaining", state.Remaining.ToString(CultureInfo.InvariantCulture));
        yield return ("X-RateLimit-Reset", (state.ResetsAt.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture));
        yield return ("X-RateLimit-Reset-After", Math.Max(0, state.ResetsAfter.TotalSeconds).ToString("0.000", CultureInfo.InvariantCulture));
        yield return ("X-RateLimit-Bucket", state.Bucket);
    }
}
