namespace Bot.Digest.Commands.Parts;

/// <summary>The first letter of a line.</summary>
internal static class Capitals
{
    public static bool IsLower(string words) => words.Length > 0 && char.IsLower(words[0]);

    /// <summary>The line with its first letter large. The words are the outlet's, so the reader's own culture has no say in it.</summary>
    public static string First(string words) => IsLower(words) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
}
