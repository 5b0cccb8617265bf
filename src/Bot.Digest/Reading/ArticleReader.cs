using Bot.Digest.Reading.Pages;

namespace Bot.Digest.Reading;

/// <summary>Bytes to an article. Never throws on what a document holds; a document that cannot be read is refused with a reason.</summary>
public static class ArticleReader
{
    public static ReadResult Read(Document document)
    {
        if (document.Bytes.Length > Document.MostBytes)
        {
            return ReadResult.Refused(Refusals.TooLarge);
        }

        return document.Kind switch
        {
            DocumentKind.Empty => ReadResult.Refused(Refusals.Empty),
            DocumentKind.Binary => ReadResult.Refused(Refusals.Binary),
            DocumentKind.Feed => ReadResult.Refused(Refusals.Feed),
            DocumentKind.OtherJson => ReadResult.Refused(Refusals.OtherJson),
            DocumentKind.JsonLines => JsonRecord.Read(TextOf(document), document),
            DocumentKind.Page => PageReader.Read(TextOf(document), document),
            _ => PlainText.Read(TextOf(document), document),
        };
    }

    private static string TextOf(Document document) =>
        Charset.Decode(document.Bytes, document.DeclaredCharset, document.GuessCharset);
}
