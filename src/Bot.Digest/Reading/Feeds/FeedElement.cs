namespace Bot.Digest.Reading.Feeds;

/// <summary>An element of a feed that is understood.</summary>
internal sealed class FeedElement(FeedName name)
{
    private static readonly IReadOnlyDictionary<string, string> NoAttributes = new Dictionary<string, string>();

    public string Key { get; } = name.Key;

    public bool IsItem { get; } = name.IsItem;

    /// <summary>By their names as printed, case aside.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    /// <summary>What its addresses are relative to (<c>xml:base</c>, here or above).</summary>
    public Uri? Origin { get; init; }

    /// <summary>Language stated here or above (<c>xml:lang</c>).</summary>
    public string? Language { get; init; }

    /// <summary>The text of one that is no container, trimmed, its escapes taken off once.</summary>
    public string Text { get; set; } = "";

    /// <summary>True when tags stood in the text, unescaped: then <see cref="Text"/> is their markup.</summary>
    public bool HoldsTags { get; set; }

    public List<FeedElement> Children { get; } = [];

    /// <summary>The element that an opening tag begins.</summary>
    public static FeedElement Of(FeedName name, FeedTokens tokens, FeedElement parent)
    {
        if (tokens.Attributes.Count == 0)
        {
            return new(name) { Origin = parent.Origin, Language = parent.Language };
        }

        var attributes = new Dictionary<string, string>(tokens.Attributes.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (printed, value) in tokens.Attributes)
        {
            attributes.TryAdd(tokens.Text[printed.Start..printed.End], tokens.ValueOf(value));
        }

        var stated = attributes.GetValueOrDefault("xml:base");
        return new(name)
        {
            Attributes = attributes,
            Origin = !string.IsNullOrEmpty(stated) && Uri.TryCreate(parent.Origin, stated, out var origin) ? origin : parent.Origin,
            Language = attributes.GetValueOrDefault("xml:lang") ?? parent.Language,
        };
    }

    public string? Attribute(string name) => Attributes.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The first child of that key that says something.</summary>
    public FeedElement? First(string key)
    {
        foreach (var child in Children)
        {
            if (child.Key == key && !child.IsBlank)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>By the first of the keys that one has.</summary>
    public FeedElement? FirstOf(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (First(key) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public IEnumerable<FeedElement> All(string key) => Children.Where(child => child.Key == key);

    private bool IsBlank => Text.Length == 0 && Attributes.Count == 0 && Children.Count == 0;
}
