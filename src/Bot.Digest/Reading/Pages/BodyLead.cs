namespace Bot.Digest.Reading.Pages;

/// <summary>The paragraph that introduces an article and stands apart from its text, between headline and picture.</summary>
internal static class BodyLead
{
    private const int ShortestLead = 60;
    private const int LongestLead = 700;

    /// <summary>How far above the text's part the lead may stand.</summary>
    private const int MostLevels = 4;

    public static PageNode? Before(PageNode container)
    {
        var below = container;
        for (var level = 0; level < MostLevels && below.Parent is { } parent; level++, below = parent)
        {
            for (var i = parent.Children.IndexOf(below) - 1; i >= 0; i--)
            {
                if (parent.Children[i].All().FirstOrDefault(IsLead) is { } lead)
                {
                    return lead;
                }
            }
        }

        return null;
    }

    private static bool IsLead(PageNode node) =>
        !node.IsText && !node.IsDropped && !node.HoldsCore && node.TextLength is >= ShortestLead and <= LongestLead && node.LinkLength * 4 < node.TextLength
        && node.Hints.AsSpan().ContainsAny(PageHints.Lead);
}
