using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>How often: "every day", "each Thursday", "every July", "daily".</summary>
internal static class Repeated
{
    public static DateReading? Read(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.Every => AfterEvery(scan, at),
        DateWordKind.Frequency => DateReading.Set(at, at + 1, Units.Duration(1, scan.Tokens[at].Value)),
        _ => null,
    };

    private static DateReading? AfterEvery(DateScan scan, int at)
    {
        var what = scan.Tokens[at + 1];
        return what.Kind switch
        {
            DateWordKind.Unit => DateReading.Set(at, at + 2, Units.Duration(1, what.Value)),
            DateWordKind.Weekday => DateReading.Set(at, at + 2, $"XXXX-WXX-{what.Value}"),
            DateWordKind.Month when what.Capital => DateReading.Set(at, at + 2, $"XXXX-{what.Value:00}"),
            DateWordKind.Season => DateReading.Set(at, at + 2, $"XXXX-{what.Value switch { 1 => "SP", 2 => "SU", 3 => "FA", _ => "WI" }}"),
            DateWordKind.DayPart => DateReading.Set(at, at + 2, $"XXXX-XX-XXT{Weekdays.DayPart(scan, at + 1)}"),
            _ => Numerals.Read(scan, at + 1) is { Count: { } count } number && scan.Is(number.End, DateWordKind.Unit)
                ? DateReading.Set(at, number.End + 1, Units.Duration(count, scan.Tokens[number.End].Value))
                : null,
        };
    }
}
