using System.Globalization;

namespace Bot.Digest.Reading.Dates;

/// <summary>A number or a word of a printed date, with the character that follows it.</summary>
internal readonly record struct DatePiece(string Text, int Number, int Month, char Joint, char Before)
{
    /// <summary>Words between day, month and year in Romance languages, English and Czech, and the endings of English ordinals.</summary>
    private static readonly HashSet<string> SmallWords = new(StringComparer.OrdinalIgnoreCase)
        { "de", "del", "di", "of", "the", "st", "nd", "rd", "th", "er", "den", "da", "do", "e", "lo", "dne" };

    public bool IsNumber => Number >= 0;

    public bool IsYear => IsNumber && Text.Length == 4 && Number is >= 1600 and <= 2200;

    public bool IsShortYear => IsNumber && Text.Length == 2 && Number <= 50;

    public bool IsDay8 => IsNumber && Text.Length == 8;

    public bool IsSmallWord => SmallWords.Contains(Text);

    public bool IsUpTo(int most) => IsNumber && Text.Length <= 2 && Number >= 1 && Number <= most;

    /// <summary>Joined to the next number as the parts of a date are.</summary>
    public bool JoinsNumber(DatePiece next) => next.IsNumber && Joint is '-' or '/' or '.' or '年' or '月' or '년' or '월' or '–' or '‑';

    public bool IsSameJoint(DatePiece next) => Joint == next.Joint;

    /// <summary>Numbers and words in order. White space after a joint is skipped; a blank alone is the joint of two words.</summary>
    public static List<DatePiece> Split(string text)
    {
        var pieces = new List<DatePiece>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]) || IsCjk(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var isNumber = char.IsAsciiDigit(text[i]);
            while (i < text.Length && (isNumber ? char.IsAsciiDigit(text[i]) : char.IsLetter(text[i]) && !IsCjk(text[i])))
            {
                i++;
            }

            i = Math.Max(i, start + 1);
            var word = text[start..i];
            var number = isNumber && word.Length <= 9 ? int.Parse(word, CultureInfo.InvariantCulture) : -1;
            pieces.Add(new(word, number, isNumber ? 0 : MonthNames.Number(word), JointAt(text, i), start == 0 ? ' ' : text[start - 1]));
        }

        return pieces;
    }

    private static bool IsCjk(char c) => c is '年' or '月' or '日' or '년' or '월' or '일';

    private static char JointAt(string text, int i)
    {
        var at = i;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at >= text.Length ? ' ' : char.IsLetterOrDigit(text[at]) && at > i ? ' ' : text[at];
    }
}
