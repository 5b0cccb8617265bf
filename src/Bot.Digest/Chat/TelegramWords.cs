namespace Bot.Digest.Chat;

/// <summary>What only Telegram says: one member a key of <c>TelegramWords.resx</c>, in its order.</summary>
public static class TelegramWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.TelegramWords");

    public static RichText ImportQuestion(string file) => _catalogue.Fill(nameof(ImportQuestion), new Strong(file));

    public static string UnnamedFile => _catalogue[nameof(UnnamedFile)];

    public static string ButtonImport => _catalogue[nameof(ButtonImport)];

    public static string OldButton => _catalogue[nameof(OldButton)];

    public static string ToldInPrivate => _catalogue[nameof(ToldInPrivate)];

    public static string NotAMember => _catalogue[nameof(NotAMember)];

    public static string AskInPrivate => _catalogue[nameof(AskInPrivate)];

    public static RichText LinkQuestion(string command, string chat) => _catalogue.Fill(nameof(LinkQuestion), new Strong(command), new Strong(chat));

    public static string ButtonRun => _catalogue[nameof(ButtonRun)];
}
