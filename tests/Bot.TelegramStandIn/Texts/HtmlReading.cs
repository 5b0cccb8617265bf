using System.Text;

namespace Bot.TelegramStandIn.Texts;

/// <summary>
/// Reads a text as the server reads it in the mode "HTML": the documented tags, their attributes, how they may stand in each other, and the character
/// references that are understood.
/// </summary>
internal sealed class HtmlReading(string html)
{
    /// <summary>More than these are dropped by the server.</summary>
    private const int MostEntities = 100;

    private readonly StringBuilder _text = new();
    private readonly Stack<OpenTag> _open = new();
    private readonly List<TextEntity> _entities = [];
    private readonly List<string> _remarks = [];
    private int _at;

    /// <summary>Reads the whole text.</summary>
    public static ReadText Read(string html)
    {
        var reading = new HtmlReading(html);
        var refusal = reading.Run();
        var entities = reading._entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length).ToList();
        if (entities.Count > MostEntities)
        {
            reading._remarks.Add($"has {entities.Count} parts with a look, of which {MostEntities} are kept");
        }

        return new(reading._text.ToString(), entities, refusal, reading._remarks);
    }

    private string? Run()
    {
        while (_at < html.Length)
        {
            var letter = html[_at];
            if (letter == '&')
            {
                ReadReference();
            }
            else if (letter == '<')
            {
                if (ReadTag() is { } refusal)
                {
                    return refusal;
                }
            }
            else
            {
                Remark(letter == '>', "has a bare >");
                _text.Append(letter);
                _at++;
            }
        }

        return _open.TryPeek(out var left) ? $"Can't find end tag corresponding to start tag \"{left.Tag.Name}\"" : null;
    }

    private void ReadReference()
    {
        var (character, length) = CharacterReference.At(html, _at);
        Remark(character is null, "has a bare & or a reference that is not understood");
        Remark(character is not null && html[_at + length - 1] != ';', "has a reference without its semicolon");
        _text.Append(character ?? "&");
        _at += character is null ? 1 : length;
    }

    private string? ReadTag()
    {
        var begin = _at;
        return begin + 1 < html.Length && html[begin + 1] == '/' ? Close(begin) : Open(begin);
    }

    private string? Open(int begin)
    {
        var (tag, next, refusal) = HtmlTag.ReadAt(html, begin, ByteOffset(begin));
        if (refusal is not null)
        {
            return refusal;
        }

        _remarks.AddRange(tag!.Remarks);
        _remarks.AddRange(HtmlTag.Nesting(tag, _open.Select(outer => outer.Tag)));
        _open.Push(new(tag, _text.Length));
        _at = next;
        return null;
    }

    private string? Close(int begin)
    {
        if (!_open.TryPop(out var opened))
        {
            return $"Unexpected end tag at byte offset {ByteOffset(begin)}";
        }

        var end = html.AsSpan(begin).IndexOfAny('>', ' ') is var found and >= 0 ? begin + found : html.Length;
        var name = html[(begin + 2)..end];
        var after = end + html.AsSpan(end).Length - html.AsSpan(end).TrimStart().Length;
        if (after >= html.Length || html[after] != '>')
        {
            return $"Unclosed end tag at byte offset {ByteOffset(begin)}";
        }

        if (name.Length > 0 && name != opened.Tag.Name)
        {
            return $"Unmatched end tag at byte offset {ByteOffset(begin)}, expected \"</{opened.Tag.Name}>\", found \"</{name}>\"";
        }

        Remark(name.Length == 0, "has an end tag without a name");
        _at = after + 1;
        Keep(opened);
        return null;
    }

    private void Keep(OpenTag opened)
    {
        var length = _text.Length - opened.Offset;
        Remark(length == 0, $"has an empty {opened.Tag.Name}");
        // <pre><code class="language-x"> is one block in a language.
        if (opened.Tag is { Name: "code", Argument: not null } && _open.TryPeek(out var outer) && outer.Tag.Name == "pre" && outer.Offset == opened.Offset)
        {
            _open.Pop();
            _open.Push(outer with { Tag = outer.Tag with { Argument = opened.Tag.Argument } });
            return;
        }

        if (length > 0 && opened.Tag.EntityType is { } type)
        {
            _entities.Add(new(type, opened.Offset, length, opened.Tag.Argument));
        }
    }

    private void Remark(bool isSo, string remark)
    {
        if (isSo && !_remarks.Contains(remark, StringComparer.Ordinal))
        {
            _remarks.Add(remark);
        }
    }

    private int ByteOffset(int index) => Encoding.UTF8.GetByteCount(html.AsSpan(0, index));

    private sealed record OpenTag(HtmlTag Tag, int Offset);
}
