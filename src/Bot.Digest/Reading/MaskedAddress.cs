using System.Text.RegularExpressions;

namespace Bot.Digest.Reading;

/// <summary>
/// An address as it may be shown and logged: names and passwords, values of parameters that are called like secrets, and long random parts of
/// the path are replaced. Private feeds are protected by nothing else than such an address. The host is shown in ASCII, where letters that
/// only look alike are told apart.
/// </summary>
public static partial class MaskedAddress
{
    private const string Mask = "***";

    /// <summary>Random text of fewer letters and digits guards nothing (80 bits in base 36); words and numbers of articles are rarely longer without a break.</summary>
    private const int ShortestSecret = 16;

    /// <summary>The masked form of any address; what is no whole one of the web is masked whole.</summary>
    public static string Of(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            return Mask;
        }

        var user = address.UserInfo.Length > 0 ? $"{Mask}@" : "";
        var host = address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost}]" : address.IdnHost;
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var path = string.Join('/', address.AbsolutePath.Split('/').Select(part => IsRandom(part) ? Mask : part));
        var query = string.Join('&', address.Query.TrimStart('?').Split('&').Select(Parameter));
        return $"{address.Scheme}://{user}{host}{port}{path}{(query.Length > 0 ? "?" : "")}{query}";
    }

    private static string Parameter(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? ("", text) : (text[..equals], text[(equals + 1)..]);
        return value.Length > 0 && (SecretName.IsMatch(name) || IsRandom(value)) ? $"{(equals < 0 ? "" : name + "=")}{Mask}" : text;
    }

    /// <summary>
    /// Letters and digits that change often enough that no word, number or date makes them so: measured as changes between lower case, upper case and
    /// digits inside a piece. A capital at the beginning of a word is none. Hexadecimal numbers may change seldom and are random all the same.
    /// </summary>
    private static bool IsRandom(string part)
    {
        if (part.Length < ShortestSecret)
        {
            return false;
        }

        var plain = Uri.UnescapeDataString(part);
        if (HexNumber.Matches(plain).Any(number => number.ValueSpan.IndexOfAnyExceptInRange('0', '9') >= 0))
        {
            return true;
        }

        var pieces = Pieces.Split(plain).Where(piece => piece.Length > 0).ToList();
        var changes = pieces.Sum(Changes);
        var length = pieces.Sum(piece => piece.Length);
        return length >= ShortestSecret && pieces.Exists(piece => piece.Any(char.IsAsciiDigit)) && changes * 4 >= length;
    }

    private static int Changes(string piece)
    {
        var changes = 0;
        for (var i = 1; i < piece.Length; i++)
        {
            var capitalised = i == 1 && char.IsAsciiLetterUpper(piece[0]) && char.IsAsciiLetterLower(piece[1]);
            changes += KindOf(piece[i]) != KindOf(piece[i - 1]) && !capitalised ? 1 : 0;
        }

        return changes;
    }

    private static int KindOf(char letter) => char.IsAsciiDigit(letter) ? 0 : char.IsAsciiLetterUpper(letter) ? 1 : 2;

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 250)]
    private static partial Regex Pieces { get; }

    /// <summary>As long as <see cref="ShortestSecret"/> at least, or a UUID (RFC 9562).</summary>
    [GeneratedRegex(@"(?<![0-9a-z])(?:[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 250)]
    private static partial Regex HexNumber { get; }

    [GeneratedRegex("(?:^|[-_.])(?:auth|authkey|key|apikey|accesskey|hash|hmac|jwt|pass|passwd|password|pwd|secret|session|sessionid|sid|sig|signature|token|accesstoken|ticket|user|username|login|email|credential)s?$|token$|secret$|password$|apikey$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 250)]
    private static partial Regex SecretName { get; }
}
