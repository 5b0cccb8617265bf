using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;

namespace Bot.Digest.Schedules;

/// <summary>Reads a zone as people type it: "Europe/Berlin", "berlin", "new york", "utc+2".</summary>
public static partial class TypedZone
{
    /// <summary>Names that a problem offers.</summary>
    private const int MostOffered = 3;

    /// <summary>The UTC name of a zone that keeps to it.</summary>
    private const string Utc = "UTC";

    private static readonly Lazy<IReadOnlyList<string>> _names = new(() => [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Order(StringComparer.Ordinal)]);

    /// <summary>The zone under its IANA name.</summary>
    public static Typed<TimeZoneInfo> Read(string typed)
    {
        var name = typed.Trim().Replace(' ', '_');
        if (FromUtc().Match(name) is { Success: true } distance && OfUtc(distance) is { } fixedZone)
        {
            return new(fixedZone);
        }

        var named = _names.Value.Where(zone => City(zone).Equals(City(name), StringComparison.OrdinalIgnoreCase)).ToList();
        var exact = named.Find(zone => zone.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? (named is [var only] && !name.Contains('/', StringComparison.Ordinal) ? only : name);
        if (Iana().IsMatch(exact) && TimeZoneInfo.TryFindSystemTimeZoneById(exact, out var found) && found.HasIanaId)
        {
            return new(found);
        }

        return new(null, Problem(typed.Trim(), named));
    }

    private static RichText Problem(string typed, List<string> named)
    {
        var nearest = named.Count > 0 ? null : NearestName.To(typed, _names.Value) ?? NearestCity(typed.Replace(' ', '_'));
        return named.Count > 1 ? ScheduleWords.SeveralZones(typed, string.Join(", ", named.Take(MostOffered)))
            : nearest is not null ? ScheduleWords.NotAZoneNear(typed, nearest)
            : ScheduleWords.NotAZone(typed);
    }

    private static string? NearestCity(string typed) =>
        NearestName.To(typed, _names.Value.Select(City)) is { } city ? _names.Value.First(zone => City(zone) == city) : null;

    /// <summary>What stands behind the last stroke.</summary>
    private static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..];

    /// <summary>IANA's names of such zones tell how far UTC is ahead of them, which turns the sign around.</summary>
    private static TimeZoneInfo? OfUtc(Match distance)
    {
        var hours = distance.Groups["hours"] is { Success: true } typed ? int.Parse(typed.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var sign = distance.Groups["sign"].ValueSpan is "+" ? '-' : '+';
        return TimeZoneInfo.TryFindSystemTimeZoneById(hours == 0 ? Utc : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{sign}{hours}"), out var zone) ? zone : null;
    }

    [GeneratedRegex(@"^(?:utc|gmt|z)(?:(?<sign>[+-])0?(?<hours>[0-9]{1,2})(?::?00)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromUtc();

    /// <summary>Names of the tz database (its file theory.html), so that nothing else reaches the file system.</summary>
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z][A-Za-z0-9_+-]*){0,2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iana();
}
