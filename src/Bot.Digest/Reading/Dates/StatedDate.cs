using System.Globalization;

namespace Bot.Digest.Reading.Dates;

/// <summary>
/// Dates as documents state them: ISO 8601, RFC 822, Unix time, numbers in the order of the language, month names of many
/// languages. Never throws; what is no whole date (day, month and year) is null.
/// </summary>
public static class StatedDate
{
    private const int EarliestYear = 1600;
    private const int LatestYear = 2200;

    /// <summary>A date stands near the beginning of what states it.</summary>
    private const int Reach = 400;

    /// <summary>The first date in a text. Without a zone it is taken as UTC, without a time as midnight.</summary>
    /// <param name="language">IETF tag, decides "05/06/2024"; null leaves such a date unread.</param>
    public static DateTimeOffset? Parse(string? text, string? language)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        text = text.Trim();
        text = text.Length > Reach ? text[..Reach] : text;
        return text.All(char.IsAsciiDigit) ? OfDigits(text) : OfWords(text, language);
    }

    private static DateTimeOffset? OfDigits(string digits) => digits.Length switch
    {
        8 => Day(Int(digits, 0, 4), Int(digits, 4, 2), Int(digits, 6, 2)),
        10 => DateTimeOffset.FromUnixTimeSeconds(long.Parse(digits, CultureInfo.InvariantCulture)),
        13 => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits, CultureInfo.InvariantCulture)),
        14 => Day(Int(digits, 0, 4), Int(digits, 4, 2), Int(digits, 6, 2)) is { } day && Int(digits, 8, 2) is < 24 and var hour
            ? day.AddHours(hour).AddMinutes(Int(digits, 10, 2)).AddSeconds(Int(digits, 12, 2))
            : null,
        _ => null,
    };

    private static int Int(string digits, int start, int length) => int.Parse(digits.AsSpan(start, length), CultureInfo.InvariantCulture);

    private static DateTimeOffset? OfWords(string text, string? language)
    {
        var pieces = DatePiece.Split(text);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (day, used) = At(pieces, i, language);
            if (day is { } found)
            {
                return StatedTime.AddTo(found, pieces, i, i + used);
            }
        }

        return null;
    }

    /// <summary>A whole date that begins at a piece, and how many pieces it takes.</summary>
    private static (DateTimeOffset? Day, int Used) At(List<DatePiece> pieces, int i, string? language)
    {
        if (pieces[i].IsDay8)
        {
            return (OfDigits(pieces[i].Text), 1);
        }

        if (i + 2 >= pieces.Count)
        {
            return default;
        }

        var (a, b, c) = (pieces[i], pieces[i + 1], pieces[i + 2]);
        if (a.IsYear && b.IsUpTo(12) && c.IsUpTo(31) && a.JoinsNumber(b) && b.JoinsNumber(c))
        {
            return (Day(a.Number, b.Number, c.Number), 3);
        }

        if (a.IsUpTo(31) && b.IsUpTo(31) && c.IsNumber && a.JoinsNumber(b) && b.JoinsNumber(c) && a.IsSameJoint(b))
        {
            return (OfNumbers(a, b, c, language), 3);
        }

        return a.IsUpTo(31) ? (DayMonthYear(pieces, i), 3)
            : a.Month > 0 && b.IsUpTo(31) && AfterSmallWords(pieces, i + 2) is var year && year < pieces.Count && pieces[year].IsYear
                ? (Day(pieces[year].Number, a.Month, b.Number), year + 1 - i)
            : a.IsYear && b.Month > 0 && c.IsUpTo(31) ? (Day(a.Number, b.Month, c.Number), 3)
            : default;
    }

    /// <summary>"3 May 2024", "3rd of May, 2024", "3 de mayo del 2024", "03-May-24": small words may stand between.</summary>
    private static DateTimeOffset? DayMonthYear(List<DatePiece> pieces, int i)
    {
        var next = AfterSmallWords(pieces, i + 1);
        if (next >= pieces.Count || pieces[next].Month == 0)
        {
            return null;
        }

        var year = AfterSmallWords(pieces, next + 1);
        return year >= pieces.Count ? null
            : pieces[year].IsYear ? Day(pieces[year].Number, pieces[next].Month, pieces[i].Number)
            : pieces[year].IsShortYear ? Day(2000 + pieces[year].Number, pieces[next].Month, pieces[i].Number)
            : null;
    }

    private static int AfterSmallWords(List<DatePiece> pieces, int i)
    {
        for (var skipped = 0; skipped < 2 && i < pieces.Count && pieces[i].IsSmallWord; skipped++)
        {
            i++;
        }

        return i;
    }

    /// <summary>Dots mean day first everywhere; with slashes or hyphens a number over 12 tells, else the language.</summary>
    private static DateTimeOffset? OfNumbers(DatePiece first, DatePiece second, DatePiece last, string? language)
    {
        var year = last.IsYear ? last.Number : last.IsShortYear ? 2000 + last.Number : 0;
        if (year == 0)
        {
            return null;
        }

        var dayFirst = first.Joint == '.' || first.Number > 12 || (second.Number <= 12 && !IsMonthFirst(language));
        var isOpen = first.Joint != '.' && first.Number <= 12 && second.Number <= 12 && first.Number != second.Number;
        return isOpen && language is null ? null
            : dayFirst ? Day(year, second.Number, first.Number)
            : Day(year, first.Number, second.Number);
    }

    /// <summary>English writes the month first in the United States and the Philippines, and where no country is said mostly too.</summary>
    private static bool IsMonthFirst(string? language) =>
        language is not null && (language.Equals("en", StringComparison.OrdinalIgnoreCase)
            || language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase)
            || language.StartsWith("en-PH", StringComparison.OrdinalIgnoreCase));

    private static DateTimeOffset? Day(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            : null;
}
