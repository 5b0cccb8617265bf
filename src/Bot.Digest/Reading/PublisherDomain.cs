using System.Net;

namespace Bot.Digest.Reading;

/// <summary>
/// The domain that the owner of a web address has registered: what outlets of one publisher have in common. Read off the labels of
/// the host, without the list of public suffixes, in favour of a name too long: outlets taken for two count once too often, and
/// nobody's are taken for another's.
/// </summary>
public static class PublisherDomain
{
    /// <summary>Labels under which a country registers names ("co.uk", "com.au").</summary>
    private static readonly HashSet<string> SecondLevels = new(StringComparer.Ordinal)
    {
        "ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "gub", "gv", "in", "info", "ltd", "mil", "ne", "net", "nom", "or", "org", "press", "web",
    };

    /// <summary>Where each name below the domain has another owner.</summary>
    private static readonly HashSet<string> SharedHosts = new(StringComparer.Ordinal)
    {
        "beehiiv.com", "blogger.com", "blogspot.com", "eu.org", "ghost.io", "github.io", "gitlab.io", "livejournal.com", "netlify.app",
        "pages.dev", "squarespace.com", "substack.com", "tumblr.com", "typepad.com", "vercel.app", "web.app", "weebly.com", "wixsite.com",
        "wordpress.com",
    };

    /// <summary>Sites that show what others publish: their address tells nothing about who wrote.</summary>
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
    {
        "apple.news", "archive.org", "archive.ph", "archive.today", "bit.ly", "facebook.com", "feedburner.com", "flipboard.com", "google.com", "instagram.com",
        "linkedin.com", "medium.com", "msn.com", "reddit.com", "smartnews.com", "t.co", "t.me", "telegram.me", "twitter.com", "x.com", "yahoo.com", "youtube.com",
    };

    /// <summary>The domain in lower case; null where the address does not tell who publishes.</summary>
    public static string? Of(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (address.HostNameType != UriHostNameType.Dns || IPAddress.TryParse(host, out _))
        {
            return null;
        }

        var labels = host.Split('.');
        if (labels.Length < 2)
        {
            return null;
        }

        var isSecondLevel = labels.Length > 2 && labels[^1].Length == 2 && SecondLevels.Contains(labels[^2]);
        var domain = string.Join('.', labels[(isSecondLevel ? ^3 : ^2)..]);
        return Carriers.Contains(domain) ? null
            : !SharedHosts.Contains(domain) ? domain
            : labels.Length > 2 ? string.Join('.', labels[^3..])
            : null;
    }
}
