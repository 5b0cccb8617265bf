using AngleSharp.Html.Dom;
using Bot.Digest.Reading.Dates;

namespace Bot.Digest.Reading.Pages;

/// <summary>When the article was published: linked data, meta, microdata and time elements, the address, then a date in sight.</summary>
internal static class PageDate
{
    /// <summary>The web's first page; older dates on pages are about something else.</summary>
    private const int FirstYear = 1995;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromDays(2);

    private static readonly string[] MetaNames =
    [
        "article:published_time", "og:published_time", "article:published", "datepublished", "pubdate", "publishdate", "publish_date", "publish-date", "published_time",
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "dc.created", "date", "sailthru.date", "parsely-pub-date", "citation_publication_date",
        "citation_date", "article.published", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "og:pubdate", "publication_date", "publicationdate", "created", "timestamp",
        "datecreated", "og:article:published_time",
    ];

    private static readonly string[] LateMetaNames =
        ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised"];

    private static readonly string[] Selectors =
    [
        "[itemprop~=datePublished]", "[itemprop~=dateCreated]", "time[pubdate]", "article time[datetime]", "time.entry-date", "time[datetime]", "time", ".published", ".entry-date", ".post-date", ".date-published", ".publish-date",
        ".pubdate", ".article-date", ".article__date", ".post__date", ".date", ".datum", ".meta-date", ".dateline", ".timestamp", "[class*=date]", "[class*=Date]", "[id*=date]", "[class*=datum]", "[class*=publish]", ".byline", ".post-meta", ".entry-meta", ".meta",
    ];

    public static DateTimeOffset? Of(
        IHtmlDocument page, PageMeta meta, LinkedData linked, Uri? address, string? language, DateTimeOffset readAt)
    {
        language ??= "und";
        return Good(linked.Published) ?? OfMeta(MetaNames) ?? OfElements() ?? OfAddress(address) ?? Good(linked.Modified) ?? OfMeta(LateMetaNames);

        DateTimeOffset? Good(string? text) =>
            StatedDate.Parse(text, language) is { } date && date.Year >= FirstYear && date <= readAt + ClockSkew ? date : null;

        DateTimeOffset? OfMeta(string[] names) => names.Select(name => Good(meta.First(name))).FirstOrDefault(date => date is not null);

        DateTimeOffset? OfElements()
        {
            foreach (var selector in Selectors)
            {
                foreach (var element in page.QuerySelectorAll(selector))
                {
                    if ((Good(element.GetAttribute("datetime")) ?? Good(element.GetAttribute("content")) ?? Good(element.TextContent)) is { } date)
                    {
                        return date;
                    }
                }
            }

            return null;
        }

        DateTimeOffset? OfAddress(Uri? uri)
        {
            var parts = uri?.Segments.Select(segment => segment.Trim('/')).ToList() ?? [];
            for (var i = 0; i + 2 < parts.Count; i++)
            {
                if (parts[i].Length == 4 && Good($"{parts[i]}-{parts[i + 1]}-{parts[i + 2]}") is { } date)
                {
                    return date;
                }
            }

            return null;
        }
    }
}
