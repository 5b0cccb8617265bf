using System.Text;

namespace Bot.Evaluation.Fuzzing;

/// <summary>Breaks articles as feeds, converters and pranksters do: the same random source gives the same text.</summary>
public sealed class ArticleMutation
{
    private const int MostMutations = 4;

    private static readonly string[] _marks = ["“", "”", "\"", "''", "``", "'", "‘", "’", "«", "»", "„", "‚", "‛", "‟", "‹", "›", "＂"];

    private static readonly string[] _scraps =
    [
        .. _marks, " ", "\n", "\r\n", "\t", "\0", ". ", ", ", "said ", "she ", "according to ", "told ", "who ", "that ", "Mr. ", "(", ")", "[", "—", "-", ":", ";",
        "May ", "last Tuesday ", "12,000", "2024-02-30", "30 February ", "99999999999999999999", "A", "B. ", "’s ", "…", "!", "?", "\u2028", "\u00a0", "\u200b", "\ufeff",
    ];

    private static readonly string[] _rightToLeft = ["שלום ", "כתב ", "قال ", "كتاب ", "\u202b", "\u202e", "\u202c", "\u2067", "\u2069", "\u200f"];

    private readonly string[] _texts;
    private readonly Func<string, Random, string>[] _mutations;

    /// <summary>Takes what is to be broken.</summary>
    /// <param name="texts">The articles to break; parts of one are spliced into another.</param>
    public ArticleMutation(IReadOnlyList<string> texts)
    {
        _texts = [.. texts];
        _mutations =
        [
            Cut, Keep, Double, Shuffle('\n'), Shuffle('.'), Shuffle(' '), Splice, Glue, Capitals,
            RandomUnicode, CombiningMarks, Sprinkle(_marks), Sprinkle(_scraps), Sprinkle(_rightToLeft), WithoutMarks, LongRun,
        ];
    }

    /// <summary>One of the articles, broken in up to four ways.</summary>
    public string Next(Random random)
    {
        var text = Pick(_texts, random);
        for (var left = random.Next(1, MostMutations + 1); left > 0; left--)
        {
            text = Pick(_mutations, random)(text, random);
        }

        return text;
    }

    private static T Pick<T>(T[] from, Random random) => from[random.Next(from.Length)];

    private static (int Start, int End) Range(string text, Random random)
    {
        var (one, other) = (random.Next(text.Length + 1), random.Next(text.Length + 1));
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private static string Cut(string text, Random random)
    {
        var (start, end) = Range(text, random);
        return text.Remove(start, end - start);
    }

    private static string Keep(string text, Random random)
    {
        var (start, end) = Range(text, random);
        return text[start..end];
    }

    private static string Double(string text, Random random)
    {
        var (start, end) = Range(text, random);
        return text.Insert(random.Next(text.Length + 1), text[start..end]);
    }

    private static Func<string, Random, string> Shuffle(char separator) => (text, random) =>
    {
        var parts = text.Split(separator);
        random.Shuffle(parts);
        return string.Join(separator, parts);
    };

    private string Splice(string text, Random random)
    {
        var other = Pick(_texts, random);
        var (start, end) = Range(other, random);
        return text.Insert(random.Next(text.Length + 1), other[start..end]);
    }

    private static string Glue(string text, Random random) =>
        random.Next(2) == 0 ? text.Replace('\n', ' ') : text.Replace(" ", "", StringComparison.Ordinal);

    private static string Capitals(string text, Random random) =>
        random.Next(2) == 0 ? text.ToUpperInvariant() : text.ToLowerInvariant();

    /// <summary>Any UTF-16 code units at all, half surrogates among them.</summary>
    private static string RandomUnicode(string text, Random random) =>
        Scatter(text, random, () => random.Next(2) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : RuneAt(random.Next(0x10FFFF + 1)));

    private static string RuneAt(int code) => Rune.IsValid(code) ? new Rune(code).ToString() : "\ufffd";

    private static string CombiningMarks(string text, Random random) =>
        Scatter(text, random, () => new string((char)random.Next(0x300, 0x370), random.Next(1, 9)));

    private static Func<string, Random, string> Sprinkle(string[] scraps) =>
        (text, random) => Scatter(text, random, () => Pick(scraps, random));

    private static string WithoutMarks(string text, Random random)
    {
        var mark = Pick(_marks, random);
        return text.Replace(mark, random.Next(2) == 0 ? "" : Pick(_marks, random), StringComparison.Ordinal);
    }

    private static string LongRun(string text, Random random)
    {
        const int longest = 3000;
        var run = new StringBuilder().Insert(0, Pick(_scraps, random) + (random.Next(2) == 0 ? "" : Pick(_scraps, random)), random.Next(2, longest / 4));
        return text.Insert(random.Next(text.Length + 1), run.ToString(0, Math.Min(run.Length, longest)));
    }

    private static string Scatter(string text, Random random, Func<string> scrap)
    {
        const int most = 40;
        var result = new StringBuilder(text);
        for (var left = random.Next(1, most); left > 0; left--)
        {
            result.Insert(random.Next(result.Length + 1), scrap());
        }

        return result.ToString();
    }
}
