using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>The page's <c>meta</c> elements: plain, OpenGraph, Dublin Core and microdata alike, by name in lower case.</summary>
internal sealed class PageMeta
{
    /// <summary>Longer contents are no title, name or date.</summary>
    private const int LongestContent = 2_000;

    private readonly Dictionary<string, string> _first = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string Content)> _all = [];

    public static PageMeta Of(IHtmlDocument page)
    {
        var meta = new PageMeta();
        foreach (var element in page.GetElementsByTagName("meta"))
        {
            var content = element.GetAttribute("content");
            if (!string.IsNullOrWhiteSpace(content) && content.Length <= LongestContent)
            {
                meta.Add(element.GetAttribute("property"), content);
                meta.Add(element.GetAttribute("name"), content);
                meta.Add(element.GetAttribute("itemprop"), content);
                meta.Add(element.GetAttribute("http-equiv"), content);
            }
        }

        return meta;
    }

    /// <summary>The content of the first of the names that the page has.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_first.TryGetValue(name, out var content))
            {
                return content;
            }
        }

        return null;
    }

    /// <summary>All contents of a name, in page order.</summary>
    public IEnumerable<string> All(string name) =>
        _all.Where(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Content);

    private void Add(string? name, string content)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            name = name.Trim();
            _first.TryAdd(name, content);
            _all.Add((name, content));
        }
    }
}
