using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Host.Fetching;

/// <summary>What the headers of an answer say. They are read as they came: the framework would rewrite some and drop those it finds wrong.</summary>
internal static class AnswerHeaders
{
    public static Answer Read(HttpResponseMessage response, DateTimeOffset now) => new()
    {
        Status = (int)response.StatusCode,
        Location = Text(response, "Location"),
        ContentType = Text(response, "Content-Type"),
        Validators = Text(response, "ETag") is var tag && Text(response, "Last-Modified") is var modified && (tag ?? modified) is not null ? new(tag, modified) : null,
        MaxAge = Freshness(response, now),
        RetryAfter = RetryAfter(Text(response, "Retry-After"), now),
    };

    /// <summary>The first value of a header, byte for byte; null when there is none.</summary>
    public static string? Text(HttpResponseMessage response, string name) => Values(response, name).FirstOrDefault(value => value.Length > 0);

    /// <summary>All values of a header that is a list, whether they came in one line or in several; empty when there is none.</summary>
    public static List<string> Parts(HttpResponseMessage response, string name) =>
        [.. Values(response, name).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(part => part.ToLowerInvariant())];

    private static IEnumerable<string> Values(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values) ? [.. values] : [];

    /// <summary>Seconds or a date (RFC 9110, section 10.2.3); null when neither, or a time that has passed.</summary>
    private static TimeSpan? RetryAfter(string? text, DateTimeOffset now) =>
        RetryConditionHeaderValue.TryParse(text, out var value) && (value.Delta ?? value.Date - now) is { } wait && wait > TimeSpan.Zero ? wait : null;

    /// <summary>
    /// How long the answer stays fresh: max-age, else Expires, without the age that it has already (RFC 9111, section 4.2). An answer that forbids
    /// keeping it says nothing.
    /// </summary>
    private static TimeSpan? Freshness(HttpResponseMessage response, DateTimeOffset now)
    {
        var directives = Parts(response, "Cache-Control");
        if (directives.Contains("no-cache") || directives.Contains("no-store"))
        {
            return null;
        }

        var age = directives.Find(part => part.StartsWith("max-age=", StringComparison.Ordinal))?["max-age=".Length..].Trim('"');
        var lifetime = Seconds(age) ?? (DateTimeOffset.TryParse(Text(response, "Expires"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires) ? expires - now : null);
        return lifetime - (Seconds(Text(response, "Age")) ?? TimeSpan.Zero) is { } left && left > TimeSpan.Zero ? left : null;
    }

    private static TimeSpan? Seconds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
