using System.Globalization;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>Explains commands in each language of the interface that Discord's apps speak. Names stay: they are the same in every language.</summary>
public static class CommandTranslation
{
    /// <summary>docs.discord.com, reference#locales.</summary>
    private static readonly string[] _locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr",
        "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    /// <summary>Commands with their English descriptions and those of the other languages.</summary>
    /// <param name="write">Writes them in the words of the present culture.</param>
    public static IReadOnlyList<CommandBody> Of(Func<IReadOnlyList<CommandBody>> write)
    {
        var translations = (
            from locale in _locales
            let language = InterfaceLanguages.Nearest(locale)
            where language.TwoLetterISOLanguageName is not ("en" or "iv") // The invariant culture is English as well.
            select (locale, Commands: In(language, write))).ToList();
        return
        [
            .. In(CultureInfo.InvariantCulture, write)
                .Select((command, at) => Translated(command, [.. translations.Select(other => (other.locale, other.Commands[at]))])),
        ];
    }

    private static CommandBody Translated(CommandBody command, IReadOnlyList<(string Locale, CommandBody Command)> others) => command with
    {
        DescriptionLocalizations = others.ToDictionary(other => other.Locale, other => other.Command.Description),
        Options = command.Options?.Select((option, at) => Translated(option, [.. others.Select(other => (other.Locale, other.Command.Options![at]))])).ToList(),
    };

    private static OptionBody Translated(OptionBody option, IReadOnlyList<(string Locale, OptionBody Option)> others) => option with
    {
        DescriptionLocalizations = others.ToDictionary(other => other.Locale, other => other.Option.Description),
        Options = option.Options?.Select((inner, at) => Translated(inner, [.. others.Select(other => (other.Locale, other.Option.Options![at]))])).ToList(),
    };

    private static IReadOnlyList<CommandBody> In(CultureInfo language, Func<IReadOnlyList<CommandBody>> write)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language;
        try
        {
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
