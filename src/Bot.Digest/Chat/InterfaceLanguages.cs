using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>The languages that the interface speaks: English, and those whose resources stand beside the program.</summary>
public static class InterfaceLanguages
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.Words");

    private static readonly Lazy<IReadOnlyList<CultureInfo>> _all = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.AllCultures).Where(culture => culture.Name.Length > 0 && _catalogue.Has(culture))]);

    /// <summary>All of them, in the order of their codes. Each culture of the system is tried once, some milliseconds in all.</summary>
    public static IReadOnlyList<CultureInfo> All => _all.Value;

    /// <summary>Whether a culture has words of its own, or those of the language that it is a variety of.</summary>
    public static bool Speaks(CultureInfo culture) => culture.Name.Length > 0 && (_catalogue.Has(culture) || Speaks(culture.Parent));

    /// <summary>
    /// A culture by its name, with the calendar that articles and <c>since:</c> count by: others lack days that articles tell of, and their years are not
    /// those that people type.
    /// </summary>
    public static CultureInfo Of(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        if (culture.Calendar is GregorianCalendar)
        {
            return culture;
        }

        var gregorian = new CultureInfo(name, useUserOverride: false);
        gregorian.DateTimeFormat.Calendar = new GregorianCalendar();
        return gregorian;
    }

    /// <summary>
    /// The culture of a code like "de" or "pt-BR", as platforms write it; the invariant one, which is English, where the interface does not speak
    /// its language: days in one language among words in another help nobody who did not choose that.
    /// </summary>
    public static CultureInfo Nearest(string? code)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(code ?? "");
            return Speaks(culture) ? culture : CultureInfo.InvariantCulture;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
