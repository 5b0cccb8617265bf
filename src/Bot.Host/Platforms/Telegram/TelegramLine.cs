using System.Text.RegularExpressions;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// Command lines as Telegram has them: names are letters, digits and underscores, so that <c>/source add</c> is <c>/source_add</c> and
/// <c>/article 16</c> can be pressed as <c>/article_16</c>.
/// </summary>
public static partial class TelegramLine
{
    /// <summary>A longer word is no command to the clients (from general knowledge of them).</summary>
    private const int LongestPressable = 64;

    /// <summary>The command as one word that can be pressed in a text; null when it has anything else in it.</summary>
    public static string? Pressable(string command) =>
        command.Length <= LongestPressable && WordsOnly().IsMatch(command) ? command.Replace(' ', '_') : null;

    /// <summary>The line that somebody typed or pressed; null when it is no command, or one to another bot.</summary>
    /// <param name="typed">A message.</param>
    /// <param name="bot">The bot's own name, without the @.</param>
    public static TypedLine? Read(string typed, string bot)
    {
        if (!typed.StartsWith('/'))
        {
            return null;
        }

        var end = typed.AsSpan().IndexOfAny(" \t\r\n");
        var word = end < 0 ? typed : typed[..end];
        var at = word.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && !word.AsSpan(at + 1).Equals(bot, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = (at > 0 ? word[..at] : word).Replace('_', ' ');
        return new TypedLine(name + (end < 0 ? "" : typed[end..]), IsToUs: at > 0);
    }

    [GeneratedRegex("^/[a-z]+( [a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordsOnly();
}

/// <summary>A line for the dispatcher.</summary>
/// <param name="Line">With spaces in the name.</param>
/// <param name="IsToUs">The bot was named.</param>
public readonly record struct TypedLine(string Line, bool IsToUs);
