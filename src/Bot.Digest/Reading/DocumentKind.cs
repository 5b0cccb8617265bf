namespace Bot.Digest.Reading;

/// <summary>What a document turned out to be, judged by its content and, in doubt, by its name.</summary>
public enum DocumentKind
{
    PlainText,
    JsonLines,
    Page,

    /// <summary>RSS, Atom, RDF, JSON Feed or a sitemap: not one article but a list of them.</summary>
    Feed,

    /// <summary>JSON that is not one object a line.</summary>
    OtherJson,

    Binary,
    Empty,
}
