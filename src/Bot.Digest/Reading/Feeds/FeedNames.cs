using System.Collections.Frozen;

namespace Bot.Digest.Reading.Feeds;

/// <summary>An element's name in our own vocabulary: RSS and Atom without a prefix, modules with their usual one.</summary>
/// <param name="Key">Lower case, such as <c>title</c> or <c>dc:creator</c>.</param>
/// <param name="IsContainer">True where elements are looked for inside; all others hold a text.</param>
internal sealed record FeedName(string Key, bool IsContainer)
{
    public bool IsItem => Key is "item" or "entry" or "at:deleted-entry";

    /// <summary>Begins a feed.</summary>
    public bool IsRoot => Key is "rss" or "rdf:rdf" or "feed" or "channel" or "entry";
}

/// <summary>The elements that are understood; what is not listed is passed over with all that it holds.</summary>
internal static class FeedNames
{
    public const string Xhtml = "xhtml";

    /// <summary>The prefix of a namespace that is not known.</summary>
    public const string Unknown = "?";

    /// <summary>By prefix; a plus sign marks containers.</summary>
    private static readonly (string Prefix, string Names)[] Vocabulary =
    [
        ("", "+rss +channel +feed +item +entry +author +contributor +image +textinput +source +skiphours +skipdays "
            + "title link description summary content body fullitem abstract guid id pubdate published issued created updated modified lastbuilddate category "
            + "subtitle tagline info language managingeditor webmaster name email url uri icon logo enclosure ttl hour day comments"),
        ("rdf", "+rdf"),
        ("dc", "title creator author description date subject language publisher contributor identifier"),
        ("dcterms", "issued modified created"),
        ("content", "encoded"),
        ("media", "+group +content title description thumbnail credit"),
        ("itunes", "+owner title subtitle summary author image category keywords name email"),
        ("googleplay", "author description image"),
        ("feedburner", "origlink"),
        ("sy", "updateperiod updatefrequency"),
        ("at", "+deleted-entry"),
        (Xhtml, "body"),
    ];

    /// <summary>Beginnings of namespace addresses, without scheme and <c>www.</c>, and the prefix that each usually has.</summary>
    private static readonly (string Beginning, string Prefix)[] Namespaces =
    [
        ("w3.org/2005/atom", ""), ("purl.org/atom/", ""), ("purl.org/rss/1.0/modules/content", "content"),
        ("purl.org/rss/1.0/modules/syndication", "sy"), ("purl.org/rss/1.0/modules", Unknown), ("purl.org/rss", ""), ("purl.org/net/rss1.1", ""),
        ("backend.userland.com", ""), ("blogs.law.harvard.edu/tech/rss", ""), ("cyber.law.harvard.edu/rss", ""), ("rssboard.org", ""),
        ("my.netscape.com", ""), ("channel.netscape.com", ""), ("purl.org/pie", ""), ("example.com/necho", ""), ("example.com/newformat", ""),
        ("uri/of/echo/namespace", ""), ("w3.org/1999/02/22-rdf-syntax-ns", "rdf"), ("purl.org/dc/elements", "dc"), ("purl.org/dc/terms", "dcterms"),
        ("search.yahoo.com/mrss", "media"), ("video.search.yahoo.com/mrss", "media"), ("itunes.com/dtds/podcast", "itunes"), ("example.com/dtds/podcast", "itunes"),
        ("google.com/schemas/play-podcasts", "googleplay"), ("rssnamespace.org/feedburner", "feedburner"), ("purl.org/atompub/tombstones", "at"), ("w3.org/1999/xhtml", Xhtml),
    ];

    private static readonly FrozenDictionary<string, FeedName> Names = Vocabulary
        .SelectMany(part => part.Names.Split(' ').Select(name => new FeedName(Key(part.Prefix, name.TrimStart('+')), name[0] == '+')))
        .ToFrozenDictionary(name => name.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FeedName>.AlternateLookup<ReadOnlySpan<char>> BySpan = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Prefixes = Vocabulary.Select(part => part.Prefix).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int LongestName = 64;

    /// <summary>The element of that name, null when it is not understood.</summary>
    /// <param name="prefix">The usual prefix of its namespace, empty for RSS and Atom.</param>
    public static FeedName? Of(string prefix, ReadOnlySpan<char> local)
    {
        if (prefix.Length == 0)
        {
            return Of(local);
        }

        if (prefix.Length + 1 + local.Length > LongestName)
        {
            return null;
        }

        Span<char> name = stackalloc char[prefix.Length + 1 + local.Length];
        prefix.CopyTo(name);
        name[prefix.Length] = ':';
        local.CopyTo(name[(prefix.Length + 1)..]);
        return Of(name);
    }

    /// <summary>The prefix that a namespace usually has; null when the namespace is not known.</summary>
    public static string? PrefixOf(ReadOnlySpan<char> address)
    {
        address = address.Trim();
        foreach (var scheme in (ReadOnlySpan<string>)["http://", "https://", "www."])
        {
            address = address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? address[scheme.Length..] : address;
        }

        foreach (var (beginning, prefix) in Namespaces)
        {
            if (address.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return prefix;
            }
        }

        return null;
    }

    /// <summary>What a prefix means that nobody declared.</summary>
    public static string Undeclared(ReadOnlySpan<char> prefix) =>
        prefix.Equals("atom", StringComparison.OrdinalIgnoreCase) || prefix.Equals("rss", StringComparison.OrdinalIgnoreCase) ? ""
        : Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(prefix, out var known) ? known
        : Unknown;

    private static FeedName? Of(ReadOnlySpan<char> key) => BySpan.TryGetValue(key, out var name) ? name : null;

    private static string Key(string prefix, string local) => prefix.Length == 0 ? local : $"{prefix}:{local}";
}
