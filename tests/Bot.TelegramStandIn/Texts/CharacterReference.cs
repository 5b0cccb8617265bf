using System.Globalization;
using System.Text;

namespace Bot.TelegramStandIn.Texts;

/// <summary>Character references of HTML as Telegram understands them: numbers, and four names.</summary>
internal static class CharacterReference
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["lt"] = "<", ["gt"] = ">", ["amp"] = "&", ["quot"] = "\"" };

    /// <summary>Reads one that begins with the "&amp;" at a place.</summary>
    /// <returns>What it stands for, null when it stands for nothing; and how long it is.</returns>
    public static (string? Character, int Length) At(string html, int at)
    {
        var end = at + 1;
        while (end < html.Length && end - at < 12 && (char.IsAsciiLetterOrDigit(html[end]) || (html[end] == '#' && end == at + 1)))
        {
            end++;
        }

        var name = html[(at + 1)..end];
        var length = end - at + (end < html.Length && html[end] == ';' ? 1 : 0);
        return (name.StartsWith('#') ? Numbered(name[1..]) : Names.GetValueOrDefault(name), length);
    }

    private static string? Numbered(string digits)
    {
        var isHexadecimal = digits.StartsWith('x');
        var isNumber = int.TryParse(digits.AsSpan(isHexadecimal ? 1 : 0), isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number > 0 && Rune.IsValid(number) ? new Rune(number).ToString() : null;
    }
}
