using System.Globalization;

namespace Bot.Digest.Commands.Parts;

/// <summary>The first letter of a line.</summary>
internal static class Capitals
{
    public static bool IsLower(string words) => words.Length > 0 && char.IsLower(words[0]);

    public static string First(string words) => IsLower(words) ? char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..] : words;
}
