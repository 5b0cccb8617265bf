using System.Buffers;
using System.Globalization;
using System.Text;
using Bot.Digest.Articles;

namespace Bot.Host.Storage;

/// <summary>
/// The words of a text just as the word indexes hold them: runs of letters and digits, lower case, without accents; where a script parts
/// no words by blanks (<see cref="UnspacedScripts"/>) each sign is a word, so that any run of signs can be asked for as a phrase. Keeps
/// all folded words in one buffer, because thousands of paragraphs are looked through for one answer.
/// </summary>
public sealed class TextWords
{
    private readonly List<(TextSpan Span, int Folded)> _words = [];
    private char[] _folded;
    private int _length;

    private TextWords(int capacity) => _folded = new char[capacity];

    public int Count => _words.Count;

    /// <summary>Where a word stands in the text.</summary>
    public TextSpan this[int word] => _words[word].Span;

    public static TextWords Of(string text)
    {
        var words = new TextWords(text.Length);
        words.Cut(text);
        return words;
    }

    /// <summary>The words alone, folded and parted by blanks.</summary>
    public static string Fold(string text) => string.Join(' ', FoldedWordsOf(text));

    /// <summary>
    /// The text for a word index: as it is where an engine cuts it as this class does, else its folded words, as engines split
    /// words at the vowel signs of Asian scripts and part nothing where no blank stands.
    /// </summary>
    public static string Indexed(string text) => UnspacedScripts.MayBeCutOtherwise(text) ? Fold(text) : text;

    /// <summary>Each word, folded.</summary>
    public static IReadOnlyList<string> FoldedWordsOf(string text)
    {
        var words = Of(text);
        return [.. Enumerable.Range(0, words.Count).Select(word => words.Folded(word).ToString())];
    }

    /// <summary>A word's letters and digits, folded.</summary>
    public ReadOnlySpan<char> Folded(int word) =>
        _folded.AsSpan(_words[word].Folded..(word + 1 < Count ? _words[word + 1].Folded : _length));

    private void Cut(string text)
    {
        var (start, folded, endsAtSign) = (-1, 0, false);
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            var rune = new Rune(0);
            var isRead = char.IsAscii(text[at])
                ? Rune.TryCreate(text[at], out rune)
                : Rune.DecodeFromUtf16(text.AsSpan(at), out rune, out length) == OperationStatus.Done;
            var isSign = isRead && UnspacedScripts.Holds(rune);
            if (isRead && (Rune.IsLetter(rune) || Rune.IsNumber(rune) || (start >= 0 && IsMark(rune))))
            {
                // A sign that is a word ends the word before it, and is ended by all but its own marks.
                if (start >= 0 && (isSign || endsAtSign) && !IsMark(rune))
                {
                    _words.Add((new TextSpan(start, at), folded));
                    start = -1;
                }

                (start, folded) = start < 0 ? (at, _length) : (start, folded);
                endsAtSign = isSign || (endsAtSign && IsMark(rune));
                Append(rune);
            }
            else if (start >= 0)
            {
                _words.Add((new TextSpan(start, at), folded));
                start = -1;
            }

            at += length;
        }

        if (start >= 0)
        {
            _words.Add((new TextSpan(start, text.Length), folded));
        }
    }

    private void Append(Rune rune)
    {
        if (rune.IsAscii)
        {
            Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        // Only marks are taken off: a syllable that is written with one sign (Korean) is not taken to pieces.
        var parts = rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes().ToList();
        foreach (var part in parts.Exists(IsMark) ? parts.Where(part => !IsMark(part)) : [rune])
        {
            foreach (var letter in Rune.ToLowerInvariant(part).ToString())
            {
                Append(letter);
            }
        }
    }

    private void Append(char letter)
    {
        if (_length == _folded.Length)
        {
            Array.Resize(ref _folded, Math.Max(16, _length * 2));
        }

        _folded[_length++] = letter;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
