using System.Buffers;
using System.Text;
using AngleSharp.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>What the names of classes and ids tell about a piece of a page. Lists hold categories of words, no site's own.</summary>
internal static class PageHints
{
    /// <summary>Names made by machines can be endless; the telling words come first.</summary>
    private const int LongestHints = 400;

    /// <summary>Says "the article's text is here".</summary>
    public static readonly SearchValues<string> Body = Words(
        "-articlebody", "-article-body", "-article-text", "-article-content", "-articletext", "-articlecontent", "-story-body", "-storybody",
        "-story-content", "-story-text", "-storytext", "-post-content", "-postcontent", "-post-body", "-postbody", "-post-text", "-entry-content",
        "-entry-body", "-entrycontent", "-body-copy", "-bodycopy", "-body-text", "-bodytext", "-body-content", "-content-body", "-contentbody",
        "-rich-text", "-richtext", "-news-text", "-newstext", "-news-content", "-news-body", "-page-content", "-main-text", "-maintext", "-article-main",
        "-single-content", "-blog-content", "-text-content", "-artikeltext", "-artikel-text", "-artikel-body", "-content-text", "-article-copy",
        "-post-entry", "-artikelinhalt", "-theme-content", "-field-body", "-article-wrap", "-hentry-content");

    /// <summary>Says "of another article", whatever else the name says.</summary>
    public static readonly SearchValues<string> Elsewhere = Words("-related", "-recommend", "-comment", "-teaser", "-widget");

    /// <summary>Posts of other networks as they are put into articles.</summary>
    public static readonly SearchValues<string> EmbeddedPost = Words("-twitter-tweet", "-bluesky-embed", "-mastodon-embed", "-instagram-media");

    /// <summary>Never part of an article's text, wherever it stands.</summary>
    public static readonly SearchValues<string> Boilerplate = Words(
        "-comment", "-kommentar", "-disqus", "-respond-", "-livefyre", "-related", "-recommend", "-recirc", "-share-", "-shares-", "-sharing", "-sharebar",
        "-sharedaddy", "-share", "-social", "-newsletter", "-subscri", "-signup", "-sign-up-", "-promo-", "-promo", "-promotion", "-advert", "-ad-", "-ads-",
        "-adsense", "-adbox", "-adslot", "-anzeige", "-werbung", "-sponsor", "-outbrain", "-taboola", "-sidebar", "-side-bar-", "-rail-", "-breadcrumb", "-pagination",
        "-pager-", "-paginator", "-nav-", "-navi-", "-navbar", "-navigation", "-menu", "-footer", "-cookie", "-consent", "-gdpr", "-popup", "-modal-", "-overlay",
        "-widget", "-toolbar", "-tags-", "-taglist", "-tag-list", "-tag-links", "-post-tags", "-keywords", "-author-bio", "-author-box", "-authorbox", "-author-info",
        "-about-author", "-about-the-author", "-author-card", "-author-profile", "-autorenbox", "-bio-", "-biography", "-byline", "-post-meta", "-entry-meta", "-article-meta",
        "-postmeta", "-metadata", "-dateline", "-timestamp", "-caption", "-credit", "-copyright", "-gallery", "-slideshow", "-carousel", "-slider", "-player",
        "-readmore", "-read-more", "-read-next", "-readnext", "-up-next", "-most-read", "-mostread", "-most-popular", "-popular", "-trending", "-teaser", "-print-",
        "-rating", "-login", "-paywall", "-skip-", "-sr-only", "-screen-reader", "-visually-hidden", "-visuallyhidden", "-jp-relatedposts", "-yarpp", "-shariff",
        "-addtoany", "-addthis", "-bookmark", "-feedback", "-donat", "-call-to-action", "-cta-", "-also-read", "-see-also", "-next-post", "-prev-post", "-post-nav",
        "-toc-", "-table-of-contents", "-noprint", "-no-print", " -hidden- ", " -hide- ", " -d-none- ", "-linkbox", "-infobox", "-factbox", "-pullquote", "-pull-quote", "-tooltip", "-editsection",
        "-navbox", "-reflist", "-references-", "-mw-jump", "-sitesub", "-catlinks", "-mailto", "-whatsapp", "-facebook", "-twitter-share", "-follow-", "-disclaimer", "-disclosure",
        "-postcomment", "-next-prev", "-prev-next", "-flyout");

