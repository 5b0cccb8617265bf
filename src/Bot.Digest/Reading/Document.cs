using Bot.Digest.Articles;

namespace Bot.Digest.Reading;

/// <summary>One document as it arrived, unpacked: a page, a text, or one line of a JSON-lines file.</summary>
public sealed record Document
{
    /// <summary>Most bytes of one document: the largest of 1,171 real pages measured has 3.4 MB, and news articles stay far below.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>The moment of reading: what an article's date falls back to.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>When it was published, where the one who reads it in says so; a date in the document goes before it.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The outlet as the one who reads it in names it: goes before the site's name on a page, after the source of a JSON record.</summary>
    public string? Source { get; init; }

    /// <summary>Where it was fetched from; null for a file.</summary>
    public Uri? Address { get; init; }

    /// <summary>The charset declared beside the bytes; null when none was.</summary>
    public string? DeclaredCharset { get; init; }

    /// <summary>Asked for a charset's name when the bytes are not UTF-8 and declare nothing.</summary>
    public Func<ReadOnlyMemory<byte>, string?>? GuessCharset { get; init; }
}

/// <summary>What came of reading a document: an article, or one sentence on why there is none.</summary>
public sealed record ReadResult
{
    private ReadResult()
    {
    }

    public Article? Article { get; private init; }

    /// <summary>The outlet: as the record says, as <see cref="Document.Source"/> says, or as the page names itself; else null.</summary>
    public string? Source { get; private init; }

    /// <summary>Address of the lead picture as the page names it; null for texts and for pages that name none.</summary>
    public Uri? Image { get; private init; }

    /// <summary>Set when <see cref="Article"/> is null: what is wrong and what to do.</summary>
    public string? Refusal { get; private init; }

    public static ReadResult Of(Article article, string? source, Uri? image = null) => new() { Article = article, Source = source, Image = image };

    public static ReadResult Refused(string reason) => new() { Refusal = reason };
}
