using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>Chooses what a digest tells: the freshest, told by many, from different outlets.</summary>
public static class DigestSelection
{
    /// <summary>Hours in which freshness falls to about a third: half a day, so that this morning comes before last night.</summary>
    private const double FreshHours = 12;

    /// <summary>Worth of being told by e times as many outlets, against 1 for perfect freshness.</summary>
    private const double OutletWeight = 0.3;

    /// <summary>What each item of the same outlet that is already chosen takes from the next one's worth.</summary>
    private const double SameOutletCost = 0.15;

    private const int MostInARow = 2;

    /// <summary>Articles with nearly the same title count once; no outlet has more than two in a row as long as another has any.</summary>
    /// <param name="articles">In any order.</param>
    /// <param name="most">How many items to choose.</param>
    public static IReadOnlyList<DigestItem> Choose(IReadOnlyList<ArticleHit> articles, int most)
    {
        var left = TitleGroup.Of(articles);
        if (left.Count == 0)
        {
            return [];
        }

        var newest = articles.Max(article => article.Citation.Published);
        var chosen = new List<DigestItem>();
        while (chosen.Count < most && left.Count > 0)
        {
            var next = left.Where(group => !WouldBeThird(chosen, group.Outlet)).DefaultIfEmpty()
                .MaxBy(group => group is null ? 0 : Worth(group, newest) - (SameOutletCost * chosen.Count(item => IsFrom(item, group.Outlet))))
                ?? left.MaxBy(group => Worth(group, newest))!;
            left.Remove(next);
            chosen.Add(next.ToItem());
        }

        return chosen;
    }

    private static double Worth(TitleGroup group, DateTimeOffset newest) =>
        Math.Exp(-(newest - group.Newest).TotalHours / FreshHours) + (OutletWeight * Math.Log(group.Outlets));

    private static bool WouldBeThird(List<DigestItem> chosen, string outlet) =>
        chosen.Count >= MostInARow && chosen.TakeLast(MostInARow).All(item => IsFrom(item, outlet));

    private static bool IsFrom(DigestItem item, string outlet) =>
        string.Equals(item.Lead.Citation.Outlet, outlet, StringComparison.OrdinalIgnoreCase);
}
