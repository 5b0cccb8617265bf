using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Schedules;

namespace Bot.Digest.Commands.Parsing;

/// <summary>Reads a language as people type it: "en-GB", "german", "Deutsch". Days and numbers follow any; words where the catalogue has them.</summary>
internal static class TypedLanguage
{
    private static readonly Lazy<IReadOnlyList<CultureInfo>> _languages = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.AllCultures).Where(culture => culture.Name.Length > 0 && !culture.CultureTypes.HasFlag(CultureTypes.UserCustomCulture))]);

    /// <summary>The name of its culture.</summary>
    public static Typed<string> Read(string typed)
    {
        var word = typed.Trim().Replace('_', '-');
        var found = _languages.Value.FirstOrDefault(culture => Is(culture.Name, word))
            ?? _languages.Value.Where(culture => culture.IsNeutralCulture).FirstOrDefault(culture => Is(culture.EnglishName, word) || Is(culture.NativeName, word));
        return found is not null ? new(found.Name) : new(null, SettingWords.NotALanguage(typed));
    }

    private static bool Is(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);
}
