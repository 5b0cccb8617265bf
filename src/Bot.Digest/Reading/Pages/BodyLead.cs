namespace Bot.Digest.Reading.Pages;

/// <summary>The paragraph that introduces an article and stands apart from its text, between headline and picture.</summary>
internal sealed class BodyLead
{
    private const int ShortestLead = 60;
    private const int LongestLead = 700;

    /// <summary>So many characters in common with the page's description are no chance.</summary>
    private const int SharedBeginning = 40;

    private readonly PageNode _container;
    private readonly List<PageNode> _between = [];
    private bool _headlineSeen;

    private BodyLead(PageNode container) => _container = container;

    /// <summary>Of the blocks between headline and text: one named a lead, one that begins as the page's description does, the first paragraph.</summary>
    /// <param name="description">What the page says of itself for search engines and previews; may be empty.</param>
    public static PageNode? Before(PageNode root, PageNode container, string description)
    {
        var lead = new BodyLead(container);
        lead.Gather(root);
        if (lead._between.Find(IsNamed) is { } named)
        {
            named.IsDropped = false; // Teasers are other articles' elsewhere; the one below the headline is the article's own.
            return named;
        }

        return lead._between.Find(node => Begins(node, description)) ?? (lead._headlineSeen ? lead._between.Find(IsSentence) : null);
    }

    /// <summary>Collects in page order; returns true when the text's part is reached.</summary>
    private bool Gather(PageNode node)
    {
        if (node == _container)
        {
            return true;
        }

        if (node.Tag is "h1")
        {
            _headlineSeen = true;
            _between.Clear();
            return false;
        }

        if (node.IsText || (node.IsDropped && !IsNamed(node)))
        {
            return false;
        }

        if (IsCandidate(node))
        {
            _between.Add(node);
        }

        return node.Children.Exists(Gather);
    }

    private static bool IsCandidate(PageNode node) =>
        node.IsBlock && !node.HoldsCore && node.TextLength is >= ShortestLead and <= LongestLead && node.LinkLength * 4 < node.TextLength;

    private static bool IsNamed(PageNode node) => IsCandidate(node) && node.Hints.AsSpan().ContainsAny(PageHints.Lead);

    private static bool Begins(PageNode node, string description) =>
        description.Length >= SharedBeginning && BodyLines.Of(node) is [var first, ..]
        && first.Text.StartsWith(description[..SharedBeginning], StringComparison.OrdinalIgnoreCase);

    private static bool IsSentence(PageNode node) =>
        !node.Children.Exists(child => child.IsBlock) && BodyLines.Of(node) is [var only] && only.Text[^1] is '.' or '!' or '?' or '…' or '"' or '”' or '“';
}
