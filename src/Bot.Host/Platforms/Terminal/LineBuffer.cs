using System.Globalization;

namespace Bot.Host.Platforms.Terminal;

/// <summary>A line that is being typed, with a caret. It moves and deletes by what a reader takes for one character.</summary>
public sealed class LineBuffer
{
    /// <summary>What stands in the line.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Before which UTF-16 code unit the caret stands.</summary>
    public int Caret { get; private set; }

    /// <summary>What stands before the caret.</summary>
    public string BeforeCaret => Text[..Caret];

    public void Insert(string text) => Replace(Caret, Caret, text);

    /// <summary>Puts a whole line in place, caret at its end.</summary>
    public void Set(string text) => Replace(0, Text.Length, text);

    /// <summary>Replaces everything before the caret, and puts the caret behind it.</summary>
    public void SetBeforeCaret(string text) => Replace(0, Caret, text);

    public void DeleteBack() => Replace(Previous(), Caret, "");

    public void DeleteForward() => Replace(Caret, Next(), "");

    public void DeleteWordBack() => Replace(WordStart(), Caret, "");

    public void DeleteToStart() => Replace(0, Caret, "");

    public void DeleteToEnd() => Replace(Caret, Text.Length, "");

    public void Left() => Caret = Previous();

    public void Right() => Caret = Next();

    public void WordLeft() => Caret = WordStart();

    public void WordRight()
    {
        var at = Caret;
        while (at < Text.Length && char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        while (at < Text.Length && !char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        Caret = at;
    }

    public void Start() => Caret = 0;

    public void End() => Caret = Text.Length;

    private void Replace(int from, int to, string text)
    {
        Text = string.Concat(Text.AsSpan(0, from), text, Text.AsSpan(to));
        Caret = from + text.Length;
    }

    private int Previous() =>
        StringInfo.ParseCombiningCharacters(Text).LastOrDefault(start => start < Caret);

    private int Next() => Caret < Text.Length ? Caret + StringInfo.GetNextTextElementLength(Text.AsSpan(Caret)) : Caret;

    private int WordStart()
    {
        var at = Caret;
        while (at > 0 && char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        while (at > 0 && !char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        return at;
    }
}
