using System.Globalization;
using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>A number and where it ends.</summary>
/// <param name="Count">How many; null for "several", "a few".</param>
internal readonly record struct Numeral(double? Count, int End);

/// <summary>Numbers in figures and in words: "12", "2 1/2", "twenty-four", "a hundred", "two thousand", "a couple of".</summary>
internal static class Numerals
{
    private const int Largest = 1_000_000;

    /// <summary>No number of interest has more words; a bound keeps a text of nothing but numbers linear.</summary>
    private const int LongestWords = 8;

    /// <summary>The number from there on, null where there is none.</summary>
    public static Numeral? Read(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.Digits or DateWordKind.Amount when scan.Tokens[at].Value <= Largest => WithHalf(scan, Figures(scan, at), at + 1),
        DateWordKind.Cardinal or DateWordKind.Scale => Words(scan, at),
        DateWordKind.Half when scan.Is(at + 1, DateWordKind.Article, 1) => new Numeral(0.5, at + 2),
        DateWordKind.Vague => Vague(scan, at),
        DateWordKind.Article when scan.Tokens[at].Value == 1 => AfterArticle(scan, at),
        _ => null,
    };

    private static double Figures(DateScan scan, int at) =>
        double.Parse(scan.Word(at), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static Numeral? AfterArticle(DateScan scan, int at) => scan.Tokens[at + 1].Kind switch
    {
        DateWordKind.Scale => Words(scan, at + 1),
        DateWordKind.Vague => Vague(scan, at + 1),
        _ => null,
    };

    private static Numeral Vague(DateScan scan, int at)
    {
        var end = scan.Is(at + 1, DateWordKind.Of) ? at + 2 : at + 1;
        return new Numeral(scan.Is(at, "couple") ? 2 : null, end);
    }

    /// <summary>"two hundred and ten": sums up to the last scale, as these words are spoken.</summary>
    private static Numeral Words(DateScan scan, int at)
    {
        var (sum, part) = (0.0, 0.0);
        for (var last = at + LongestWords; ; at++)
        {
            var token = scan.Tokens[at];
            if (at >= last)
            {
                return new Numeral(sum + part, at);
            }

            if (token.Kind == DateWordKind.Cardinal && (part == 0 || (part % 100 is 0 or >= 20 && token.Value < 100)))
            {
                part += token.Value;
            }
            else if (token.Kind == DateWordKind.Scale && sum < Largest)
            {
                var scaled = Math.Max(part, 1) * token.Value;
                (sum, part) = token.Value == 1000 ? (sum + scaled, 0) : (sum, scaled);
            }
            else if (token.Kind != DateWordKind.And || sum + part < 100 || scan.Tokens[at + 1].Kind != DateWordKind.Cardinal)
            {
                return WithHalf(scan, sum + part, at);
            }
        }
    }

    /// <summary>"2 1/2", "two and a half".</summary>
    private static Numeral WithHalf(DateScan scan, double count, int end)
    {
        if (scan.Is(end, DateWordKind.OneHalf))
        {
            return new Numeral(count + 0.5, end + 1);
        }

        return scan.Is(end, DateWordKind.And) && scan.Is(end + 1, DateWordKind.Article, 1) && scan.Is(end + 2, DateWordKind.Half)
            ? new Numeral(count + 0.5, end + 3)
            : new Numeral(count, end);
    }
}
