using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// A line, and which part of its page is asked for. A page that one message cannot hold is turned part by part: of several messages only the one with the buttons
/// would turn, and the others would stay on the page before.
/// </summary>
/// <param name="Number">From 1; 0 where a line asks for no part.</param>
public sealed record PagePart(string Line, int Number = 0)
{
    /// <summary>Stands before the number in what a button carries: no line of a command has it.</summary>
    private const char Mark = '\n';

    public bool TurnsPage => Number > 0 || CommandDispatcher.TurnsPage(Line);

    /// <summary>Whether the other is a part or a page of the same answer.</summary>
    public bool IsOfSame(PagePart other) => CommandDispatcher.AskSame(Line, other.Line);

    /// <summary>Whether a button of this label turns pages.</summary>
    public static bool IsTurning(string label) => label is PageNumber.Back or PageNumber.On;

    /// <summary>What a button carries, read.</summary>
    public static PagePart Read(string command) =>
        command.LastIndexOf(Mark) is var at and > 0 && int.TryParse(command.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PagePart(command[..at], number)
            : new PagePart(command);

    /// <summary>The messages of the answer to the line: of a page the part that is asked for, with buttons to those before and behind it.</summary>
    public IReadOnlyList<TelegramMessage> Render(Reply reply)
    {
        var messages = TelegramRenderer.Render(reply);
        if (reply.Page is null || messages.Count == 1)
        {
            return messages;
        }

        var number = Math.Clamp(Number, 1, messages.Count);
        var turned = reply with { Buttons = Turned(reply.Buttons, number, messages.Count) };
        return [messages[number - 1] with { Buttons = TelegramRenderer.Render(turned)[^1].Buttons }];
    }

    /// <summary>The buttons of a page, with those that turn it leading through its parts.</summary>
    private IReadOnlyList<IReadOnlyList<Button>> Turned(IReadOnlyList<IReadOnlyList<Button>> rows, int number, int count)
    {
        var turning = rows.SelectMany(row => row).Where(button => IsTurning(button.Label)).ToLookup(button => button.Label, StringComparer.Ordinal);
        Button[] turns =
        [
            .. number > 1 ? [To(PageNumber.Back, number - 1)] : turning[PageNumber.Back],
            .. number < count ? [To(PageNumber.On, number + 1)] : turning[PageNumber.On],
        ];
        var others = rows.Select(row => row.Where(button => !IsTurning(button.Label)).ToList()).ToList();
        return [[.. turns, .. others.Count > 0 ? others[0] : []], .. others.Skip(1)];
    }

    private Button To(string label, int number) => new(label, string.Create(CultureInfo.InvariantCulture, $"{Line}{Mark}{number}"));
}
