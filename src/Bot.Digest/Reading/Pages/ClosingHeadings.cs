namespace Bot.Digest.Reading.Pages;

/// <summary>Lines after which a page goes on to something else: other articles, comments, its author.</summary>
internal static class ClosingHeadings
{
    private const int LongestHeading = 80;

    /// <summary>A line that is no heading holds little besides the phrase, such as the outlet's name.</summary>
    private const int LongestRest = 16;

    /// <summary>What follows such a line is longer only where the line is part of the article.</summary>
    private const double MostAfter = 0.25;

    private static readonly string[] Phrases =
    [
        "related articles", "related stories", "related posts", "related news", "related content", "related links", "related topics", "more great", "more stories", "more news", "more like this",
        "you may also like", "you might also like", "you may like", "recommended for you", "recommended stories", "recommended reading", "read next", "what to read next", "leave a comment", "leave a reply", "post a comment", "write a comment",
        "about the author", "share this", "post navigation", "latest news", "latest stories", "our latest stories", "most read", "most popular", "trending now", "partner news", "follow us", "from our partners", "editors' picks", "other news",
        "verwandte artikel", "verwandte beiträge", "verwandte themen", "ähnliche artikel", "ähnliche beiträge", "das könnte sie auch interessieren", "das könnte dich auch interessieren", "das könnte ihnen auch gefallen", "auch interessant", "mehr zum thema",
        "das thema könnte dich auch interessieren", "diese artikel könnten", "weitere artikel", "weitere beiträge", "weitere meldungen", "weitere nachrichten", "weitere themen", "schreibe einen kommentar", "kommentar schreiben", "kommentar hinterlassen", "hinterlasse einen kommentar", "über den autor", "über die autorin",
        "zum weiterlesen", "lesen sie auch", "lesen sie weiter", "meistgelesen", "neueste beiträge", "teile diesen", "möchten sie den artikel teilen", "aktuelle nachrichten",
        "articles similaires", "articles liés", "à lire aussi", "lire aussi", "sur le même sujet", "laisser un commentaire", "à propos de l'auteur", "à propos de l’auteur", "les plus lus",
        "artículos relacionados", "noticias relacionadas", "notas relacionadas", "te puede interesar", "también te puede interesar", "le puede interesar", "deja un comentario", "deja una respuesta", "sobre el autor", "más noticias", "lo más leído",
        "articoli correlati", "potrebbe interessarti", "potrebbe interessarti anche", "ti potrebbe interessare", "leggi anche", "lascia un commento", "articoli più letti",
        "artigos relacionados", "notícias relacionadas", "leia também", "veja também", "deixe um comentário", "mais lidas",
        "gerelateerde artikelen", "gerelateerde berichten", "lees ook", "geef een reactie", "meer nieuws", "zobacz też", "zobacz także", "czytaj także", "czytaj też", "czytaj również", "przeczytaj także", "powiązane artykuły", "najczęściej czytane",
        "les også", "läs också", "læs også", "relaterade artiklar", "relaterede artikler", "relaterte artikler", "lue myös", "související články", "čtěte také", "súvisiace články", "ilgili haberler", "bunları da",
        "читайте также", "похожие статьи", "новости по теме", "читайте також", "baca juga", "artikel terkait", "berita terkait", "関連記事", "関連ニュース", "相关阅读", "相关新闻", "相關新聞", "관련기사",
    ];

    /// <summary>Such lines too where they are nothing but this word.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "comments", "kommentare", "commentaires", "comentarios", "commenti", "comentários", "reacties", "komentarze", "kommentarer", "komentáře", "yorumlar", "комментарии", "recommended", "related", "see also", "more", "iklan", "newsletter",
    };

    /// <summary>Leaves out the lines from such a heading on.</summary>
    public static void Cut(List<BodyLine> lines)
    {
        var whole = lines.Sum(line => line.Text.Length);
        var after = 0;
        var cut = lines.Count;
        for (var i = lines.Count - 1; i > 0 && after <= whole * MostAfter; i--)
        {
            after += lines[i].Text.Length;
            cut = IsClosing(lines[i]) && after <= whole * MostAfter ? i : cut;
        }

        lines.RemoveRange(cut, lines.Count - cut);
    }

    private static bool IsClosing(BodyLine line)
    {
        if (line.Text.Length > LongestHeading)
        {
            return false;
        }

        var text = line.Text.AsSpan().Trim(" :.!?…|»>-–—►▼*");
        foreach (var phrase in Phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (line.IsHeading || text.Length <= phrase.Length + LongestRest))
            {
                return true;
            }
        }

        return Words.Contains(text.ToString());
    }
}
