namespace Bot.Digest.Reading.Pages;

/// <summary>The outlet that a page names for itself, else its host.</summary>
internal static class PageSite
{
    private const int LongestName = 80;

    public static string? Of(PageMeta meta, LinkedData linked, Uri? address)
    {
        foreach (var said in (ReadOnlySpan<string?>)[meta.First("og:site_name", "application-name"), linked.Publisher])
        {
            var name = CleanText.Line(said);
            if (name.Length is > 0 and <= LongestName)
            {
                return name;
            }
        }

        var host = address?.IdnHost;
        return host?.StartsWith("www.", StringComparison.OrdinalIgnoreCase) == true ? host[4..] : host;
    }
}
