using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>How the commands that put things right are explained: one member a key of <c>CorrectionCommandWords.resx</c>, in its order.</summary>
public static class CorrectionCommandWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Commands.CorrectionCommandWords");

    public static string Wrong => _catalogue[nameof(Wrong)];

    public static string WrongItems => _catalogue[nameof(WrongItems)];

    public static string WrongKind => _catalogue[nameof(WrongKind)];

    public static string Reports => _catalogue[nameof(Reports)];

    public static string Dismiss => _catalogue[nameof(Dismiss)];

    public static string DismissNumber => _catalogue[nameof(DismissNumber)];

    public static string Hide => _catalogue[nameof(Hide)];

    public static string Unresolve => _catalogue[nameof(Unresolve)];

    public static string Restore => _catalogue[nameof(Restore)];

    public static string PersonRemove => _catalogue[nameof(PersonRemove)];

    public static string PersonRemovePerson => _catalogue[nameof(PersonRemovePerson)];

    public static string PersonRemoveConfirm => _catalogue[nameof(PersonRemoveConfirm)];

    public static string QuoteNumber => _catalogue[nameof(QuoteNumber)];
}
