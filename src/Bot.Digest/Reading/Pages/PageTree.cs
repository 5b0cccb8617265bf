using AngleSharp.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>A light copy of a parsed page without what can never be an article's text; the parsed page itself stays untouched.</summary>
internal static class PageTree
{
    private static readonly HashSet<string> NeverText = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "video", "audio", "picture", "img", "source",
        "button", "select", "option", "input", "textarea", "datalist", "dialog", "nav", "head", "link", "meta", "menu", "map", "area", "progress",
    };

    /// <summary>Such a share of a heading's characters is all but punctuation.</summary>
    private const double AllLink = 0.9;

    public static PageNode Of(IElement body)
    {
        var root = new PageNode("body", PageHints.Of(body), parent: null);
        Fill(root, body);
        return root;
    }

    private static void Fill(PageNode node, INode element)
    {
        for (var child = element.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IText text)
            {
                AddText(node, text.Data);
            }
            else if (child is IElement { LocalName: var tag } inner && !NeverText.Contains(tag) && !IsHidden(inner))
            {
                AddElement(node, inner, tag);
            }
        }
    }

    private static void AddElement(PageNode node, IElement element, string tag)
    {
        var made = new PageNode(tag, PageHints.Of(element), node);
        Fill(made, element);
        made.HoldsCore |= tag is "main" or "h1" || IsNamedBody(made) || IsEmbeddedPost(made);
        made.HoldsHeading |= made.IsHeading;
        made.HoldsLinkedHeading |= (tag is "a" && made.HoldsHeading) || (made.IsHeading && made.TextLength > 0 && made.LinkShare > AllLink);
        node.HoldsCore |= made.HoldsCore;
        node.HoldsHeading |= made.HoldsHeading;
        node.HoldsLinkedHeading |= made.HoldsLinkedHeading;
        node.Children.Add(made);
        node.TextLength += made.TextLength;
        node.LinkLength += tag is "a" ? made.TextLength : made.LinkLength;
    }

    /// <summary>Lists of other articles name their parts as an article does.</summary>
    private static bool IsNamedBody(PageNode node) =>
        node.Hints.AsSpan().ContainsAny(PageHints.Body) && !node.Hints.AsSpan().ContainsAny(PageHints.Elsewhere);

    /// <summary>A post shown within an article stands in parts named as those for sharing, but its words are the article's.</summary>
    private static bool IsEmbeddedPost(PageNode node) => node.Tag is "blockquote" && node.Hints.AsSpan().ContainsAny(PageHints.EmbeddedPost);

    private static void AddText(PageNode node, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var length = LengthOf(text);
        node.Children.Add(new PageNode("", "", node) { Text = text, TextLength = length });
        node.TextLength += length;
    }

    private static int LengthOf(string text)
    {
        var length = 0;
        var wasSpace = true;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            length += isSpace && wasSpace ? 0 : 1;
            wasSpace = isSpace;
        }

        return length > 0 && wasSpace ? length - 1 : length;
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true")
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }
}
