namespace Bot.Digest.Sources;

/// <summary>An address as somebody typed it.</summary>
/// <param name="Address">What is tried first.</param>
/// <param name="Otherwise">What is tried when that cannot be reached, because no scheme was typed; null where one was.</param>
public sealed record SourceAddress(Uri Address, Uri? Otherwise)
{
    private const string FeedScheme = "feed:";

    /// <summary>More than any browser sends.</summary>
    private const int Longest = 2000;

    /// <summary>Reads whole addresses, bare hosts, <c>feed:</c> addresses and pasted &lt;…&gt;; null for what is no web address.</summary>
    public static SourceAddress? Read(string typed)
    {
        var text = typed.Trim().Trim('<', '>', '"').Trim();
        if (text.StartsWith(FeedScheme, StringComparison.OrdinalIgnoreCase))
        {
            text = text[FeedScheme.Length..].TrimStart('/');
        }

        var isBare = !text.Contains("://", StringComparison.Ordinal);
        return text.Length is > 0 and <= Longest && Web(isBare ? $"https://{text}" : text) is { } address
            && (!isBare || (address.Host.Contains('.', StringComparison.Ordinal) && address.UserInfo.Length == 0))
            ? new SourceAddress(address, isBare ? Web($"http://{text}") : null)
            : null;
    }

    /// <summary>Without the part that only browsers look at.</summary>
    private static Uri? Web(string text) =>
        Uri.TryCreate(text.Split('#')[0], UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.Host.Length > 0 && !text.Contains(' ', StringComparison.Ordinal)
            ? address
            : null;
}
