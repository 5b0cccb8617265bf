namespace Bot.Digest.Reading;

/// <summary>Web addresses of articles, made equal where they mean the same page.</summary>
public static class WebAddress
{
    /// <summary>As long as browsers and caches agree on.</summary>
    private const int LongestAddress = 2048;

    /// <summary>Parameters that only tell where a reader came from.</summary>
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid",
        "_ga", "_gl", "cmpid", "ns_campaign", "ns_mchannel", "ns_source", "ocid", "ref_src", "s_cid", "smid", "wt_mc", "xtor",
    };

    /// <summary>The canonical form of an http or https address, null when it is none. Relative ones need <paramref name="origin"/>.</summary>
    public static Uri? Canonical(string? text, Uri? origin = null)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > LongestAddress || text.Any(char.IsControl))
        {
            return null;
        }

        var isRelative = origin is not null && !text.Contains("://", StringComparison.Ordinal);
        var made = isRelative ? Uri.TryCreate(origin, text, out var address) : Uri.TryCreate(text, UriKind.Absolute, out address);
        return made && address!.Scheme is "http" or "https" && address.Host.Length > 0 && address.UserInfo.Length == 0
            ? Canonical(address)
            : null;
    }

    /// <summary>True for what a person would call an address on the web, even when it lacks the scheme's slashes.</summary>
    public static bool LooksLikeOne(string text) =>
        text.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two addresses have one owner, as far as their hosts tell.</summary>
    public static bool IsSameSite(Uri one, Uri other) =>
        one.IdnHost == other.IdnHost || (PublisherDomain.Of(one) is { } domain && domain == PublisherDomain.Of(other));

    private static Uri Canonical(Uri address)
    {
        var parts = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(part));
        return new UriBuilder(address) { Fragment = "", Query = string.Join('&', parts) }.Uri;
    }

    private static bool IsTracking(string part)
    {
        var name = part.Split('=')[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
    }
}
