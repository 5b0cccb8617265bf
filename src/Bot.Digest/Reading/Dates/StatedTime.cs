namespace Bot.Digest.Reading.Dates;

/// <summary>The time of day and the zone that stand beside a date.</summary>
internal static class StatedTime
{
    /// <summary>Pieces after a date in which its time may begin ("…, at 2:05", "… klockan 14.05").</summary>
    private const int Reach = 4;

    /// <summary>Zone names of RFC 822, and those that news pages and feeds print, in hours from UTC.</summary>
    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["UT"] = 0,
        ["WET"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["ET"] = -5,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["PT"] = -8,
        ["BST"] = 1,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["MEZ"] = 1,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["IST"] = 5.5,
        ["SGT"] = 8,
        ["HKT"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["AST"] = -4,
        ["ADT"] = -3,
        ["NST"] = -3.5,
        ["NDT"] = -2.5,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["UYT"] = -3,
        ["CLT"] = -4,
        ["VET"] = -4,
        ["COT"] = -5,
        ["PET"] = -5,
        ["WAT"] = 1,
        ["CAT"] = 2,
        ["SAST"] = 2,
        ["EAT"] = 3,
        ["IDT"] = 3,
        ["TRT"] = 3,
        ["GST"] = 4,
        ["PKT"] = 5,
        ["NPT"] = 5.75,
        ["ICT"] = 7,
        ["WIB"] = 7,
        ["WITA"] = 8,
        ["WIT"] = 9,
        ["PHT"] = 8,
        ["MYT"] = 8,
        ["AWST"] = 8,
        ["ACST"] = 9.5,
        ["ACDT"] = 10.5,
    };

    /// <summary>The day with the time of day beside it; the day itself where none is.</summary>
    /// <param name="from">First piece of the date.</param>
    /// <param name="to">One past its last piece.</param>
    public static DateTimeOffset AddTo(DateTimeOffset day, List<DatePiece> pieces, int from, int to)
    {
        for (var i = Math.Max(0, to - 1); i < Math.Min(pieces.Count - 1, to + Reach); i++)
        {
            if (IsClock(pieces, i))
            {
                return At(day, pieces, i);
            }
        }

        for (var i = 0; i < from - 1; i++)
        {
            if (IsClock(pieces, i) && i + 1 < from)
            {
                return At(day, pieces, i);
            }
        }

        return day;
    }

    private static bool IsClock(List<DatePiece> pieces, int i) =>
        pieces[i] is { IsNumber: true, Text.Length: <= 2, Number: < 24, Joint: ':' }
        && pieces[i + 1] is { IsNumber: true, Text.Length: 2, Number: < 60 };

    private static DateTimeOffset At(DateTimeOffset day, List<DatePiece> pieces, int i)
    {
        var (hour, minute, second) = (pieces[i].Number, pieces[i + 1].Number, 0);
        var next = i + 2;
        if (next < pieces.Count && pieces[next - 1].Joint == ':' && pieces[next] is { IsNumber: true, Text.Length: 2, Number: < 60 })
        {
            second = pieces[next++].Number;
        }

        if (next < pieces.Count && pieces[next - 1].Joint == '.' && pieces[next] is { IsNumber: true, Before: '.' })
        {
            next++; // Parts of a second tell nothing here.
        }

        (hour, next) = HalfDay(hour, pieces, next);
        var clock = new DateTimeOffset(day.Year, day.Month, day.Day, hour, minute, second, TimeSpan.Zero);
        var zone = Zone(pieces, next);
        return clock.Year is > 1 and < 9999 ? new DateTimeOffset(clock.DateTime, zone) : clock;
    }

    private static (int Hour, int Next) HalfDay(int hour, List<DatePiece> pieces, int next)
    {
        if (next >= pieces.Count)
        {
            return (hour, next);
        }

        var isSplit = pieces[next].Text.Length == 1 && next + 1 < pieces.Count && pieces[next + 1].Text is "m" or "M"; // "p.m."
        var letter = pieces[next].Text.Length == 2 && pieces[next].Text[1] is 'm' or 'M' || isSplit ? char.ToLowerInvariant(pieces[next].Text[0]) : ' ';
        return letter switch
        {
            'p' => (hour < 12 ? hour + 12 : hour, next + (isSplit ? 2 : 1)),
            'a' => (hour == 12 ? 0 : hour, next + (isSplit ? 2 : 1)),
            _ => (hour, next),
        };
    }

    private static TimeSpan Zone(List<DatePiece> pieces, int i)
    {
        if (i >= pieces.Count)
        {
            return TimeSpan.Zero;
        }

        if (!pieces[i].IsNumber)
        {
            var known = Zones.TryGetValue(pieces[i].Text, out var hours);
            var isSigned = i + 1 < pieces.Count && pieces[i + 1].IsNumber && pieces[i + 1].Before is '+' or '-';
            return isSigned && known ? Zone(pieces, i + 1) : TimeSpan.FromHours(known ? hours : 0);
        }

        var sign = pieces[i].Before switch { '+' => 1, '-' or '−' => -1, _ => 0 };
        var (hour, minute) = pieces[i].Text.Length switch
        {
            4 => (pieces[i].Number / 100, pieces[i].Number % 100),
            <= 2 => (pieces[i].Number, pieces[i].Joint == ':' && i + 1 < pieces.Count ? Math.Max(0, pieces[i + 1].Number) : 0),
            _ => (0, 0),
        };
        return hour <= 14 && minute < 60 ? sign * new TimeSpan(hour, minute, 0) : TimeSpan.Zero;
    }
}
