using System.Globalization;
using System.Text;
using Bot.Digest.Language;

namespace Bot.Digest.Quotes.Statements;

/// <summary>Cuts words into sentences of comparable words. What an outlet put into square brackets is a hole; an ellipsis ends a sentence.</summary>
internal static class WordReader
{
    private const WordClass Fillers = WordClass.Fillers | WordClass.Auxiliaries;
    private const WordClass Deciding = WordClass.Negations | WordClass.Numerals | WordClass.CalendarWords | WordClass.TurningWords;

    /// <summary>Comparing costs the square of it: a speech is known by its beginning.</summary>
    public const int MostSentences = 24;

    /// <summary>Likewise: a longer sentence is compared in pieces.</summary>
    public const int MostWords = 60;

    public static List<List<StatementWord>> Sentences(string text)
    {
        var sentences = new List<List<StatementWord>>();
        var words = new List<StatementWord>();
        var depth = 0;
        for (var at = 0; at < text.Length && sentences.Count < MostSentences;)
        {
            var end = WordEnd(text, at);
            if (end == at)
            {
                if (text[at] == ']' && depth == 1)
                {
                    words.Add(StatementWord.Hole);
                }

                depth = text[at] switch { '[' => depth + 1, ']' => Math.Max(0, depth - 1), _ => depth };
                if ((EndsSentence(text, at) || words.Count >= MostWords) && words.Count > 0)
                {
                    sentences.Add(words);
                    words = [];
                }

                if (text[at] == '%')
                {
                    Add(words, "percent", isCapital: false);
                }

                at++;
                continue;
            }

            if (depth == 0)
            {
                Read(words, text[at..end]);
            }

            at = end;
        }

        if (words.Count > 0 && sentences.Count < MostSentences)
        {
            sentences.Add(words);
        }

        return sentences;
    }

    /// <summary>Letters, digits, marks, and what stands inside a word: apostrophes, the points and commas of numbers.</summary>
    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (end > start && (IsMark(text[end]) || IsInside(text, end)))))
        {
            end++;
        }

        return end;
    }

    private static bool IsMark(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInside(string text, int at) =>
        at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])
        && (text[at] is '\'' or '’' or '‘' ? char.IsLetter(text[at + 1]) : text[at] is '.' or ',' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]));

    private static bool EndsSentence(string text, int at) => text[at] switch
    {
        '!' or '?' or '…' or '\n' or '。' or '！' or '？' => true,
        '.' => at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]),
        _ => false,
    };

    private static void Read(List<StatementWord> words, string printed)
    {
        var isCapital = words.Count > 0 && char.IsUpper(printed[0]) && printed.Length > 1;
        var folded = Folded(printed);
        if (!Respelling.TryGet(folded, out var spelled))
        {
            Add(words, folded, isCapital);
            return;
        }

        foreach (var word in spelled)
        {
            Add(words, word, isCapital);
        }

        // "per cent" is one word elsewhere.
        if (words is [.., { Key: "per" }, { Key: "cent" }])
        {
            words.RemoveRange(words.Count - 2, 2);
            Add(words, "percent", isCapital: false);
        }
    }

    private static void Add(List<StatementWord> words, string word, bool isCapital)
    {
        var classes = Languages.ClassesInAny(word);
        var isNumber = char.IsDigit(word[0]);
        var weight = isNumber || (classes & Deciding) != 0 ? WordWeight.Deciding
            : (classes & Fillers) != 0 ? WordWeight.Filler
            : (classes & (WordClass.StopWords | WordClass.FunctionWords)) != 0 ? WordWeight.Small
            : WordWeight.Content;
        var key = weight == WordWeight.Content ? Respelling.Ending(word) : word;
        words.Add(new StatementWord(key, weight, isCapital) { IsNegation = (classes & WordClass.Negations) != 0 });
    }

    /// <summary>Lower case without accents, with straight apostrophes; numbers without the marks between thousands.</summary>
    private static string Folded(string printed)
    {
        var folded = new StringBuilder(printed.Length);
        var isNumber = char.IsDigit(printed[0]);
        foreach (var letter in printed.Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(letter) && !(isNumber && letter == ','))
            {
                folded.Append(letter is '’' or '‘' ? '\'' : char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
