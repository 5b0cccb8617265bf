using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Reading;

/// <summary>Why a document could not be read, each in one sentence that says what to do.</summary>
public static class Refusals
{
    public const string Empty = "it is empty; nothing to read";

    public const string NotOrdinary = "it is empty, a broken link or no ordinary file; pass what a pipe or a device gives through standard input (-)";

    public const string Binary = "it is not text; give a web page, a plain text or JSON lines";

    public const string Feed = "it is a list of addresses or other XML and holds no articles; pass the address of a sitemap, and all its pages are read";

    public const string NoItems = "it is a feed without items; nothing to read";

    public const string NoItemText = "the item holds no text; read its page instead";

    public const string OtherJson = "it is JSON, but not one object a line; write each article on a line of its own";

    public const string OnlyTitle = "it has one line only; put the title on the first line and the paragraphs below it";

    public const string NoBody = "no article was found on the page; give its text as plain text, the title on the first line";

    public const string NoTitle = "it has no title; add one";

    public const string SameTitle = "another text of its title and day was read before it; give it a title of its own, or its day with --published";

    public const string NotAnObject = "the line is not a JSON object; write one object a line with title and text or html";

    public const string NoText = "it has neither text nor html; add one of them";

    public const string NotAnAddress = "its url is not an http or https address; correct it or leave it out";

    public const string NotADate = "its published is not a date; write it as 2026-05-20 or 2026-05-20T08:00:00Z";

    public const string BrokenGzip = "its gzip packing is broken or cut off; pack it again";

    public const string GzipBomb = "it unpacks to more than 200 times its size; unpack it yourself if you trust it";

    public const string GzipTwice = "it is packed more than twice; unpack it first";

    public static string TooLarge { get; } = $"it is larger than {Document.MostBytes / 1024 / 1024} MB; split it into articles, for example as JSON lines";

    public static string TooManyItems(int leftOut) => $"it is a feed with {FeedReader.MostItems + leftOut} items, of which the newest {FeedReader.MostItems} are read; split it";
}
