namespace Bot.Digest.Reading.Pages;

/// <summary>An element's name in lower case, with what HTML says about it.</summary>
internal readonly record struct TagName(string Name)
{
    private const int LongestName = 32;

    private static readonly string[] Known =
    [
        "a", "abbr", "address", "article", "aside", "b", "big", "blockquote", "body", "br", "button", "center", "cite", "code", "dd", "del",
        "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
        "header", "hr", "html", "i", "iframe", "img", "input", "ins", "label", "legend", "li", "link", "main", "meta", "nav", "nobr", "noscript",
        "object", "ol", "optgroup", "option", "p", "picture", "pre", "q", "s", "script", "section", "select", "small", "source", "span", "strike",
        "strong", "style", "sub", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr",
        "tt", "u", "ul", "video", "wbr",
    ];

    private static readonly HashSet<string> Interned = new(Known, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InternedBySpan =
        Interned.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Length => Name.Length;

    public string Closing => $"</{Name}";

    public bool IsScript => Name is "script";

    /// <summary>Holds no text of an article.</summary>
    public bool IsLeftOut => Name is "script" or "style" or "svg" or "iframe" or "noembed" or "noframes" or "template" or "canvas" or "noscript";

    /// <summary>What looks like a tag inside is text (HTML standard, RCDATA and raw text), and linked data.</summary>
    public bool IsRawText => Name is "title" or "textarea" or "xmp" or "script";

    /// <summary>The standard's formatting elements, which a parser opens again where they were left open.</summary>
    public bool IsFormatting => Name is "a" or "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike"
        or "strong" or "tt" or "u";

    /// <summary>Void, or closed by the next of its kind.</summary>
    public bool ClosesItself => Name is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "param"
        or "source" or "track" or "wbr" or "p" or "li" or "td" or "th" or "tr" or "dd" or "dt" or "option" or "optgroup" or "tbody" or "thead"
        or "tfoot" or "colgroup" or "rt" or "rp" or "html" or "head" or "body";

    /// <summary>The name at the beginning of a text, empty when no letter stands there.</summary>
    public static TagName Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
        {
            return new("");
        }

        var length = 1;
        while (length < text.Length && length < LongestName && !char.IsWhiteSpace(text[length]) && text[length] is not ('>' or '/' or '<'))
        {
            length++;
        }

        var name = text[..length];
        return new(InternedBySpan.TryGetValue(name, out var known) ? known : name.ToString().ToLowerInvariant());
    }
}
