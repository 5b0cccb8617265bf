using System.Text;

namespace Bot.Digest.Reading.Pages;

/// <summary>
/// Makes foreign markup cheap to parse before it is parsed: scripts, styles, pictures and comments are left out, and nesting, open
/// formatting, attributes and elements are capped. The parser's time grows with the square of the depth (measured: depth 50,000
/// took 17 s), and unclosed formatting is opened again in every later block, which multiplies.
/// </summary>
internal sealed class MarkupGuard
{
    /// <summary>As deep as browsers nest.</summary>
    private const int DeepestNesting = 512;

    private const int MostOpenFormatting = 8;

    /// <summary>Real pages measured have at most 40 attributes an element; the parser compares each with all before it.</summary>
    private const int MostAttributeMarks = 512;

    /// <summary>The largest of 1,171 real pages measured has 23,000.</summary>
    private const int MostElements = 60_000;

    private readonly string _html;
    private readonly StringBuilder _result;
    private readonly List<TagName> _open = [];
    private readonly Dictionary<TagName, int> _openCounts = [];
    private int _copied;
    private int _elements;
    private int _formatting;

    private MarkupGuard(string html)
    {
        _html = html;
        _result = new StringBuilder(html.Length / 2);
    }

    public static string Limit(string html) => new MarkupGuard(html).Run();

    private string Run()
    {
        var at = 0;
        while (at < _html.Length && (at = _html.IndexOf('<', at)) >= 0)
        {
            at = Next(at);
        }

        CopyTo(_html.Length);
        return _result.ToString();
    }

    /// <summary>Takes in the markup at a '&lt;'; returns where to go on.</summary>
    private int Next(int at)
    {
        var rest = _html.AsSpan(at + 1);
        if (rest.StartsWith("!--", StringComparison.Ordinal))
        {
            return Leave(at, EndOf("-->", at + 2));
        }

        var isEnd = rest is ['/', ..];
        var name = isEnd ? TagName.Of(rest[1..]) : TagName.Of(rest);
        if (name.Length == 0)
        {
            return at + 1;
        }

        var (end, marks) = TagEnd(at + 1 + name.Length);
        return isEnd ? CloseTag(name, at, end) : OpenTag(name, at, end, marks);
    }

    private int OpenTag(TagName name, int at, int end, int marks)
    {
        if (name.IsLeftOut && !IsLinkedData(name, at, end))
        {
            return Leave(at, EndOf(name.Closing, end));
        }

        if (name.IsRawText)
        {
            return EndOf(name.Closing, end);
        }

        // The words of what is too deep or too much stay, as text of what surrounds them.
        if (_elements >= MostElements || _open.Count >= DeepestNesting || (name.IsFormatting && _formatting >= MostOpenFormatting))
        {
            return Leave(at, end);
        }

        _elements++;
        if (marks > MostAttributeMarks)
        {
            CopyTo(at);
            _result.Append(_html, at, 1 + name.Length).Append('>');
            _copied = end;
        }

        if (!name.ClosesItself)
        {
            Push(name);
        }

        return end;
    }

    /// <summary>Formatting that a closing block leaves open is closed with it.</summary>
    private int CloseTag(TagName name, int at, int end)
    {
        if (!_openCounts.TryGetValue(name, out var count) || count == 0)
        {
            return end;
        }

        if (name.IsFormatting)
        {
            RemoveAt(_open.LastIndexOf(name));
            return end;
        }

        CopyTo(at);
        while (_open[^1] != name)
        {
            var left = Pop();
            if (left.IsFormatting)
            {
                _result.Append(left.Closing).Append('>');
            }
        }

        Pop();
        return end;
    }

    private void Push(TagName name)
    {
        _open.Add(name);
        _openCounts[name] = _openCounts.GetValueOrDefault(name) + 1;
        _formatting += name.IsFormatting ? 1 : 0;
    }

    private TagName Pop()
    {
        var name = _open[^1];
        RemoveAt(_open.Count - 1);
        return name;
    }

    private void RemoveAt(int index)
    {
        var name = _open[index];
        _open.RemoveAt(index);
        _openCounts[name]--;
        _formatting -= name.IsFormatting ? 1 : 0;
    }

    private bool IsLinkedData(TagName name, int at, int end) =>
        name.IsScript && _html.AsSpan(at, end - at).Contains("ld+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>One past the '&gt;' that ends a tag, minding quoted values, and how many signs of attributes were passed.</summary>
    private (int End, int Marks) TagEnd(int at)
    {
        var marks = 0;
        var before = ' ';
        for (; at < _html.Length; at++)
        {
            var c = _html[at];
            if (c == '>')
            {
                return (at + 1, marks);
            }

            if (c is '"' or '\'' && before == '=')
            {
                var close = _html.IndexOf(c, at + 1);
                if (close < 0)
                {
                    break;
                }

                at = close;
            }

            marks += c is '=' or '/' or '"' or '\'' || char.IsWhiteSpace(c) ? 1 : 0;
            before = char.IsWhiteSpace(c) ? before : c;
        }

        return (_html.Length, marks);
    }

    private int EndOf(string text, int from)
    {
        var at = _html.IndexOf(text, from, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return _html.Length;
        }

        at += text.Length;
        return text[^1] == '>' ? at : TagEnd(at).End;
    }

    private int Leave(int from, int to)
    {
        CopyTo(from);
        _copied = to;
        return to;
    }

    private void CopyTo(int end)
    {
        if (end > _copied)
        {
            _result.Append(_html, _copied, end - _copied);
            _copied = end;
        }
    }
}
