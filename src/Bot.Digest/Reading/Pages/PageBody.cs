namespace Bot.Digest.Reading.Pages;

/// <summary>Finds the article's text on a page: what is no article is dropped, then the tightest part that holds the prose is taken.</summary>
internal static class PageBody
{
    /// <summary>Less text than this is more likely a mistake of the selection than an article.</summary>
    private const int ShortestArticle = 250;

    /// <summary>A paragraph shorter than this tells little about where an article is.</summary>
    private const int ShortestProse = 40;

    /// <summary>A part named as boilerplate that holds more of the page's text than this is misnamed.</summary>
    private const double MostBoilerplate = 0.5;

    /// <summary>Going down to a part may leave out this much of the prose around it.</summary>
    private const double LeastShare = 0.85;

    /// <summary>Parts that call themselves the article's text are believed when they hold this share of the page's prose.</summary>
    private const double LeastNamedShare = 0.35;

    public static string Find(PageNode root, string title, string description)
    {
        var strict = Find(root, title, description, IsBoilerplate);
        if (strict.Length >= ShortestArticle)
        {
            return strict;
        }

        foreach (var node in root.All())
        {
            node.IsDropped = false;
        }

        var lenient = Find(root, title, description, node => node.Tag is "footer" or "figcaption");
        return lenient.Length > strict.Length * 2 ? lenient : strict;
    }

    private static string Find(PageNode root, string title, string description, Func<PageNode, bool> isBoilerplate)
    {
        foreach (var node in root.All())
        {
            node.IsDropped = !node.IsText && node != root && node.TextLength < root.TextLength * MostBoilerplate && isBoilerplate(node);
        }

        BodyPruning.DropCards(root);
        CountProse(root);
        var container = Tightest(Named(root) ?? Main(root) ?? root);
        BodyPruning.Prune(container);
        return BodyText.Of(container, BodyLead.Before(root, container, description), title);
    }

    private static bool IsBoilerplate(PageNode node) =>
        node.Tag is "footer" or "form" or "aside" or "figcaption" or "label"
        || (!node.HoldsCore && node.Hints.AsSpan().ContainsAny(PageHints.Boilerplate));

    private static int CountProse(PageNode node)
    {
        node.Prose = node.IsDropped ? 0
            : IsParagraph(node) ? Math.Max(0, node.TextLength - (2 * node.LinkLength))
            : node.Children.Sum(child => child.IsText ? 0 : CountProse(child));
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

    /// <summary>The part named as the article's text; where several are, such as before and after an advertisement, the part that holds them.</summary>
    private static PageNode? Named(PageNode root)
    {
        var named = new HashSet<PageNode>();
        foreach (var node in root.All())
        {
            if (node.Prose > 0 && node.Hints.AsSpan().ContainsAny(PageHints.Body) && !node.Upwards().Any(named.Contains))
            {
                named.Add(node);
            }
        }

        var best = named.MaxBy(node => node.Prose);
        if (best is null || named.Sum(node => node.Prose) < root.Prose * LeastNamedShare)
        {
            return null;
        }

        var parts = named.Where(node => node.Hints == best.Hints).ToList();
        return parts.Count > 1 && best.Prose < parts.Sum(node => node.Prose) * LeastShare ? CommonParent(parts)
            : best.Prose >= root.Prose * LeastNamedShare ? best
            : null;
    }

    /// <summary>The only part marked up as the page's main one, where it holds enough.</summary>
    private static PageNode? Main(PageNode root)
    {
        var mains = root.All().Where(node => node.Tag is "main" && !node.IsDropped).Take(2).ToList();
        return mains is [var main] && main.Prose >= root.Prose * LeastNamedShare ? main : null;
    }

    private static PageNode CommonParent(List<PageNode> parts)
    {
        var parent = parts[0].Parent!;
        foreach (var part in parts)
        {
            while (!part.Upwards().Contains(parent))
            {
                parent = parent.Parent!;
            }
        }

        return parent;
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
