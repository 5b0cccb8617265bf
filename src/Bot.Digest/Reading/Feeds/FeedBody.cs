using AngleSharp.Html.Parser;
using Bot.Digest.Reading.Pages;

namespace Bot.Digest.Reading.Feeds;

/// <summary>The text of an item, a paragraph a line.</summary>
/// <param name="IsCut">True where the text shows, or its length suggests, that it is only the beginning.</param>
internal sealed record FeedBody(string Text, bool IsCut)
{
    /// <summary>Chosen, not measured: teasers are mostly shorter and articles longer, and a page fetched for nothing costs less than a text cut off.</summary>
    private const int ShortestWhole = 700;

    /// <summary>A line that leads to the rest says little else.</summary>
    private const int LongestLead = 120;

    private static readonly string[] CutEnds = ["…", "...", "[…]", "[...]", "(…)", "(...)", "[&hellip;]", "…]", "...]"];

    /// <summary>Words of links to the rest, at the beginning of a last line.</summary>
    private static readonly string[] Leads =
    [
        "read more", "read the full", "read full", "read the rest", "read on", "read article", "continue reading", "full story", "full article", "see more", "view article", "more…", "more...", "(more",
        "keep reading", "click here", "learn more", "the full story", "weiterlesen", "mehr lesen", "weiter lesen", "lesen sie mehr", "mehr dazu", "zum artikel", "den vollständigen artikel", "lire la suite", "lire plus", "en savoir plus", "leer más", "seguir leyendo",
        "sigue leyendo", "continua a leggere", "leggi tutto", "leia mais", "continue lendo", "lees meer", "lees verder", "läs mer", "les mer", "læs mere", "lue lisää", "czytaj dalej", "číst dál", "читать далее", "devamını oku",
    ];

    /// <summary>What publishing programs append to every item: both halves stand in one line.</summary>
    private static readonly (string Beginning, string Middle)[] Signatures =
    [
        ("the post ", " appeared first on "), ("the post ", " first appeared on "), ("der beitrag ", " erschien zuerst auf "), ("l’article ", " est apparu en premier sur "),
        ("l'article ", " est apparu en premier sur "), ("la entrada ", " se publicó primero en "), ("l'articolo ", " proviene da "), ("l’articolo ", " proviene da "), ("o post ", " apareceu primeiro em "), ("het bericht ", " verscheen eerst op "),
    ];

    /// <summary>Of the longer of the item's texts; null where it has none.</summary>
    public static FeedBody? Of(FeedItem item)
    {
        var longer = (item.Content?.Value.Length ?? 0) >= (item.Summary?.Value.Length ?? 0) ? item.Content : item.Summary;
        return longer is null ? null : longer.IsMarkup ? OfMarkup(longer.Value, item.Title ?? "") : OfLines(CleanText.Paragraphs(longer.Value));
    }

    private static FeedBody OfMarkup(string html, string title)
    {
        using var page = new HtmlParser().ParseDocument(MarkupGuard.Limit(html));
        if (page.Body is not { } body)
        {
            return new("", IsCut: true);
        }

        var root = PageTree.Of(body);
        foreach (var node in root.All())
        {
            node.IsDropped = node.Tag is "footer" or "form" or "aside" or "figcaption" or "label";
        }

        // The lines that lead to the rest tell that there is one, and are no text of the article.
        var last = BodyLines.Of(root).Select(line => line.Text).LastOrDefault(line => !IsSignature(line)) ?? "";
        BodyPruning.Prune(root);
        return OfLines(BodyText.Of(root, lead: null, title), last);
    }

    private static FeedBody OfLines(string text, string? last = null)
    {
        var lines = text.Split('\n').Where(line => !IsSignature(line)).ToList();
        last ??= lines.LastOrDefault() ?? "";
        while (lines.Count > 1 && IsLead(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var kept = string.Join('\n', lines);
        return new(kept, kept.Length < ShortestWhole || IsCutOff(last) || IsCutOff(lines.LastOrDefault() ?? ""));
    }

    private static bool IsCutOff(string line) => CutEnds.Any(end => line.EndsWith(end, StringComparison.Ordinal)) || IsLead(line) || EndsWithLead(line);

    private static bool IsLead(string line) =>
        line.Length <= LongestLead && Leads.Any(lead => line.StartsWith(lead, StringComparison.OrdinalIgnoreCase));

    /// <summary>"More" alone may end any sentence.</summary>
    private static bool EndsWithLead(string line)
    {
        var end = line.TrimEnd('.', ' ', ')', ']', '…', '»', '→', '>');
        return Leads.Any(lead => char.IsLetter(lead[^1]) && lead[0] != '(' && end.EndsWith(lead, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSignature(string line) =>
        Signatures.Any(signature => line.StartsWith(signature.Beginning, StringComparison.OrdinalIgnoreCase) && line.Contains(signature.Middle, StringComparison.OrdinalIgnoreCase));
}
