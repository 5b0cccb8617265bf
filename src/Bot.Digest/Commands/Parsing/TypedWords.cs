using System.Text;
using Bot.Digest.Chat;
using Bot.Digest.Schedules;

namespace Bot.Digest.Commands.Parsing;

/// <summary>Reads the words and phrases that choose stories, which commas part.</summary>
internal static class TypedWords
{
    /// <summary>Each is looked for anew for every digest.</summary>
    public const int Most = 20;

    /// <summary>Characters of each; more is a sentence, and no two outlets print the same.</summary>
    public const int Longest = 60;

    /// <summary>The words as they were typed.</summary>
    /// <param name="option">Named where something is wrong.</param>
    public static Typed<string> Read(string option, string typed)
    {
        var words = typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words.Length > Most ? new(null, DeliveryWords.TooManyWords(option, Most))
            : Array.Exists(words, one => one.Length > Longest) ? new(null, DeliveryWords.TooLongWords(option, Longest))
            : Array.TrueForAll(words, HasSomething) && words.Length > 0 ? new(typed)
            : new(null, DeliveryWords.NoWords(option));
    }

    private static bool HasSomething(string words) => words.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
