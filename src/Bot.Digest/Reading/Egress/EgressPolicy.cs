using System.Globalization;
using System.Net;

namespace Bot.Digest.Reading.Egress;

/// <summary>
/// What of the web may be reached. An address is judged twice: as text, and, when its name is resolved, by every IP address that it has.
/// As it stands nothing but the open web is reached; an operator opens more.
/// </summary>
public sealed class EgressPolicy
{
    /// <summary>As long as browsers and caches agree on.</summary>
    private const int LongestAddress = 2048;

    /// <summary>Where web servers listen; behind other ports are mail servers, databases and control panels.</summary>
    private static readonly int[] WebPorts = [80, 443, 8080, 8443];

    /// <summary>Ports that the operator opens besides those of the web.</summary>
    public IReadOnlyCollection<int> Ports { get; init; } = [];

    /// <summary>Names that the operator vouches for, in lower case: they may be private ones, and lead into <see cref="Networks"/>.</summary>
    public IReadOnlyCollection<string> Hosts { get; init; } = [];

    /// <summary>Private networks that the operator opens: to <see cref="Hosts"/>, and to addresses that are written as numbers.</summary>
    public IReadOnlyCollection<IPNetwork> Networks { get; init; } = [];

    /// <summary>Public addresses of the operator, behind which may be more than strangers see.</summary>
    public IReadOnlyCollection<IPAddress> OwnAddresses { get; init; } = [];

    /// <summary>True where IPv4 is reached through NAT64 only: those addresses are then judged by the IPv4 address in them.</summary>
    public bool UnwrapNat64 { get; init; }

    /// <summary>
    /// Reads an address as it was typed or sent, and judges its text: scheme, host, port. <c>feed:</c> is understood.
    /// Never throws.
    /// </summary>
    /// <returns>The address in its one canonical form, without a fragment; null when it may not be reached.</returns>
    public Uri? Parse(string? text)
    {
        text = WithoutFeedScheme(text?.Trim() ?? "");
        if (text.Length > LongestAddress || text.Any(letter => char.IsControl(letter) || letter == '\\') || SchemeOf(text) is not { } scheme)
        {
            return null;
        }

        var rest = text[(scheme.Length + "://".Length)..];
        var end = rest.AsSpan().IndexOfAny("/?#");
        var authority = end < 0 ? rest : rest[..end];
        if (authority.Any(letter => letter is '@' or '%' || char.IsWhiteSpace(letter)) || Split(authority, scheme) is not var (name, port))
        {
            return null;
        }

        var path = end < 0 ? "" : rest[end..].Split('#')[0];
        return HostText.Read(name) is { } host && MayBeNamed(host) && (WebPorts.Contains(port) || Ports.Contains(port))
            && Uri.TryCreate(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{port}{path}"), UriKind.Absolute, out var typed)
            // Letters and their escaped bytes are one address, and compared as one only where both are escaped.
            && Uri.TryCreate(typed.AbsoluteUri, UriKind.Absolute, out var address)
            // What was judged must be what is asked.
            && string.Equals(address.IdnHost, host.Trim('[', ']'), StringComparison.Ordinal) && address.Port == port
            ? address
            : null;
    }

    /// <summary>Whether the name may lead to all of these addresses. One bad address among them refuses the name, or the next look-up may find it alone.</summary>
    /// <param name="host">The name that was resolved, or the address itself as text.</param>
    public bool Allows(string host, IReadOnlyCollection<IPAddress> answer) => answer.Count > 0 && answer.All(address => Allows(host, address));

    /// <summary>Whether the name may lead to this address.</summary>
    /// <param name="host">The name that was resolved, or the address itself as text.</param>
    public bool Allows(string host, IPAddress address)
    {
        var plain = PublicAddresses.Plain(address, UnwrapNat64);
        return !OwnAddresses.Contains(plain)
            && (PublicAddresses.Contain(address, UnwrapNat64)
                || (Networks.Any(network => network.Contains(plain)) && (Hosts.Contains(host) || IPAddress.TryParse(host, out _))));
    }

    /// <summary>An address written as numbers is judged at once; a name, where it is not the operator's, must be a public one.</summary>
    private bool MayBeNamed(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? Allows(host.Trim('[', ']'), literal)
            : Hosts.Contains(host) || !HostText.IsPrivateName(host);

    /// <summary><c>feed://host/…</c> stands for http, <c>feed:https://host/…</c> for what follows.</summary>
    private static string WithoutFeedScheme(string text) =>
        text.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? $"http{text["feed".Length..]}"
            : text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) ? text["feed:".Length..]
            : text;

    private static string? SchemeOf(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? Uri.UriSchemeHttps
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? Uri.UriSchemeHttp
            : null;

    private static (string Host, int Port)? Split(string authority, string scheme)
    {
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || authority.EndsWith(']'))
        {
            return (authority, scheme == Uri.UriSchemeHttps ? 443 : 80);
        }

        return int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? (authority[..colon], port) : null;
    }
}
