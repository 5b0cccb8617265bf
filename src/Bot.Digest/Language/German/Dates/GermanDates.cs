using System.Globalization;
using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.German.Dates;

/// <summary>How German tells when.</summary>
internal sealed class GermanDates : IDateGrammar
{
    private readonly DateWords _words = new("German.Dates");

    public (DateWordKind Kind, int Value) KindOf(ReadOnlySpan<char> word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return Figures(word);
        }

        var found = _words.Find(word);
        return found.Kind == DateWordKind.None && word is [>= 'a' and <= 'z', _, .., 't', 'e'] or [>= 'a' and <= 'z', _, .., 't', 'e', 'n']
            ? (DateWordKind.PastVerb, 0)
            : found;
    }

    public DateReading? Read(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.Digits or DateWordKind.WholeDate or DateWordKind.Month => GermanCalendar.Read(scan, at),
        DateWordKind.Weekday => GermanCalendar.FromWeekday(scan, at),
        DateWordKind.Day => GermanPeriods.OfDay(scan, at),
        DateWordKind.Shift => GermanPeriods.Shifted(scan, at),
        DateWordKind.Ago => GermanPeriods.Ago(scan, at),
        DateWordKind.Season => GermanPeriods.OfSeason(scan, at),
        _ => null,
    };

    public Tense TenseAround(DateScan scan, int start, int end) => GermanTenses.Around(scan, start, end);

    /// <summary>"24", "24.10.2024", "2024-10-24"; all others are amounts.</summary>
    private static (DateWordKind Kind, int Value) Figures(ReadOnlySpan<char> word)
    {
        if (!word.ContainsAnyExceptInRange('0', '9'))
        {
            return word.Length < 9 ? (DateWordKind.Digits, int.Parse(word, CultureInfo.InvariantCulture)) : (DateWordKind.Amount, 0);
        }

        ReadOnlySpan<string> forms = ["d.M.yyyy", "yyyy-MM-dd"];
        foreach (var form in forms)
        {
            if (word.Length <= 10 && DateOnly.TryParseExact(word, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && CalendarPeriod.Day(day.Year, day.Month, day.Day) is not null)
            {
                return (DateWordKind.WholeDate, (day.Year * 10000) + (day.Month * 100) + day.Day);
            }
        }

        return (DateWordKind.Amount, 0);
    }
}
