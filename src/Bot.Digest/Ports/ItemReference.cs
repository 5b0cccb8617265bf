using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Digest.Ports;

/// <summary>
/// An article, or words that stand in it: a quote or a dated sentence, known by what was printed, so that the reference stays true when the
/// article is read again. Written "34" or "34-5f3a2b".
/// </summary>
/// <param name="Words">The first 24 bits of the SHA-256 of the words; null for the article itself.</param>
public readonly record struct ItemReference(ArticleId Article, int? Words)
{
    private const int Digits = 6;

    public static ItemReference Of(Citation citation) => new(citation.Article, null);

    public static ItemReference Of(QuoteHit quote) => new(quote.Citation.Article, Mark(quote.Text));

    public static ItemReference Of(EventHit dated) => new(dated.Citation.Article, Mark(dated.Sentence));

    /// <summary>Null for what is written in another way.</summary>
    public static ItemReference? Read(string written)
    {
        var (number, words) = written.Split('-') switch
        {
            [var article] => (article, null),
            [var article, { Length: Digits } digits] => (article, digits),
            _ => ("", null),
        };
        int? mark = int.TryParse(words, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var read) ? read : null;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && (words is null || mark is not null)
            ? new ItemReference(new ArticleId(id), mark)
            : null;
    }

    public override string ToString() => Words is { } words
        ? string.Create(CultureInfo.InvariantCulture, $"{Article.Value}-{words:x6}")
        : Article.Value.ToString(CultureInfo.InvariantCulture);

    private static int Mark(string words) => BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(words))) >>> 8;
}
