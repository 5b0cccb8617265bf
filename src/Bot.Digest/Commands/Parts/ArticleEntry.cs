using Bot.Digest.Articles;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>An article in a list: title, outlet, day, and the passage that matched or the first sentence of its summary.</summary>
internal static class ArticleEntry
{
    public static Entry Of(ArticleHit hit, CommandCall call) => Of(hit, call, Excerpt(hit));

    /// <summary>The article with something else to say of it than what it holds.</summary>
    public static Entry Of(ArticleHit hit, CommandCall call, RichText? detail) =>
        new(null, [Citations.Title(hit.Citation), new Subtle(" · "), .. OutletAndDay(hit.Citation, call)], detail);

    /// <summary>The title is the link already, so the outlet is plain.</summary>
    private static RichText OutletAndDay(Citation citation, CommandCall call) =>
    [
        new Subtle(citation.Outlet),
        .. Citations.DayAndNumber(citation, call),
    ];

    /// <summary>The passage that matched or the first sentence of the summary; null where there is neither.</summary>
    public static RichText? Excerpt(ArticleHit hit) =>
        hit.Passage is { Length: > 0 } passage ? Marked(passage, hit.Matches)
        : hit.Summary.Count > 0 && hit.Summary[0].Length > 0 ? hit.Summary[0]
        : null;

    /// <summary>The passage with its matching words as highlights.</summary>
    private static RichText Marked(string passage, IReadOnlyList<TextSpan> matches)
    {
        var nodes = new List<Inline>();
        var at = 0;
        foreach (var match in matches.Where(match => match.Length > 0).OrderBy(match => match.Start))
        {
            if (match.Start < at || match.End > passage.Length)
            {
                continue;
            }

            if (match.Start > at)
            {
                nodes.Add(new Plain(passage[at..match.Start]));
            }

            nodes.Add(new Highlight(match.In(passage)));
            at = match.End;
        }

        if (at < passage.Length)
        {
            nodes.Add(new Plain(passage[at..]));
        }

        return [.. nodes];
    }
}
