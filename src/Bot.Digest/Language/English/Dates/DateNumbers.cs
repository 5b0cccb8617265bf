using System.Globalization;
using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>What the figures of one token are: a day or year, a time, a whole date, an amount.</summary>
internal static class DateNumbers
{
    public static (DateWordKind Kind, int Value) Classify(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        if (digits is 0 or > 9)
        {
            return (DateWordKind.Amount, DateToken.Uncounted);
        }

        var value = int.Parse(text[..digits], CultureInfo.InvariantCulture);
        var rest = text[digits..];
        return rest switch
        {
            [] => (DateWordKind.Digits, value),
            [':', ..] => Clock(value, rest[1..]),
            "st" or "nd" or "rd" or "th" => (DateWordKind.DigitOrdinal, value),
            "s" when digits == 4 && value % 10 == 0 => (DateWordKind.Decade, value),
            "am" or "pm" or "AM" or "PM" when value is >= 1 and <= 12 => (DateWordKind.ClockWord, Hours(value, rest) * 60),
            ['-' or '/' or '.', ..] when WholeDate(text, rest[0]) is { } date => date,
            "/2" when value == 1 => (DateWordKind.OneHalf, 0),
            _ => (DateWordKind.Amount, IsPlain(rest) ? value : DateToken.Uncounted),
        };
    }

    /// <summary>Thousands in threes, then at most two decimals: ",000", ".5". "1,5" and "1.000" are one number to some and another to others.</summary>
    private static bool IsPlain(ReadOnlySpan<char> rest)
    {
        while (rest is [',', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..])
        {
            rest = rest[4..];
        }

        return rest is [] or ['.', >= '0' and <= '9'] or ['.', >= '0' and <= '9', >= '0' and <= '9'];
    }

    private static int Hours(int hour, ReadOnlySpan<char> meridiem) => (hour % 12) + (meridiem[0] is 'p' or 'P' ? 12 : 0);

    private static (DateWordKind Kind, int Value) Clock(int hour, ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || !char.IsAsciiDigit(rest[0]) || !char.IsAsciiDigit(rest[1]))
        {
            return (DateWordKind.Amount, DateToken.Uncounted);
        }

        var minute = ((rest[0] - '0') * 10) + rest[1] - '0';
        return rest[2..] switch
        {
            _ when hour > 24 || minute > 59 => (DateWordKind.Amount, DateToken.Uncounted),
            [] => (DateWordKind.ClockDigits, (hour * 60) + minute),
            [':', _, _] => (DateWordKind.ClockDigits, (hour * 60) + minute),
            "am" or "pm" or "AM" or "PM" when hour is >= 1 and <= 12 => (DateWordKind.ClockWord, (Hours(hour, rest[2..]) * 60) + minute),
            _ => (DateWordKind.Amount, DateToken.Uncounted),
        };
    }

    /// <summary>
    /// "2024-10-24", "2024-10-24T18:30Z", "2024-10", "24.10.2024", "10/24/2024". With slashes the month comes first where
    /// both orders are possible, as American papers write; with points and hyphens the day does, as European ones do.
    /// </summary>
    private static (DateWordKind Kind, int Value)? WholeDate(ReadOnlySpan<char> text, char separator)
    {
        if (separator == '-' && text.IndexOf('T') is > 0 and var time)
        {
            text = text[..time];
        }

        Span<int> parts = stackalloc int[3];
        Span<Range> ranges = stackalloc Range[4];
        var count = text.Split(ranges, separator);
        if (count is < 2 or > 3)
        {
            return null;
        }

        for (var part = 0; part < count; part++)
        {
            if (text[ranges[part]].Length > 4 || !int.TryParse(text[ranges[part]], NumberStyles.None, CultureInfo.InvariantCulture, out parts[part]))
            {
                return null;
            }
        }

        if (count == 2)
        {
            return separator == '-' && text[ranges[0]].Length == 4 && text[ranges[1]].Length == 2 && parts[1] is >= 1 and <= 12
                ? (DateWordKind.WholeMonth, (parts[0] * 100) + parts[1])
                : null;
        }

        return text[ranges[0]].Length == 4
            ? Packed(parts[0], parts[1], parts[2])
            : EndsInYear(parts, separator, text[ranges[2]].Length);
    }

    private static (DateWordKind Kind, int Value)? EndsInYear(ReadOnlySpan<int> parts, char separator, int yearLength)
    {
        if (yearLength is not (2 or 4) || (yearLength == 2 && separator != '/'))
        {
            return null;
        }

        var year = yearLength == 4 ? parts[2] : parts[2] + (parts[2] < 50 ? 2000 : 1900);
        var monthFirst = separator == '/' ? parts[0] <= 12 : parts[1] > 12;
        return monthFirst ? Packed(year, parts[0], parts[1]) : Packed(year, parts[1], parts[0]);
    }

    private static (DateWordKind Kind, int Value)? Packed(int year, int month, int day) =>
        CalendarPeriod.Day(year, month, day) is null ? null : (DateWordKind.WholeDate, (year * 10000) + (month * 100) + day);
}
