namespace Bot.Digest.Reading.Feeds;

/// <summary>Addresses as feeds print them.</summary>
internal static class FeedAddress
{
    /// <summary>As long as browsers and caches agree on.</summary>
    private const int Longest = 2048;

    /// <summary>The absolute address, as printed where it is printed absolutely; null when it is none of the web.</summary>
    public static Uri? Of(string? text, Uri? origin)
    {
        text = WithoutFeedScheme(text?.Trim());
        if (string.IsNullOrEmpty(text) || text.Length > Longest || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var whole) && whole.Scheme is not "file" ? OfTheWeb(whole)
            : text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate($"http://{text}", UriKind.Absolute, out var named) ? OfTheWeb(named)
            : origin is not null && Uri.TryCreate(origin, text, out var joined) ? OfTheWeb(joined)
            : null;
    }

    /// <summary>"feed:" is what browsers once took for "open in a reading program", before or instead of the true scheme.</summary>
    private static string? WithoutFeedScheme(string? text) =>
        text?.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) == true ? $"https:{text[5..]}"
        : text?.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) == true ? text[5..]
        : text;

    private static Uri? OfTheWeb(Uri address) =>
        address.Scheme is "http" or "https" && address.Host.Length > 0 && address.UserInfo.Length == 0 ? address : null;
}
