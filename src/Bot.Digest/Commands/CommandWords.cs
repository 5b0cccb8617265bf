using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>How commands and their arguments are explained: one member a key of <c>CommandWords.resx</c>.</summary>
public static class CommandWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Commands.CommandWords");

    public static string Since => _catalogue[nameof(Since)];

    public static string Until => _catalogue[nameof(Until)];

    public static string Page => _catalogue[nameof(Page)];

    public static string HelpSummary => _catalogue[nameof(HelpSummary)];

    public static string HelpCommand => _catalogue[nameof(HelpCommand)];
}
