using System.Globalization;
using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>The language that a page declares, as an IETF tag.</summary>
internal static class PageLanguage
{
    private const int LongestTag = 35; // RFC 5646, 4.4.1

    public static string? Of(IHtmlDocument page, PageMeta meta) =>
        Tag(page.DocumentElement?.GetAttribute("lang")) ?? Tag(page.DocumentElement?.GetAttribute("xml:lang"))
        ?? Tag(meta.First("content-language", "language", "dc.language")) ?? Tag(meta.First("og:locale"));

    /// <summary>The first tag in a text, in its usual cases; null where there is none.</summary>
    public static string? Tag(string? text)
    {
        var tag = text?.Split(',')[0].Trim().Replace('_', '-') ?? "";
        return tag.Length is >= 2 and <= LongestTag && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && tag.Split('-')[0].Length is 2 or 3
            ? Cased(tag.Split('-'))
            : null;
    }

    /// <summary>Language small, country in capitals (RFC 5646, 2.1.1).</summary>
    private static string Cased(string[] parts) =>
        string.Join('-', parts.Select((part, i) => i > 0 && part.Length == 2 ? part.ToUpperInvariant()
            : i > 0 && part.Length == 4 ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(part.ToLowerInvariant())
            : part.ToLowerInvariant()));
}
