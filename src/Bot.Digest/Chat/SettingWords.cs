namespace Bot.Digest.Chat;

/// <summary>The words of replies about what a community chose: one member a key of <c>SettingWords.resx</c>, in its order.</summary>
public static class SettingWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.SettingWords");

    public static string Title => _catalogue[nameof(Title)];

    public static string Zone(string city, string time) => _catalogue.Fill(nameof(Zone), [city, time]);

    public static string NoZone(string city, string time) => _catalogue.Fill(nameof(NoZone), [city, time]);

    public static string Language(string name, string day) => _catalogue.Fill(nameof(Language), [name, day]);

    /// <summary>A language that has no words here: days and numbers follow it all the same.</summary>
    /// <param name="spoken">The languages that have.</param>
    public static string LanguageOfDays(string name, string day, string spoken) => _catalogue.Fill(nameof(LanguageOfDays), [name, day, spoken]);

    public static string NoLanguage => _catalogue[nameof(NoLanguage)];

    public static string Quiet(string from, string to) => _catalogue.Fill(nameof(Quiet), [from, to]);

    public static string NoQuiet => _catalogue[nameof(NoQuiet)];

    public static string Managers(string role) => _catalogue.Fill(nameof(Managers), [role]);

    public static string NoManagers => _catalogue[nameof(NoManagers)];

    public static string Change(string options) => _catalogue.Fill(nameof(Change), options);

    public static RichText NotALanguage(string typed) => _catalogue.Fill(nameof(NotALanguage), new Plain(typed));

    public static RichText NotARole(string typed) => _catalogue.Fill(nameof(NotARole), new Plain(typed));
}
