using Bot.Digest.Reading.Dates;

namespace Bot.Digest.Reading.Pages;

/// <summary>Takes out the lines that speak of the page and not of the news, and those around the article that are no sentences.</summary>
internal static class BodyTrimming
{
    /// <summary>A longer line is prose, whatever it begins with.</summary>
    private const int LongestCall = 220;

    /// <summary>A line that ends an article is at least this long or ends as a sentence does.</summary>
    private const int LongestFragment = 80;

    /// <summary>A repeated line is a paragraph from this length on; shorter ones are refrains and headings.</summary>
    private const int ShortestRepeated = 120;

    /// <summary>So many lines may stand between the headline and the text.</summary>
    private const int MostAbove = 6;

    /// <summary>What a closing line says of the page or of its author is no longer than this.</summary>
    private const int LongestNotice = 320;

    /// <summary>Words of lines that close an article and are no part of it.</summary>
    private static readonly string[] Notices =
    [
        "(reporting by", "additional reporting", "editing by", "follow him on", "follow her on", "follow us on", "follow me on", "on twitter @", "can be reached at", "be reached at", "sign up for", "subscribe to", "have a tip?", "all rights reserved",
        "is a staff writer", "is a freelance", "is a reporter", "is the author of", "is the founder", "moderating comments", "moderating all comments", "this post contains affiliate",
        "written permission", "without permission", "ist freie journalistin", "ist freier journalist", "ist redakteur", "newsletter", "abonnieren sie", "folgen sie uns", "folge uns", "síguenos", "suscríbete", "suscríbase", "suivez-nous", "abonnez-vous", "seguici su", "iscriviti", "siga-nos", "inscreva-se", "alle rechte vorbehalten", "todos los derechos",
    ];

    private static readonly string[] Calls =
    [
        "subscribe", "sign up", "share this", "share on", "share:", "follow us", "follow @", "read more", "read also", "also read", "related:", "related ", "see also", "click here", "advertisement",
        "advert", "anzeige", "werbung", "publicidad", "tags:", "tags ", "author:", "publish date", "published:", "last modified", "photo:", "image:", "image credit", "photo credit", "get the latest",
        "download our", "like this story", "more from", "more on", "top stories", "lesen sie auch", "mehr zum thema", "lesen sie mehr", "lea también", "lea tambien", "lee también", "te puede interesar", "puedes ver", "mira:",
        "this entry was posted", "posted in", "filed under", "category:", "categories:", "leave a reply", "leave a comment", "read next", "recommended", "you may also like", "you might also like", "copyright", "©",
        "all rights reserved", "have a tip", "contact us", "contact the author", "join us on", "join our", "like us on", "print this", "email this", "à lire aussi", "lire aussi", "leggi anche", "leia também", "leia mais", "foto:", "fotos:", "bild:", "sign in", "log in",
        "advertising", "don't miss", "watch:", "listen:", "video:", "watch now", "sponsored", "quelle:", "teilen", "kommentare", "comments", "newsletter", "want to read more", "want more", "if you enjoyed", "if you liked", "want to comment", "support us", "jetzt abonnieren",
    ];

    public static void Trim(List<BodyLine> lines, string title)
    {
        ClosingHeadings.Cut(lines);
        lines.RemoveAll(line => line.Text == title || (line.Text.Length <= LongestCall && IsCall(line.Text)));
        DropRepeated(lines);
        TrimStart(lines);
        TrimEnd(lines);
    }

    private static bool IsCall(string text)
    {
        foreach (var call in Calls)
        {
            if (text.StartsWith(call, StringComparison.OrdinalIgnoreCase) && (text.Length < LongestFragment || !EndsAsSentence(text)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Pages hold a paragraph twice for wide and for narrow screens.</summary>
    private static void DropRepeated(List<BodyLine> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        lines.RemoveAll(line => line.Text.Length >= ShortestRepeated && !seen.Add(line.Text));
    }

    /// <summary>The day and the author stand above the text.</summary>
    private static void TrimStart(List<BodyLine> lines)
    {
        for (var i = Math.Min(lines.Count - 1, MostAbove) - 1; i >= 0; i--)
        {
            var text = lines[i].Text;
            if (text.Length < LongestFragment && !EndsAsSentence(text) && (StatedDate.Parse(text, "und") is not null || Byline.Introduced(text, isLabelled: false) is not null))
            {
                lines.RemoveAt(i);
            }
        }
    }

    /// <summary>Headings with nothing below them, and lone words, are of what followed the article.</summary>
    private static void TrimEnd(List<BodyLine> lines)
    {
        while (lines.Count > 1 && lines[^1] is var last
            && (last.IsHeading || (last.Block.LinkShare > 0.5 && last.Text.Length < LongestFragment) || (last.Text.Length < LongestNotice && IsNotice(last.Text))))
        {
            lines.RemoveAt(lines.Count - 1);
        }
    }

    private static bool IsNotice(string text) => Array.Exists(Notices, notice => text.Contains(notice, StringComparison.OrdinalIgnoreCase));

    private static bool EndsAsSentence(string text) => text[^1] is '.' or '!' or '?' or '"' or '”' or '…';
}
