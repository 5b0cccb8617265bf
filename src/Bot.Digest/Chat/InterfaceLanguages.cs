using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Bot.Digest.Chat;

/// <summary>The languages that the interface speaks: English, and those that have resources.</summary>
public static class InterfaceLanguages
{
    /// <summary>
    /// All of them, in the order of their codes. The build writes them down: to find out by asking for the resources of every culture there is would leave
    /// megabytes in memory.
    /// </summary>
    public static IReadOnlyList<CultureInfo> All { get; } = Read(typeof(InterfaceLanguages).Assembly);

    /// <summary>Whether a culture has words of its own, or those of the language that it is a variety of.</summary>
    public static bool Speaks(CultureInfo culture) => All.Contains(culture) || (culture.Name.Length > 0 && Speaks(culture.Parent));

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

    private static IReadOnlyList<CultureInfo> Read(Assembly assembly)
    {
        var translated = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == nameof(InterfaceLanguages)).Value ?? "";
        return [.. translated
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Append(assembly.GetCustomAttribute<NeutralResourcesLanguageAttribute>()!.CultureName)
            .Order(StringComparer.Ordinal)
            .Select(CultureInfo.GetCultureInfo)];
    }
}
