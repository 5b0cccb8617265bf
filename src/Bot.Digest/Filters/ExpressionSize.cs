using System.Globalization;

namespace Bot.Digest.Filters;

/// <summary>
/// How many places an expression has once its counted repetitions are written out: what one pass may have to keep in mind for each character.
/// Never fewer than there are; where an expression is hard to read, more.
/// </summary>
internal sealed class ExpressionSize
{
    /// <summary>Larger ones are all alike, and products of many repetitions must not overflow.</summary>
    private const long Most = 1_000_000;

    private readonly string _pattern;
    private int _at;

    private ExpressionSize(string pattern) => _pattern = pattern;

    /// <summary>The places of an expression that .NET accepts and that <see cref="IsSpacedOut"/> is not true of.</summary>
    public static long Of(string pattern)
    {
        var reading = new ExpressionSize(pattern);
        var size = 0L;
        while (reading._at < pattern.Length)
        {
            size += reading.Sequence();

            // A closing bracket too many belongs to something that was not understood.
            reading._at++;
        }

        return size;
    }

    /// <summary>Whether notes, or the option of blanks, stand in an expression: its repetitions then are not where they seem to be.</summary>
    public static bool IsSpacedOut(string pattern)
    {
        for (var at = pattern.IndexOf("(?", StringComparison.Ordinal); at >= 0; at = pattern.IndexOf("(?", at + 1, StringComparison.Ordinal))
        {
            var rest = pattern.AsSpan(at + 2);
            var behind = rest.TrimStart("imnsx-");
            if (rest is ['#', ..] || (behind is [')' or ':', ..] && rest[..^behind.Length].Contains('x')))
            {
                return true;
            }
        }

        return false;
    }

    private long Sequence()
    {
        var size = 0L;
        while (_at < _pattern.Length && _pattern[_at] != ')')
        {
            size = Math.Min(Most, size + Repeated(Piece()));
        }

        return size;
    }

    private long Piece()
    {
        switch (_pattern[_at++])
        {
            case '(':
                var inside = Sequence();
                _at++;
                return Math.Max(1, inside);
            case '[':
                SkipSet();
                return 1;
            case '\\':
                _at++;
                return 1;
            default:
                return 1;
        }
    }

    private void SkipSet()
    {
        _at += _pattern.AsSpan(_at) switch { ['^', ']', ..] => 2, [']' or '^', ..] => 1, _ => 0 };
        while (_at < _pattern.Length && _pattern[_at] != ']')
        {
            _at += _pattern[_at] == '\\' ? 2 : 1;
        }

        _at++;
    }

    private long Repeated(long piece)
    {
        while (_at < _pattern.Length && _pattern[_at] is ('*' or '+' or '?' or '{'))
        {
            if (_pattern[_at] != '{')
            {
                _at++;
            }
            else if (Times() is { } times)
            {
                piece = Math.Min(Most, piece * Math.Max(1, times));
            }
            else
            {
                break;
            }
        }

        return piece;
    }

    /// <summary>The most of <c>{3}</c>, <c>{3,}</c> and <c>{3,5}</c>; null where the bracket is a letter like others.</summary>
    private long? Times()
    {
        var end = _pattern.IndexOf('}', _at);
        if (end < 0)
        {
            return null;
        }

        var most = 0L;
        foreach (var number in _pattern[(_at + 1)..end].Split(','))
        {
            var times = 0L;
            if (number.Length > 0 && !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out times))
            {
                return null;
            }

            most = Math.Max(most, Math.Min(Most, times));
        }

        _at = end + 1;
        return most;
    }
}
