namespace Bot.Digest.Reading.Pages;

/// <summary>A piece of a page that may hold text: an element, or a run of text when <see cref="Tag"/> is empty.</summary>
internal sealed class PageNode(string tag, string hints, PageNode? parent)
{
    /// <summary>Lower case; empty for text.</summary>
    public string Tag { get; } = tag;

    /// <summary>Words of class, id, role and itemprop: each word begins and ends with a hyphen, such as <c>-article-body-</c>.</summary>
    public string Hints { get; } = hints;

    public PageNode? Parent { get; } = parent;

    public List<PageNode> Children { get; } = [];

    /// <summary>The text of a run; empty for elements.</summary>
    public string Text { get; init; } = "";

    /// <summary>Characters of text within, runs of white space counted once.</summary>
    public int TextLength { get; set; }

    /// <summary>Those of them that stand in links.</summary>
    public int LinkLength { get; set; }

    /// <summary>Characters within that read as prose: paragraphs with few links.</summary>
    public int Prose { get; set; }

    /// <summary>True when a main heading, the main part or a part named as the article's text is within.</summary>
    public bool HoldsCore { get; set; }

    /// <summary>True when a heading is within, or it is one.</summary>
    public bool HoldsHeading { get; set; }

    /// <summary>True when a heading that is all link is within, as in an entry of a list of other articles.</summary>
    public bool HoldsLinkedHeading { get; set; }

    /// <summary>True when it is no part of an article.</summary>
    public bool IsDropped { get; set; }

    public bool IsText => Tag.Length == 0;

    public double LinkShare => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    /// <summary>Stands in lines of its own.</summary>
    public bool IsBlock => Tag is "p" or "div" or "li" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote"
        or "section" or "article" or "main" or "header" or "footer" or "aside" or "table" or "tr" or "td" or "th" or "dl" or "dt" or "dd"
        or "pre" or "figure" or "figcaption" or "body" or "center" or "hr" or "form" or "fieldset" or "address" or "tbody" or "thead" or "tfoot"
        or "nav" or "details" or "summary" or "caption";

    public bool IsHeading => Tag is ['h', >= '1' and <= '6'];

    /// <summary>This node and all below, parents first.</summary>
    public IEnumerable<PageNode> All()
    {
        var waiting = new Stack<PageNode>();
        waiting.Push(this);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                waiting.Push(node.Children[i]);
            }
        }
    }

    /// <summary>This node and all above, from below.</summary>
    public IEnumerable<PageNode> Upwards()
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }
}
