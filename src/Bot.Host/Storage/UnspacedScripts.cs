using System.Text;

namespace Bot.Host.Storage;

/// <summary>Scripts that part no words by blanks: Chinese, Japanese, Thai, Lao, Burmese and Khmer.</summary>
internal static class UnspacedScripts
{
    /// <summary>Their blocks of Unicode, ends inclusive.</summary>
    private static readonly (int First, int Last)[] _blocks =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
        (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
    ];

    /// <summary>Whether a text holds signs that an engine may cut into words in its own way: those beyond Latin, Greek and Cyrillic.</summary>
    public static bool MayBeCutOtherwise(ReadOnlySpan<char> text) =>
        text.IndexOfAnyInRange('\u0590', '\u1FFF') >= 0 || text.IndexOfAnyInRange('\u2C00', '\uFFFF') >= 0;

    public static bool Holds(Rune rune)
    {
        if (rune.Value < _blocks[0].First)
        {
            return false;
        }

        foreach (var (first, last) in _blocks)
        {
            if (rune.Value <= last)
            {
                return rune.Value >= first;
            }
        }

        return false;
    }
}
