using System.Globalization;

namespace Bot.Host.Platforms.Terminal;

/// <summary>What the terminal at the other end can show.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Colours">Whether looks are shown by escape sequences (ECMA-48, SGR).</param>
/// <param name="Links">Whether addresses hide behind their words (OSC 8); otherwise they are written out.</param>
public sealed record TerminalFeatures(int Width, bool Colours, bool Links)
{
    /// <summary>A file or a pipe, wide enough to read.</summary>
    public static readonly TerminalFeatures Pipe = new(80, Colours: false, Links: false);

    /// <summary>Longer lines are hard to read, however wide the window is.</summary>
    private const int WidestText = 100;

    /// <summary>Narrower than this nothing is laid out well; the terminal itself breaks the lines then.</summary>
    public const int NarrowestWidth = 20;

    /// <summary>What the terminal can do, as its environment says.</summary>
    /// <param name="width">Columns of the window, 0 when not known.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static TerminalFeatures OfTerminal(int width, Func<string, string?> environment)
    {
        var kind = environment("TERM");
        var capable = kind is not (null or "" or "dumb") || OperatingSystem.IsWindows();

        // no-color.org: present and not empty, whatever it says.
        var colours = capable && string.IsNullOrEmpty(environment("NO_COLOR"));
        return new TerminalFeatures(
            width <= 0 ? Pipe.Width : Math.Clamp(width, NarrowestWidth, WidestText), colours, capable && ShowsLinks(kind, environment));
    }

    /// <summary>
    /// Whether the terminal is known to show OSC 8 links. Others drop the address without a word, and a multiplexer
    /// hides what is behind it.
    /// </summary>
    private static bool ShowsLinks(string? kind, Func<string, string?> environment)
    {
        bool Has(string variable) => !string.IsNullOrEmpty(environment(variable));
        if (Has("TMUX") || Has("STY") || kind is ['t', 'm', 'u', 'x', ..] or ['s', 'c', 'r', 'e', 'e', 'n', ..])
        {
            return false;
        }

        // VTE shows links from 0.50 on, which calls itself 5000.
        return Has("KITTY_WINDOW_ID") || Has("WT_SESSION")
            || environment("TERM_PROGRAM") is "iTerm.app" or "WezTerm" or "vscode" or "ghostty"
            || (int.TryParse(environment("VTE_VERSION"), CultureInfo.InvariantCulture, out var vte) && vte >= 5000);
    }
}
