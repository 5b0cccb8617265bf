using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>The dates that readers of a page see, by how surely each is the article's; found in one walk.</summary>
internal sealed class SeenDates
{
    /// <summary>What states a date holds little else.</summary>
    private const int LongestText = 160;

    private const int LongestPlainText = 60;
    private const int ShortestText = 6;
    private const int LongestOpening = 13;

    /// <summary>A part that holds the article is not what its name says, such as a sidebar's layout or a blog's widget.</summary>
    public const string Core = "h1, main, article, .post";

    /// <summary>Words beside the day on which a page was changed last.</summary>
    private static readonly string[] Changed =
        ["modified", "updated", "changed", "geändert", "aktualisiert", "stand:", "bearbeitet", "modifié", "mise à jour", "mis à jour", "actualizad", "modificad", "aggiornat", "modificat", "atualizad", "bijgewerkt", "gewijzigd", "zmodyfikowan", "aktualizacja", "oppdatert", "uppdaterad", "opdateret", "copyright ©"];

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789./ ");

    private readonly Func<string?, DateTimeOffset?> _read;
    private DateTimeOffset? _ofTime;
    private DateTimeOffset? _ofName;
    private DateTimeOffset? _afterHeading;
    private DateTimeOffset? _anywhere;
    private bool _headingSeen;

    private SeenDates(Func<string?, DateTimeOffset?> read) => _read = read;

    /// <summary>Marked up as the date of publication.</summary>
    public DateTimeOffset? Marked { get; private set; }

    /// <summary>A time element, a part named as a date, a short text below the headline, a short text anywhere: the first of these.</summary>
    public DateTimeOffset? Best => _ofTime ?? _ofName ?? _afterHeading ?? _anywhere;

    /// <summary>Those of the article's own parts: any but a date that just stands somewhere.</summary>
    public DateTimeOffset? Near => Marked ?? _ofTime ?? _ofName ?? _afterHeading;

    /// <summary>In the parts that hold dates of other things: what says when the page was last changed.</summary>
    public DateTimeOffset? Elsewhere { get; private set; }

    public static SeenDates On(IHtmlDocument page, Func<string?, DateTimeOffset?> read)
    {
        var seen = new SeenDates(read);
        if (page.Body is { } body)
        {
            seen.Walk(body);
        }

        return seen;
    }

    private void Walk(IElement element)
    {
        for (var child = element.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IText text)
            {
                Look(text.Data);
            }
            else if (child is IElement inner && inner.LocalName is not ("script" or "style" or "noscript" or "select"))
            {
                var hints = PageHints.Of(inner);
                if (!hints.AsSpan().ContainsAny(PageHints.OtherDates) || IsMisnamed(inner))
                {
                    Look(inner, hints);
                    Walk(inner);
                }
                else if (!hints.AsSpan().ContainsAny(PageHints.Elsewhere))
                {
                    LookElsewhere(inner);
                }
            }
        }
    }

    /// <summary>"27.1.2026 - The lock …": the day that a paragraph begins with.</summary>
    private static string OpeningDate(string line)
    {
        var end = line.AsSpan().IndexOfAnyExcept(InNumbers);
        return char.IsAsciiDigit(line[0]) && end is >= ShortestText and <= LongestOpening ? line[..end] : "";
    }

    private void LookElsewhere(IElement part)
    {
        foreach (var text in part.Descendants<IText>().Select(one => one.Data))
        {
            if (Elsewhere is null && text.Length is >= ShortestText and <= LongestText && Array.Exists(Changed, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                Elsewhere = _read(text);
            }
        }
    }

    private static bool IsMisnamed(IElement part) => part.QuerySelector(Core + ", [itemprop=datePublished]") is not null;

    private void Look(IElement element, string hints)
    {
        _headingSeen |= element.LocalName is "h1";
        if (element.LocalName is "time")
        {
            var date = _read(element.GetAttribute("datetime")) ?? _read(element.TextContent);
            Marked ??= element.HasAttribute("pubdate") || hints.AsSpan().ContainsAny(PageHints.Published) ? date : null;
            _ofTime ??= date;
        }
        else if (hints.AsSpan().ContainsAny(PageHints.Published))
        {
            Marked ??= Of(element);
        }
        else if (_ofName is null && hints.AsSpan().ContainsAny(PageHints.Dated))
        {
            _ofName = Of(element);
        }
    }

    private DateTimeOffset? Of(IElement element) =>
        _read(element.GetAttribute("content")) ?? _read(element.GetAttribute("datetime")) ?? (element.TextContent.Trim() is { Length: <= LongestText } text ? _read(text) : null);

    private void Look(string text)
    {
        if ((_headingSeen ? _afterHeading : _anywhere) is not null || text.Length < ShortestText)
        {
            return;
        }

        var line = text.Trim();
        line = line.Length > LongestPlainText ? OpeningDate(line) : line;
        if (line.Length is < ShortestText or > LongestPlainText || !line.Any(char.IsAsciiDigit))
        {
            return;
        }

        if (_headingSeen)
        {
            _afterHeading = _read(line);
        }
        else
        {
            _anywhere = _read(line);
        }
    }
}
