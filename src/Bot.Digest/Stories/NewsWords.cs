using System.Globalization;
using Bot.Digest.Language;

namespace Bot.Digest.Stories;

/// <summary>How common the words of everyday news are, known before any article is read: a new archive would take each for a rare one.</summary>
internal static class NewsWords
{
    /// <summary>Years and days of the month say when, not what.</summary>
    private const double ShareOfDates = 0.03;

    private static readonly Dictionary<uint, double> _shares = Read();

    /// <summary>Share of all articles that hold a term, 0 to 1; 0 for a term that is not common.</summary>
    public static double ShareOf(uint term) => _shares.GetValueOrDefault(term);

    /// <summary>A line begins with the number of articles of a thousand that hold each of its words.</summary>
    private static Dictionary<uint, double> Read()
    {
        var shares = new Dictionary<uint, double>();
        foreach (var line in WordLists.OfAllLanguages("Stories.NewsWords"))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var share = int.Parse(line.AsSpan(0, blank), CultureInfo.InvariantCulture) / 1000.0;
            foreach (var word in ContentWords.Of(line.AsSpan(blank)))
            {
                shares[ArticleTerms.Fold(word)] = share;
            }
        }

        foreach (var number in Enumerable.Range(10, 90).Concat(Enumerable.Range(1900, 200)))
        {
            shares[ArticleTerms.Fold(ContentWords.Of(number.ToString(CultureInfo.InvariantCulture))[0])] = ShareOfDates;
        }

        return shares;
    }
}
