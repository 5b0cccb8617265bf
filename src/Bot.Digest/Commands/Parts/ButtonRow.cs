using Bot.Digest.Chat;

namespace Bot.Digest.Commands.Parts;

/// <summary>Buttons side by side; no row where there are none.</summary>
internal static class ButtonRow
{
    public static IReadOnlyList<IReadOnlyList<Button>> Of(IEnumerable<Button> buttons) =>
        buttons.ToList() is { Count: > 0 } row ? [row] : [];
}
