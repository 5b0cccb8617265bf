namespace Bot.Digest.Reading.Pages;

/// <summary>Takes out of an article's part what is mostly links.</summary>
internal static class BodyPruning
{
    private const double MostLinks = 0.5;
    private const int LongestList = 1_000;
    private const int LongestCard = 500;
    private const int FewestCards = 3;

    public static void Prune(PageNode container)
    {
        foreach (var node in container.All())
        {
            if (node != container && !node.IsText && !node.IsDropped && IsLinkList(node))
            {
                node.IsDropped = true;
            }
        }
    }

    /// <summary>Drops lists of other articles: several parts side by side, each a linked heading with few words.</summary>
    public static void DropCards(PageNode root)
    {
        foreach (var node in root.All())
        {
            if (node.HoldsLinkedHeading && node.Children.Count(IsCard) >= FewestCards)
            {
                node.Children.ForEach(child => child.IsDropped |= IsCard(child));
            }
        }
    }

    private static bool IsCard(PageNode node) =>
        node.HoldsLinkedHeading && !node.HoldsCore && !node.IsHeading && node.TextLength < LongestCard;

    private static bool IsLinkList(PageNode node) =>
        node.Tag is "ul" or "ol" or "dl" or "div" or "section" or "table" or "p" && node.LinkShare > MostLinks && node.TextLength < LongestList;
}
