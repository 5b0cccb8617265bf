using System.Text;
using System.Text.Unicode;

namespace Bot.Digest.Reading.Feeds;

/// <summary>What the texts of a feed's elements are meant as: plain words, escaped HTML, HTML as it stands, or base64.</summary>
internal sealed class FeedTexts(bool isAtom)
{
    /// <summary>Signs of markup in a text whose type nobody stated: feeds leave the type out and escape HTML all the same.</summary>
    private static readonly string[] MarkupSigns = ["</", "<p>", "<br", "<img ", "<a "];

    /// <summary>The first text that the element's children of these keys hold.</summary>
    public FeedText? First(FeedElement element, params ReadOnlySpan<string> keys) =>
        element.FirstOf(keys) is { } found ? Of(found) : null;

    public FeedText? Of(FeedElement element)
    {
        if (element.Text.Length == 0)
        {
            return null;
        }

        var type = element.Attribute("type")?.ToLowerInvariant() ?? "";
        if (element.HoldsTags)
        {
            return new(type == "xhtml" ? WithoutDivision(element.Text) : element.Text, IsMarkup: true);
        }

        return IsPacked(element, type) && Unpacked(element.Text) is { } text
            ? new(text, IsMarkup: true)
            : new(element.Text, !IsPlain(element.Text, type));
    }

    private bool IsPlain(string text, string type) => type switch
    {
        "text" or "text/plain" or "plain" => true,
        "" => isAtom && !MarkupSigns.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    /// <summary>Atom 0.3 names the mode; in Atom 1.0 what is of a type that is no text is base64 (RFC 4287, 4.1.3.3).</summary>
    private bool IsPacked(FeedElement element, string type) =>
        element.Attribute("mode") is "base64"
        || (isAtom && type.Contains('/', StringComparison.Ordinal) && element.Attribute("mode") is null
            && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal));

    private static string? Unpacked(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Utf8.IsValid(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    /// <summary>The division around XHTML is no part of the text (RFC 4287, 3.1.1.3).</summary>
    private static string WithoutDivision(string markup)
    {
        const string Closing = "</div>";
        var isWrapped = markup.StartsWith("<div", StringComparison.OrdinalIgnoreCase) && markup.EndsWith(Closing, StringComparison.OrdinalIgnoreCase);
        return isWrapped && markup.IndexOf('>', StringComparison.Ordinal) is > 0 and var open && open < markup.Length - Closing.Length
            ? markup[(open + 1)..^Closing.Length].Trim()
            : markup;
    }
}
