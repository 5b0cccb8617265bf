namespace Bot.Digest.Reading.Pages;

/// <summary>Takes out of an article's part what is not its text: lists of links, the repeated title, calls to action.</summary>
internal static class BodyPruning
{
    private const double MostLinks = 0.5;

    public static void Prune(PageNode container, string title)
    {
        foreach (var node in container.All())
        {
            if (node != container && !node.IsText && !node.IsDropped && IsNoise(node, title))
            {
                node.IsDropped = true;
            }
        }
    }

    private static bool IsNoise(PageNode node, string title) =>
        (node.Tag is "ul" or "ol" or "dl" or "div" or "section" or "table" or "p" && node.LinkShare > MostLinks && node.TextLength < 1000)
        || (node.Tag is "h1" or "h2" && CleanText.Line(BodyText.Of(node)) == title);
}
