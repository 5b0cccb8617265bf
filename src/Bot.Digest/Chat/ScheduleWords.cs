namespace Bot.Digest.Chat;

/// <summary>The words of replies about when digests go out: one member a key of <c>ScheduleWords.resx</c>, in its order.</summary>
public static class ScheduleWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.ScheduleWords");

    // A schedule in words.
    public static string EveryDay(string times) => _catalogue.Fill(nameof(EveryDay), [times]);

    public static string OnDays(string days, string times) => _catalogue.Fill(nameof(OnDays), [days, times]);

    public static string Weekly(string day, string times) => _catalogue.Fill(nameof(Weekly), [day, times]);

    public static string InZone(string schedule, string city) => _catalogue.Fill(nameof(InZone), [schedule, city]);

    public static string Silent(string schedule, string from, string to) => _catalogue.Fill(nameof(Silent), [schedule, from, to]);

    public static string And(string first, string last) => _catalogue.Fill(nameof(And), [first, last]);

    public static string FromUtc(string hours) => _catalogue.Fill(nameof(FromUtc), [hours]);

    // What was not understood.
    public static RichText NotTimes(string typed) => _catalogue.Fill(nameof(NotTimes), new Plain(typed));

    public static string TooManyTimes(int most) => _catalogue.Fill(nameof(TooManyTimes), [most]);

    public static RichText NotDays(string typed) => _catalogue.Fill(nameof(NotDays), new Plain(typed));

    public static RichText NotQuiet(string typed) => _catalogue.Fill(nameof(NotQuiet), new Plain(typed));

    public static RichText NotAZone(string typed) => _catalogue.Fill(nameof(NotAZone), new Plain(typed));

    public static RichText NotAZoneNear(string typed, string nearest) => _catalogue.Fill(nameof(NotAZoneNear), new Plain(typed), new Code(nearest));

    public static RichText SeveralZones(string typed, string zones) => _catalogue.Fill(nameof(SeveralZones), new Plain(typed), new Code(zones));
}
