using AngleSharp.Html.Dom;
using Bot.Digest.Reading.Dates;

namespace Bot.Digest.Reading.Pages;

/// <summary>When the article was published: linked data, meta, what is marked as its date, the address, then a date in sight.</summary>
internal sealed class PageDate
{
    /// <summary>The web's first news pages; older dates on pages are about something else.</summary>
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

    private readonly string _language;
    private readonly DateTimeOffset _latest;

    private PageDate(string? language, DateTimeOffset readAt)
    {
        _language = language ?? "und";
        _latest = readAt + ClockSkew;
    }

    public static DateTimeOffset? Of(
        IHtmlDocument page, PageMeta meta, LinkedData linked, Uri? address, string? language, DateTimeOffset readAt, string html)
    {
        var date = new PageDate(language, readAt);
        if ((date.Good(linked.Published) ?? date.OfMeta(meta, MetaNames)) is { } stated)
        {
            return date.LocalDay(stated, page, address);
        }

        var seen = SeenDates.On(page, date.Good);
        return seen.Marked ?? date.OfAddress(address) ?? seen.Best ?? date.Good(linked.Modified) ?? date.OfMeta(meta, LateMetaNames) ?? ScriptDates.In(html, date.Good) ?? seen.Elsewhere;
    }

    private DateTimeOffset? Good(string? text) =>
        StatedDate.Parse(text, _language) is { } date && date.Year >= FirstYear && date <= _latest ? date : null;

    private DateTimeOffset? OfMeta(PageMeta meta, string[] names) => names.Select(name => Good(meta.First(name))).FirstOrDefault(date => date is not null);

    /// <summary>Metadata in UTC may name the day before or after; the address and what readers see carry the outlet's own.</summary>
    private DateTimeOffset LocalDay(DateTimeOffset stated, IHtmlDocument page, Uri? address) =>
        OfAddress(address) is { } local && IsNextTo(stated, local) ? local
            : stated.Offset == TimeSpan.Zero && stated.TimeOfDay != TimeSpan.Zero && SeenDates.On(page, Good).Near is { } seen && IsNextTo(stated, seen) && CanBeLocal(stated, seen) ? seen
            : stated;

    /// <summary>No place is more than twelve hours behind, or fourteen ahead.</summary>
    private static bool CanBeLocal(DateTimeOffset stated, DateTimeOffset seen) =>
        seen.Date < stated.Date ? stated.TimeOfDay < TimeSpan.FromHours(12) : stated.TimeOfDay >= TimeSpan.FromHours(10);

    private static bool IsNextTo(DateTimeOffset one, DateTimeOffset other) => Math.Abs((one.Date - other.Date).Days) == 1;

    /// <summary>".../2026/05/20/...", or a whole date within one segment.</summary>
    private DateTimeOffset? OfAddress(Uri? address)
    {
        var parts = address?.Segments.Select(segment => segment.Trim('/')).ToList() ?? [];
        for (var i = 0; i + 2 < parts.Count; i++)
        {
            if (parts[i].Length == 4 && Good($"{parts[i]}-{parts[i + 1]}-{parts[i + 2]}") is { } date)
            {
                return date;
            }
        }

        return parts.Where(part => part.Length >= 8 && part.Any(char.IsAsciiDigit)).Select(part => Good(part.Replace('_', ' '))).FirstOrDefault(date => date is not null);
    }
}
