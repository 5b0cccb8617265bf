using System.Globalization;
using System.Text;

namespace Bot.Host.Platforms.Terminal;

/// <summary>Writes cells with the escape sequences for their looks: SGR (ECMA-48) and hyperlinks (OSC 8).</summary>
public static class StyledWriter
{
    private const string Reset = "\u001b[0m";
    private const string LinkStart = "\u001b]8;;";
    private const string LinkEnd = "\u001b\\";

    private static readonly (TextLook Look, int Code)[] Codes =
    [
        (TextLook.Bold, 1), (TextLook.Dim, 2), (TextLook.Italic, 3), (TextLook.Underlined, 4), (TextLook.Marked, 35),
    ];

    /// <summary>Appends one line. Whatever it switches on it switches off before it ends.</summary>
    public static void AppendLine(StringBuilder output, IEnumerable<Cell> line, TerminalFeatures features)
    {
        var current = default(TextStyle);
        foreach (var cell in line)
        {
            var style = new TextStyle(
                features.Colours ? cell.Style.Look : TextLook.None, features.Links ? cell.Style.Address : null);
            Switch(output, current, style);
            output.Append(cell.Text);
            current = style;
        }

        Switch(output, current, default);
        output.Append('\n');
    }

    private static void Switch(StringBuilder output, TextStyle from, TextStyle to)
    {
        if (from.Address != to.Address)
        {
            // AbsoluteUri is percent-encoded, so an address cannot end the sequence early.
            output.Append(LinkStart).Append(to.Address?.AbsoluteUri).Append(LinkEnd);
        }

        if (from.Look == to.Look)
        {
            return;
        }

        if (from.Look != TextLook.None)
        {
            output.Append(Reset);
        }

        foreach (var (look, code) in Codes)
        {
            if (to.Look.HasFlag(look))
            {
                output.Append(CultureInfo.InvariantCulture, $"\u001b[{code}m");
            }
        }
    }
}
