namespace Bot.Digest.Reading.Pages;

/// <summary>Takes out of an article's part what is mostly links.</summary>
internal static class BodyPruning
{
    private const double MostLinks = 0.5;
    private const int LongestList = 1_000;

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

    private static bool IsLinkList(PageNode node) =>
        node.Tag is "ul" or "ol" or "dl" or "div" or "section" or "table" or "p" && node.LinkShare > MostLinks && node.TextLength < LongestList;
}
