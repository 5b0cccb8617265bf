namespace Bot.Digest.Reading.Feeds;

internal enum FeedTokenKind
{
    Text,
    CharacterData,
    Open,
    Close,
}

/// <summary>A range of the text that is cut into tokens.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>
/// Cuts XML, or what was meant as XML, into tokens: text, CDATA, opening and closing tags. Whatever stands there gives tokens,
/// each character is looked at a fixed number of times, and nothing outside the text is ever opened. Comments, declarations and
/// instructions are passed over; of a document type only short internal entities are kept.
/// </summary>
internal sealed class FeedTokens(string text)
{
    private readonly FeedAttributes _attributes = new(text);
    private int _at;

    public string Text { get; } = text;

    public FeedTokenKind Kind { get; private set; }

    /// <summary>The text of a text or CDATA token, the name in a tag.</summary>
    public TextRange Range { get; private set; }

    /// <summary>Where the token begins.</summary>
    public int Start { get; private set; }

    /// <summary>True for an opening tag that closes itself.</summary>
    public bool IsEmpty { get; private set; }

    public FeedEntities Entities { get; } = new();

    public ReadOnlySpan<char> Span => Text.AsSpan(Range.Start, Range.Length);

    /// <summary>Attributes of the opening tag, as printed: names with their prefix, values still escaped.</summary>
    public IReadOnlyList<(TextRange Name, TextRange Value)> Attributes => _attributes.All;

    /// <summary>Goes back to a token, to read it again.</summary>
    public void Return(int start) => _at = start;

    /// <summary>The value of an attribute of the opening tag, by its name as printed, case aside; null where there is none.</summary>
    public string? Attribute(string name)
    {
        foreach (var (key, value) in Attributes)
        {
            if (Text.AsSpan(key.Start, key.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return ValueOf(value);
            }
        }

        return null;
    }

    public string ValueOf(TextRange value) => Entities.Decoded(Text.AsSpan(value.Start, value.Length).Trim());

    /// <summary>Goes on to the next token; false at the end.</summary>
    public bool Next()
    {
        while (_at < Text.Length)
        {
            Start = _at;
            if (Text[_at] != '<' || !IsMarkup(_at))
            {
                return TakeText();
            }

            switch (Text[_at + 1])
            {
                case '!':
                    if (TakeDeclaration())
                    {
                        return true;
                    }

                    break;
                case '?':
                    _at = After(">", _at);
                    break;
                case '/':
                    return TakeClose();
                default:
                    return TakeOpen();
            }
        }

        return false;
    }

    private bool IsMarkup(int at) =>
        at + 1 < Text.Length && (IsNameStart(Text[at + 1]) || Text[at + 1] == '?'
            || (Text[at + 1] == '/' && at + 2 < Text.Length && IsNameStart(Text[at + 2]))
            || (Text[at + 1] == '!' && at + 2 < Text.Length && (Text[at + 2] is '-' or '[' || char.IsAsciiLetter(Text[at + 2]))));

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' || c > 0x7F;

    private bool TakeText()
    {
        var end = _at + 1;
        while ((end = Text.IndexOf('<', end)) >= 0 && !IsMarkup(end))
        {
            end++;
        }

        return Take(FeedTokenKind.Text, new(_at, end < 0 ? Text.Length : end), end < 0 ? Text.Length : end);
    }

    /// <summary>True when it held characters; comments and document types hold none.</summary>
    private bool TakeDeclaration()
    {
        var rest = Text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            var start = _at + "<![CDATA[".Length;
            var end = Text.IndexOf("]]>", start, StringComparison.Ordinal);
            return Take(FeedTokenKind.CharacterData, new(start, end < 0 ? Text.Length : end), end < 0 ? Text.Length : end + 3);
        }

        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            _at = After("-->", _at + 2);
        }
        else if (rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            _at = Entities.TakeDocumentType(Text, _at);
        }
        else
        {
            _at = After(">", _at);
        }

        return false;
    }

    private bool TakeClose()
    {
        var name = FeedAttributes.NameAt(Text, _at + 2);
        var end = Text.AsSpan(name.End).IndexOfAny('>', '<');
        var at = end < 0 ? Text.Length : name.End + end;
        return Take(FeedTokenKind.Close, name, at < Text.Length && Text[at] == '>' ? at + 1 : at);
    }

    private bool TakeOpen()
    {
        var name = FeedAttributes.NameAt(Text, _at + 1);
        _attributes.Clear();
        IsEmpty = false;
        var at = name.End;
        while (at < Text.Length && Text[at] is not ('>' or '<'))
        {
            var c = Text[at];
            if (c == '/')
            {
                IsEmpty = true;
                at++;
            }
            else if (char.IsWhiteSpace(c) || c is '=' or '"' or '\'')
            {
                at++;
            }
            else
            {
                IsEmpty = false;
                at = _attributes.Take(at);
            }
        }

        return Take(FeedTokenKind.Open, name, at < Text.Length && Text[at] == '>' ? at + 1 : at);
    }

    private int After(string end, int from)
    {
        var at = Text.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? Text.Length : at + end.Length;
    }

    private bool Take(FeedTokenKind kind, TextRange range, int next)
    {
        (Kind, Range, _at) = (kind, range, next);
        return true;
    }
}
