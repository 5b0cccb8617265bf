using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>The button under a card by which its readers say that something on it is wrong.</summary>
internal static class WrongButton
{
    /// <summary>Things that one is asked to choose from; a card shows no more.</summary>
    private const int MostItems = 12;

    /// <summary>A button that asks which of these is meant; none where there is nothing.</summary>
    public static IEnumerable<Button> Of(IEnumerable<ItemReference> items) => Of(items.Select(item => (ItemReference[])[item]));

    /// <summary>The same where several references stand under one number, as in a digest.</summary>
    public static IEnumerable<Button> Of(IEnumerable<IReadOnlyList<ItemReference>> groups)
    {
        var words = string.Join(' ', groups.Where(group => group.Count > 0).Take(MostItems).Select(group => string.Join(',', group)));
        return words.Length == 0 ? [] : [new Button(CorrectionWords.ButtonWrong, CommandText.Of(WrongCommand.Name, words))];
    }
}
