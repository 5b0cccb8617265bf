namespace Bot.Digest.Reading.Pages;

/// <summary>Finds the article's text on a page: what is no article is dropped, then the tightest part that holds the prose is taken.</summary>
internal static class PageBody
{
    /// <summary>A paragraph shorter than this tells little about where an article is.</summary>
    private const int ShortestProse = 40;

    /// <summary>A part named as boilerplate that holds more of the page's text than this is misnamed.</summary>
    private const double MostBoilerplate = 0.5;

    /// <summary>Going down to a part may leave out this much of the prose around it.</summary>
    private const double LeastShare = 0.8;

    /// <summary>A part that calls itself the article's text is believed from this share on.</summary>
    private const double LeastNamedShare = 0.45;

    public static string Find(PageNode root, string title)
    {
        DropBoilerplate(root);
        CountProse(root);
        var container = Tightest(Named(root) ?? root);
        BodyPruning.Prune(container, title);
        return BodyText.Of(container);
    }

    private static void DropBoilerplate(PageNode root)
    {
        foreach (var node in root.All())
        {
            if (!node.IsText && node != root && IsBoilerplate(node) && node.TextLength < root.TextLength * MostBoilerplate)
            {
                node.IsDropped = true;
            }
        }
    }

    private static bool IsBoilerplate(PageNode node) =>
        node.Tag is "footer" or "form" or "aside" or "figcaption" or "label"
        || (node.Hints.Length > 0 && node.Hints.AsSpan().ContainsAny(PageHints.Boilerplate) && !node.Hints.AsSpan().ContainsAny(PageHints.Body));

    private static int CountProse(PageNode node)
    {
        if (node.IsDropped)
        {
            return 0;
        }

        node.Prose = IsParagraph(node) ? node.TextLength - (2 * node.LinkLength) : node.Children.Sum(child => child.IsText ? 0 : CountProse(child));
        if (node.Prose < 0)
        {
            node.Prose = 0;
        }

        return node.Prose;
    }

    /// <summary>A block whose own text, inline elements included, is long enough.</summary>
    private static bool IsParagraph(PageNode node)
    {
        if (node.TextLength < ShortestProse || !node.IsBlock)
        {
            return false;
        }

        var own = node.Children.Where(child => !child.IsBlock && !child.IsDropped).Sum(child => child.TextLength);
        return own >= ShortestProse && own * 2 > node.TextLength;
    }

    private static PageNode? Named(PageNode root)
    {
        PageNode? best = null;
        foreach (var node in root.All())
        {
            if (node.Prose > 0 && node.Hints.AsSpan().ContainsAny(PageHints.Body) && node.Prose >= root.Prose * LeastNamedShare
                && (best is null || node.Prose > best.Prose))
            {
                best = node;
            }
        }

        return best;
    }

    private static PageNode Tightest(PageNode node)
    {
        while (true)
        {
            var largest = node.Children.Where(child => !child.IsText && !child.IsDropped && child.Prose > 0).MaxBy(child => child.Prose);
            if (largest is null || IsParagraph(largest) || largest.Prose < node.Prose * LeastShare)
            {
                return node;
            }

            node = largest;
        }
    }
}