    /// <summary>Says "this introduces the article": the paragraph between headline and text.</summary>
    public static readonly SearchValues<string> Lead = Words(
        "-lead", "-lede-", "-intro", "-standfirst", "-subtitle", "-sub-title", "-subheadline", "-sub-headline", "-subhead", "-dek-", "-deck-", "-excerpt",
        "-summary", "-abstract", "-vorspann", "-bajada", "-sumario", "-entradilla", "-chapo", "-chapeau", "-introduction", "-kicker-text", "-copete", "-teaser", "-perex", "-preface", "-sommario", "-ingress", "-manchet", "-description-");

    /// <summary>Says "this is the site's name".</summary>
    public static readonly SearchValues<string> Site = Words(
        "-site-title", "-sitetitle", "-site-name", "-sitename", "-blog-title", "-blogtitle", "-logo", "-branding", "-site-branding", "-site-header", "-masthead",
        "-brand-", "-site-logo", "-header-image", "-site-description", "-blog-name", "-navbar", "-sr-only", "-screen-reader", "-visually-hidden");

    /// <summary>Says "published on".</summary>
    public static readonly SearchValues<string> Published = Words(
        "-date-published", "-datepublished", "-published", "-publish-date", "-publishdate", "-pubdate", "-pub-date", "-publication-date", "-entry-date", "-post-date", "-postdate",
        "-article-date", "-articledate", "-news-date", "-story-date", "-date-created", "-release-date", "-posted-on", "-veroeffentlicht");

    /// <summary>Says "a date".</summary>
    public static readonly SearchValues<string> Dated = Words(
        "-date-", "-dates-", "-datum", "-fecha", "-data-hora", "-dateline", "-timestamp", "-time-", "-meta-", "-postmeta", "-byline", "-article-info", "-post-info", "-postinfo", "-infoline");

    /// <summary>Holds dates of other things.</summary>
    public static readonly SearchValues<string> OtherDates = Words(
        "-comment", "-kommentar", "-related", "-recommend", "-sidebar", "-footer", "-widget", "-popular", "-most-read", "-copyright", "-calendar", "-kalender", "-events-", "-upcoming", "-ticker-",
        "-latest", "-trending", "-weather", "-breaking", "-menu", "-nav-", "-respond-", "-archive");

    /// <summary>Says "the author's name".</summary>
    public static readonly SearchValues<string> AuthorName = Words(
        "-author-name", "-authorname", "-byline-name", "-byline-author", "-author-link", "-author-title", "-p-author", "-entry-author", "-post-author", "-article-author", "-story-author", "-autor-name",
        "-autorname", "-nombre-autor", "-redakteur", "-writer", "-fn-");

    /// <summary>Says "by whom".</summary>
    public static readonly SearchValues<string> Byline = Words("-byline", "-author-", "-authors-", "-autor-", "-autoren-", "-autorin-", "-autore-", "-auteur", "-auteurs", "-by-", "-bylines-", "-signature", "-verfasser", "-creator");

    /// <summary>Names authors of other things.</summary>
    public static readonly SearchValues<string> OtherAuthors = Words(
        "-comment", "-kommentar", "-related", "-recommend", "-sidebar", "-footer", "-popular", "-most-read", "-copyright", "-latest", "-trending", "-menu", "-nav-", "-respond-", "-teaser", "-caption", "-credit", "-testimonial", "-form");

    private static SearchValues<string> Words(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.Ordinal);

    /// <summary>Lower-case words of class, id, role and itemprop; capitals inside a name begin a word.</summary>
    public static string Of(IElement element)
    {
        var (classes, id, role, property) = (element.ClassName, element.Id, element.GetAttribute("role"), element.GetAttribute("itemprop"));
        if (classes is null && id is null && role is null && property is null)
        {
            return "";
        }

        var hints = new StringBuilder(64);
        foreach (var name in (ReadOnlySpan<string?>)[id, role, property, classes])
        {
            Append(hints, name);
        }

        return hints.ToString();
    }

    private static void Append(StringBuilder hints, ReadOnlySpan<char> name)
    {
        if (name.IsWhiteSpace() || hints.Length > LongestHints)
        {
            return;
        }

        hints.Append(" -");
        var before = ' ';
        foreach (var c in name[..Math.Min(name.Length, LongestHints)])
        {

            if (char.IsAsciiLetterOrDigit(c) || c > 127)
            {
                if (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(before) && hints[^1] != '-')
                {
                    hints.Append('-');
                }

                hints.Append(char.ToLowerInvariant(c));
            }
            else if (hints[^1] != '-')
            {
                hints.Append('-');
            }

            if (char.IsWhiteSpace(c))
            {
                hints.Append(" -");
            }

            before = c;
        }

        if (hints[^1] != '-')
        {
            hints.Append('-');
        }

        hints.Append(' ');
    }
}
