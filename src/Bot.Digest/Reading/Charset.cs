using System.Buffers;
using System.Text;

namespace Bot.Digest.Reading;

/// <summary>
/// Which characters the bytes mean: byte order mark, then valid UTF-8, then what was declared, then a guess, then windows-1252.
/// Labels are understood as the WHATWG encoding standard has it. UTF-7 is never believed: it hides markup.
/// </summary>
public static class Charset
{
    private const int Utf7CodePage = 65000;

    /// <summary>HTML's rule: a declaration stands in the first 1,024 bytes; a little more is forgiven.</summary>
    private const int DeclarationReach = 4096;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \"';>/?\r\n");
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding Windows1252 = ByName("windows-1252") ?? Encoding.Latin1;

    /// <summary>The text of a document; bytes that mean nothing are left out later, by <see cref="CleanText"/>.</summary>
    /// <param name="declared">Name of the charset as declared beside the bytes (HTTP header); null when none was.</param>
    /// <param name="guess">Asked when nothing else tells; returns a charset's name or null.</param>
    public static string Decode(ReadOnlyMemory<byte> document, string? declared = null, Func<ReadOnlyMemory<byte>, string?>? guess = null)
    {
        var bytes = document.Span;
        if (Marked(bytes) is var (encoding, length))
        {
            return encoding.GetString(bytes[length..]);
        }

        var named = ByName(declared) ?? DeclaredInside(bytes);
        // Letters beyond ASCII are hardly ever valid UTF-8 by chance, so pages that declare another charset by mistake are read right.
        if (System.Text.Unicode.Utf8.IsValid(bytes) && (named is null or UTF8Encoding || bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F)))
        {
            return Utf8.GetString(bytes);
        }

        // Broken UTF-8 that says it is UTF-8 has a few bad bytes; taking it for another charset would spoil all its letters.
        return (named ?? ByName(guess?.Invoke(document)) ?? Windows1252).GetString(bytes);
    }

    /// <summary>The charset's name in an HTTP header of content type; null where it names none.</summary>
    public static string? OfHeader(string? contentType)
    {
        const string Parameter = "charset";
        var at = contentType?.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : ValueAfter(contentType.AsSpan(at + Parameter.Length));
    }

    /// <summary>The encoding that the first bytes show by a mark or by the zeros of UTF-16; null where neither is seen.</summary>
    public static Encoding? Shown(ReadOnlySpan<byte> head) => Marked(head)?.Encoding;

    private static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => Unmarked16(bytes),
    };

    /// <summary>UTF-16 without a mark: mostly Latin text has a zero in every second byte.</summary>
    private static (Encoding, int)? Unmarked16(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 512)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var half = head.Length / 2;
        return half < 4 ? null
            : odd > half * 0.8 && even < half * 0.05 ? (Encoding.Unicode, 0)
            : even > half * 0.8 && odd < half * 0.05 ? (Encoding.BigEndianUnicode, 0)
            : null;
    }

    /// <summary>What <c>meta charset</c>, its older http-equiv form or an XML declaration says.</summary>
    private static Encoding? DeclaredInside(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, DeclarationReach)]);
        if (!head.TrimStart().StartsWith('<'))
        {
            return null;
        }

        // What an XML declaration says goes before the words of a page inside, which a feed may quote.
        var declaration = head.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? head.IndexOf('>', StringComparison.Ordinal) : -1;
        return (declaration < 0 ? null : Declared(head[..declaration], "encoding")) ?? Declared(head, "charset") ?? Declared(head, "encoding");
    }

    private static Encoding? Declared(string head, string word)
    {
        for (var at = 0; (at = head.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += word.Length)
        {
            if (ByName(ValueAfter(head.AsSpan(at + word.Length))) is { } found)
            {
                // The declaration could be read as ASCII, so it cannot truly be UTF-16 (HTML, "determining the character encoding").
                return found is UnicodeEncoding ? Utf8 : found;
            }
        }

        return null;
    }

    private static string? ValueAfter(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text is not ['=', ..])
        {
            return null;
        }

        text = text[1..].TrimStart(" \"'");
        var end = text.IndexOfAny(ValueEnds);
        return end == 0 || text.IsEmpty ? null : (end < 0 ? text : text[..end]).ToString();
    }

    private static Encoding? ByName(string? name)
    {
        try
        {
            var encoding = name is null ? null : Named(name.Trim().Trim('"', '\'').ToLowerInvariant());
            return encoding?.CodePage == Utf7CodePage ? null : encoding;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null; // Not a charset at all: the next rule decides.
        }
    }

    /// <summary>Labels that the web uses for their windows supersets (WHATWG encoding standard, names and labels).</summary>
    private static Encoding? Named(string label) => label switch
    {
        "" => null,
        "utf-8" or "utf8" or "unicode-1-1-utf-8" => Utf8,
        "iso-8859-1" or "iso8859-1" or "latin1" or "l1" or "us-ascii" or "ascii" or "cp1252" => CodePage(1252),
        "iso-8859-9" or "latin5" => CodePage(1254),
        "iso-8859-11" or "tis-620" => CodePage(874),
        "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" => CodePage(54936),
        "ks_c_5601-1987" or "euc-kr" or "ksc5601" => CodePage(949),
        "shift_jis" or "sjis" or "x-sjis" or "windows-31j" => CodePage(932),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label),
    };

    private static Encoding? CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number);
}
