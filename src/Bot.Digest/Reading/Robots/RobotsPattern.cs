using System.Globalization;
using System.Text;

namespace Bot.Digest.Reading.Robots;

/// <summary>One line of a robots.txt: a beginning of paths, with <c>*</c> for anything and <c>$</c> for the end (RFC 9309, section 2.2.3).</summary>
internal sealed class RobotsPattern
{
    private readonly string[] _pieces;
    private readonly bool _isWhole;

    public RobotsPattern(string text, bool isAllowing)
    {
        var pattern = Normal(text);
        (IsAllowing, Length, _isWhole) = (isAllowing, pattern.Length, pattern.EndsWith('$'));
        _pieces = (_isWhole ? pattern[..^1] : pattern).Split('*');
    }

    public bool IsAllowing { get; }

    /// <summary>Bytes of the pattern: the more it says, the more it counts.</summary>
    public int Length { get; }

    /// <summary>Whether a path, made equal by <see cref="Normal"/>, begins like the pattern. Takes time in proportion to the path for each piece, at most.</summary>
    public bool Fits(string path)
    {
        if (!path.StartsWith(_pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = _pieces[0].Length;
        foreach (var piece in _pieces.AsSpan(1))
        {
            // The earliest place leaves the most for what follows, so no other has to be tried.
            var found = path.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return !_isWhole || at == path.Length || (_pieces.Length > 1 && path.EndsWith(_pieces[^1], StringComparison.Ordinal));
    }

    /// <summary>
    /// One form for paths that mean the same: letters beyond ASCII as percent-encoded UTF-8, encoded letters that need no encoding plain, hex digits in
    /// upper case (RFC 9309, section 2.2.2).
    /// </summary>
    public static string Normal(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var made = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEncoded = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var value = isEncoded ? Convert.FromHexString([(char)bytes[i + 1], (char)bytes[i + 2]])[0] : bytes[i];
            i += isEncoded ? 2 : 0;
            if (isEncoded ? IsUnreserved((char)value) : value is > 0x20 and < 0x7F)
            {
                made.Append((char)value);
            }
            else
            {
                made.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return made.ToString();
    }

    /// <summary>RFC 3986, section 2.3.</summary>
    private static bool IsUnreserved(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~';
}
