using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Bot.Digest.Reading.Feeds;

/// <summary>
/// Takes one level of escaping off: numbers, the entities of XML and HTML, and the few that a document declares itself. Values of
/// declared entities are taken as they stand, so that none can hold another, and all together may give only so many characters.
/// </summary>
internal sealed class FeedEntities
{
    private const int MostDeclared = 32;
    private const int LongestDeclared = 256;

    /// <summary>A feed whose own entities give more than this is an attack of the square kind.</summary>
    private const int MostGiven = 64 * 1024;

    /// <summary>The longest name of HTML has 31 letters.</summary>
    private const int LongestName = 32;

    /// <summary>What windows-1252 has where Unicode has control characters; numbers of that range mean these (HTML standard).</summary>
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);
    private int _given;
    private bool _hasType;

    /// <summary>The text with its references replaced; what is no reference stays.</summary>
    public string Decoded(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            return text.ToString();
        }

        var result = new StringBuilder(text.Length);
        AppendDecoded(result, text);
        return result.ToString();
    }

    public void AppendDecoded(StringBuilder result, ReadOnlySpan<char> text)
    {
        while (text.IndexOf('&') is >= 0 and var at)
        {
            result.Append(text[..at]);
            text = text[at..];
            var used = AppendReference(result, text);
            if (used == 0)
            {
                result.Append('&');
                used = 1;
            }

            text = text[used..];
        }

        result.Append(text);
    }

    /// <summary>Reads the entities of a document type that begins at <paramref name="at"/>; returns where it ends.</summary>
    public int TakeDocumentType(string text, int at)
    {
        var open = text.AsSpan(at).IndexOfAny('[', '>');
        if (open < 0)
        {
            return text.Length;
        }

        // A document has one type; looking for the end of very many would take the square of the length.
        if (text[at + open] == '>' || _hasType)
        {
            return at + open + 1;
        }

        _hasType = true;
        var inside = at + open + 1;
        var end = text.IndexOf(']', inside);
        if (end < 0)
        {
            return inside;
        }

        Declare(text.AsSpan(inside, end - inside));
        var close = text.IndexOf('>', end);
        return close < 0 ? text.Length : close + 1;
    }

    private void Declare(ReadOnlySpan<char> subset)
    {
        const string Declaration = "<!ENTITY";
        while (_declared.Count < MostDeclared && subset.IndexOf(Declaration, StringComparison.Ordinal) is >= 0 and var at)
        {
            subset = subset[(at + Declaration.Length)..].TrimStart();
            var nameEnd = subset.IndexOfAny(" \t\r\n>");
            if (nameEnd <= 0)
            {
                continue;
            }

            var name = subset[..nameEnd].ToString();
            subset = subset[nameEnd..].TrimStart();
            if (subset is not ['"' or '\'', ..])
            {
                continue; // An external one: never opened.
            }

            var length = subset[1..].IndexOf(subset[0]);
            if (length is >= 0 and <= LongestDeclared)
            {
                _declared.TryAdd(name, subset.Slice(1, length).ToString());
            }
        }
    }

    /// <summary>How many characters the reference takes; 0 when it is none.</summary>
    private int AppendReference(StringBuilder result, ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && length <= LongestName && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '#' or '.' or '-' or '_' or ':'))
        {
            length++;
        }

        var isEnded = length < text.Length && text[length] == ';';
        var name = text[1..length];
        if (name.IsEmpty)
        {
            return 0;
        }

        var isKnown = name[0] == '#' ? AppendNumber(result, name[1..]) : isEnded && AppendNamed(result, name);
        return isKnown ? length + (isEnded ? 1 : 0) : 0;
    }

    private static bool AppendNumber(StringBuilder result, ReadOnlySpan<char> number)
    {
        var isHexadecimal = number is ['x' or 'X', ..];
        var isRead = isHexadecimal
            ? int.TryParse(number[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        if (!isRead)
        {
            return false;
        }

        if (code is >= 0x80 and <= 0x9F)
        {
            result.Append(Windows1252[code - 0x80]);
        }
        else if (Rune.IsValid(code) && code is 9 or 10 or 13 or >= 32)
        {
            result.Append(new Rune(code).ToString());
        }

        return true; // One that no text may hold gives nothing.
    }

    private bool AppendNamed(StringBuilder result, ReadOnlySpan<char> name)
    {
        var meaning = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => OfDocument(name) ?? HtmlEntityProvider.Resolver.GetSymbol($"{name};"),
        };
        result.Append(meaning);
        return meaning is not null;
    }

    private string? OfDocument(ReadOnlySpan<char> name)
    {
        if (_declared.Count == 0 || !_declared.TryGetValue(name.ToString(), out var value) || _given + value.Length > MostGiven)
        {
            return null;
        }

        _given += value.Length;
        return value;
    }
}
