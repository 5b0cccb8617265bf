using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Rendering;

/// <summary>
/// The rows under a message: buttons, and a menu with the commands that the text links to, since Discord knows no commands inside a text. Ids and
/// values hold the whole command; <see cref="ButtonIds"/> makes them short enough before they are sent.
/// </summary>
public static class MessageButtons
{
    /// <summary>The rows for a reply; null for none.</summary>
    public static IReadOnlyList<Component>? Of(Reply reply)
    {
        var rows = reply.Buttons.SelectMany(row => row.Chunk(DiscordLimits.ButtonsARow)).ToList();
        var linked = Linked(reply);
        var most = DiscordLimits.Rows - (linked.Count > 0 || rows.Count > DiscordLimits.Rows ? 1 : 0);
        var left = rows.Skip(most).SelectMany(row => row);
        var choices = left.Concat(linked).DistinctBy(button => button.Command, StringComparer.Ordinal).Take(DiscordLimits.MenuOptions).ToList();

        var number = 0;
        var shown = rows.Take(most).Select(row => Row(row.Select(button => Press(button, number++)))).ToList();
        if (choices.Count > 0)
        {
            shown.Add(Row([Menu(choices)]));
        }

        return shown.Count == 0 ? null : shown;
    }

    /// <summary>The commands that the text links to and no button runs.</summary>
    private static List<Button> Linked(Reply reply)
    {
        var buttons = reply.Buttons.SelectMany(row => row).Select(button => button.Command).ToHashSet(StringComparer.Ordinal);
        return [.. reply.Blocks
            .SelectMany(block => block.Lines)
            .SelectMany(line => line)
            .OfType<CommandLink>()
            .Where(link => buttons.Add(link.Command))
            .Select(link => new Button(link.Text, link.Command))];
    }

    private static Component Row(IEnumerable<Component> inside) => new() { Type = Component.Row, Components = [.. inside] };

    private static Component Press(Button button, int number) => new()
    {
        Type = Component.Button,
        Style = Component.Secondary,
        Label = Label(button, DiscordLimits.ButtonLabel),
        CustomId = ButtonIds.Of(number, button.Command),
    };

    private static Component Menu(List<Button> choices) => new()
    {
        Type = Component.Menu,
        CustomId = ButtonIds.Menu,
        Placeholder = DiscordWords.Open,
        MinValues = 1,
        MaxValues = 1,
        Options = [.. choices.Select(choice => new MenuOption(Label(choice, DiscordLimits.MenuLabel), ButtonIds.Of(0, choice.Command)))],
    };

    /// <summary>No markup is read in a label; one that is too long ends in three dots, and one that says nothing names the command.</summary>
    private static string Label(Button button, int longest)
    {
        var label = DiscordMarkdown.OneLine(button.Label).Trim(' ');
        if (label.Length == 0)
        {
            label = DiscordMarkdown.OneLine(button.Command).Trim(' ') is { Length: > 0 } command ? command : "…";
        }

        return DiscordMarkdown.Short(label, longest);
    }
}
