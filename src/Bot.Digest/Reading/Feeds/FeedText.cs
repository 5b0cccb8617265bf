using System.Net;

namespace Bot.Digest.Reading.Feeds;

/// <summary>A text of a feed as printed.</summary>
/// <param name="Value">The text, one level of XML taken off.</param>
/// <param name="IsMarkup">True where <paramref name="Value"/> is HTML, false where its signs are meant as they stand.</param>
public sealed record FeedText(string Value, bool IsMarkup)
{
    /// <summary>The text as HTML.</summary>
    public string Markup => IsMarkup ? Value : WebUtility.HtmlEncode(Value);

    /// <summary>The words without their markup, clean and on one line.</summary>
    public string Line => CleanText.Line(IsMarkup ? MarkupWords.Of(Value) : Value);
}
