using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bot.Digest.Reading.Egress;

/// <summary>
/// The host as it is written in an address, read strictly: what programs understand differently ("0177.1", "127.0.0.1%00.example.org")
/// is refused, because the one that judges may not be the one that connects.
/// </summary>
internal static class HostText
{
    /// <summary>RFC 1035, section 2.3.4.</summary>
    private const int LongestLabel = 63, LongestName = 253;

    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// Names that never mean a host of the open web: special-use names (RFC 6761, 6762, 7686, 8375, 9476; ICANN's "internal") and
    /// those that company networks, container engines and clusters use on their own.
    /// </summary>
    private static readonly HashSet<string> PrivateDomains = new(StringComparer.Ordinal)
    {
        "alt", "arpa", "consul", "corp", "docker", "home", "internal", "intranet", "invalid", "kube", "lan", "local", "localdomain",
        "localhost", "mail", "onion", "private", "svc", "test",
    };

    /// <summary>The host in lower case and ASCII, an IPv6 address in brackets; null when it is none, or not written the one way.</summary>
    public static string? Read(string text)
    {
        if (text.StartsWith('['))
        {
            return Six(text);
        }

        var name = Ascii(text)?.ToLowerInvariant();
        if (name is null)
        {
            return null;
        }

        // A name may end with the dot of the root; it is the same name.
        name = name.EndsWith('.') ? name[..^1] : name;
        var labels = name.Split('.');
        return name.Length > LongestName || !Array.TrueForAll(labels, IsLabel) ? null
            : !EndsInNumber(labels[^1]) ? name
            : IsDottedQuad(labels) && string.Equals(name, text, StringComparison.Ordinal) ? name
            : null;
    }

    /// <summary>A name that means different hosts in different networks, or one of this network.</summary>
    /// <param name="host">As <see cref="Read"/> gives it.</param>
    public static bool IsPrivateName(string host) =>
        !host.StartsWith('[') && (!host.Contains('.', StringComparison.Ordinal) || PrivateDomains.Contains(host[(host.LastIndexOf('.') + 1)..]));

    private static string? Ascii(string text)
    {
        try
        {
            return Idn.GetAscii(text);
        }
        catch (ArgumentException)
        {
            return null; // Too long, an empty label, or characters that no name may have.
        }
    }

    private static string? Six(string text)
    {
        // Neither a zone ("%eth0") nor a form of the future ("v1.") is an address of the web.
        if (!text.EndsWith(']') || text[1..^1] is not { Length: > 0 } inner || !inner.All(letter => char.IsAsciiHexDigit(letter) || letter is ':' or '.'))
        {
            return null;
        }

        return IPAddress.TryParse(inner, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>Then it is read as an IPv4 address, in one of many ways (WHATWG URL standard, "ends in a number").</summary>
    private static bool EndsInNumber(string last) =>
        last.All(char.IsAsciiDigit) || (last.StartsWith("0x", StringComparison.Ordinal) && last[2..].All(char.IsAsciiHexDigitLower));

    private static bool IsDottedQuad(string[] labels) =>
        labels.Length == 4 && Array.TrueForAll(labels, label => byte.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value.ToString(CultureInfo.InvariantCulture).Length == label.Length);
}
