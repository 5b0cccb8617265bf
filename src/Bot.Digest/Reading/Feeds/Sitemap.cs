namespace Bot.Digest.Reading.Feeds;

/// <summary>What a sitemap lists: pages or, where it is an index, more sitemaps.</summary>
public sealed record Sitemap
{
    /// <summary>In the order of the document; the newest where it lists more than <see cref="SitemapReader.MostEntries"/>.</summary>
    public required IReadOnlyList<SitemapEntry> Pages { get; init; }

    /// <summary>Sitemaps that an index leads to, as above. An index must not lead to an index (sitemaps.org).</summary>
    public required IReadOnlyList<SitemapEntry> Sitemaps { get; init; }

    /// <summary>How many entries were left out because there were too many.</summary>
    public int LeftOut { get; init; }
}

/// <summary>One address of a sitemap.</summary>
/// <param name="Modified">As stated by <c>lastmod</c>; null where unsaid or nonsense.</param>
/// <param name="News">What a news sitemap says of the article; null elsewhere.</param>
public sealed record SitemapEntry(Uri Address, DateTimeOffset? Modified, SitemapNews? News)
{
    public DateTimeOffset? Date => News?.Published ?? Modified;
}

/// <summary>An article in a news sitemap.</summary>
/// <param name="Title">Clean text on one line.</param>
/// <param name="Outlet">The publication's name.</param>
/// <param name="Language">As printed, mostly ISO 639.</param>
public sealed record SitemapNews(string? Title, DateTimeOffset? Published, string? Outlet, string? Language);
