namespace Bot.Digest.Reading.Pages;

/// <summary>Takes out the lines that speak of the page and not of the news, and those around the article that are no sentences.</summary>
internal static class BodyTrimming
{
    /// <summary>A longer line is prose, whatever it begins with.</summary>
    private const int LongestCall = 220;

    /// <summary>A line that ends an article is at least this long or ends as a sentence does.</summary>
    private const int LongestFragment = 80;

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
        lines.RemoveAll(line => line.Text == title || (line.Text.Length <= LongestCall && IsCall(line.Text)));
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

    /// <summary>Headings with nothing below them, and lone words, are of what followed the article.</summary>
    private static void TrimEnd(List<BodyLine> lines)
    {
        while (lines.Count > 1 && lines[^1] is var last && (last.IsHeading || (last.Block.LinkShare > 0.5 && last.Text.Length < LongestFragment)))
        {
            lines.RemoveAt(lines.Count - 1);
        }
    }

    private static bool EndsAsSentence(string text) => text[^1] is '.' or '!' or '?' or '"' or '”' or '…';
}
