using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.TelegramStandIn.Specification;

/// <summary>Reads the limits of a field out of the sentences that describe it: the documentation gives them nowhere else.</summary>
internal static partial class LimitReading
{
    public static Limit Read(string name, IReadOnlyList<string> types, string said)
    {
        var isText = types.Contains("String", StringComparer.Ordinal);
        var isList = types.Any(type => type.EndsWith("[]", StringComparison.Ordinal));
        var isNumber = types.Any(type => type is "Integer" or "Float");
        return new()
        {
            Characters = isText && !isList ? Within(Characters().Match(said)) : null,
            Bytes = isText && !isList ? Within(Bytes().Match(said)) ?? Within(MostBytes().Match(said)) : null,
            Items = isList ? Within(Items().Match(said)) ?? Within(MostItems().Match(said)) : null,
            Value = isNumber && !isText ? Within(Value().Match(said)) : null,
            // Of the text of an inline answer only the kind of its markup is said, which comes to the same.
            IsParsed = isText && (said.Contains("parsing", StringComparison.Ordinal) && said.Contains("characters", StringComparison.Ordinal) || name == "message_text"),
            Letters = isText ? Letters(said) : null,
            OneOf = isText && types.Count == 1 ? OneOf(said) : [],
        };
    }

    /// <summary>What a method says of the length of one of its lists ("No more than 50 results per query are allowed").</summary>
    public static Bounds? MostOf(string field, string said) => Within(Regex.Match(said, $@"No more than (?<most>\d+) {Regex.Escape(field)}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static Bounds? Within(Match match) => match.Success
        ? new Bounds(match.Groups["least"] is { Success: true } least ? Number(least.Value) : 0, Number(match.Groups["most"].Value))
        : null;

    private static decimal Number(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    private static string? Letters(string said) =>
        said.Contains("lowercase English letters, digits and underscores", StringComparison.Ordinal) ? "a-z0-9_"
        : said.Contains("A-Z, a-z, 0-9, _ and - are allowed", StringComparison.Ordinal) ? "A-Za-z0-9_-"
        : null;

    private static string[] OneOf(string said)
    {
        if (OneValue().Match(said) is { Success: true } one)
        {
            return [one.Groups["value"].Value];
        }

        var several = SeveralValues().Match(said);
        return several.Success ? [.. Quoted().Matches(said[several.Index..]).Select(value => value.Groups["value"].Value).Distinct(StringComparer.Ordinal)] : [];
    }

    [GeneratedRegex(@"(?:(?<least>\d+)-|[Uu]p to )(?<most>\d+) characters", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Characters();

    [GeneratedRegex(@"(?<least>\d+)-(?<most>\d+) [Bb]ytes", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bytes();

    [GeneratedRegex(@"can't exceed (?<most>\d+) bytes", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MostBytes();

    [GeneratedRegex(@"(?:[Ll]ist of |include )(?<least>\d+)-(?<most>\d+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Items();

    [GeneratedRegex(@"(?:[Ll]ist of up to|; up to|At most) (?<most>\d+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MostItems();

    // "1-100" at the end of a clause, "between 1 and 360 if specified", "from 0 to 999999999"; a day of the clock or a colour is written otherwise.
    [GeneratedRegex(@"Values between (?<least>\d+)-(?<most>\d+) |[Mm]ust be between (?<least>\d+) and (?<most>\d+) if |[;,] (?<least>\d+)-(?<most>\d+)(?=[.,;]|$)|from (?<least>-?\d+) to (?<most>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"(?:, must be|, always) [""“]?(?<value>[a-z0-9_]+)[""”]?(?:,|\.|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneValue();

    [GeneratedRegex(@"\b(?:can be|one of|must be either)(?: either)? [""“]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SeveralValues();

    [GeneratedRegex(@"[""“](?<value>[A-Za-z0-9_]+)[""”]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
