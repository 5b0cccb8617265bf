using System.Text;
using Bot.Digest.Commands;

namespace Bot.Host.Platforms.Terminal;

/// <summary>
/// A line typed at a terminal, with the keys that shells have taught people, history and completion. The line scrolls sideways
/// instead of breaking, so what is on the screen above it is never disturbed.
/// </summary>
/// <param name="terminal">Keyboard and screen.</param>
/// <param name="complete">How the text before the caret can go on.</param>
public sealed class LineEditor(
    ITerminal terminal, Func<string, CancellationToken, Task<IReadOnlyList<Completion>>> complete) : ILineSource
{
    private const string Prompt = "> ";

    private readonly InputHistory _history = new();
    private readonly CompletionMenu _menu = new(complete);
    private readonly Lock _screen = new();
    private LineBuffer _line = new();
    private bool _isReading;

    public void Show(string text)
    {
        lock (_screen)
        {
            terminal.Write($"\r\u001b[K{text.ReplaceLineEndings("\r\n")}\r\n");
            if (_isReading)
            {
                Draw();
            }
        }
    }

    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        lock (_screen)
        {
            (_line, _isReading) = (new LineBuffer(), true);
            Draw();
        }

        try
        {
            return await ReadLineAsync(ct);
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken ct)
    {
        while (true)
        {
            var key = await terminal.ReadKeyAsync(ct);
            if (key.Key == ConsoleKey.Tab)
            {
                await CompleteAsync(backwards: key.Modifiers.HasFlag(ConsoleModifiers.Shift), ct);
                continue;
            }

            _menu.Close();
            if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
            {
                _history.Add(_line.Text);
                _line.End();
                Draw();
                terminal.Write("\r\n");
                return _line.Text;
            }

            if (key.Key == ConsoleKey.D && key.Modifiers == ConsoleModifiers.Control && _line.Text.Length == 0)
            {
                terminal.Write("\r\n");
                return null;
            }

            lock (_screen)
            {
                Apply(key);
                if (!terminal.KeyWaits)
                {
                    Draw();
                }
            }
        }
    }

    private void Apply(ConsoleKeyInfo key)
    {
        if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
        {
            ApplyControl(key.Key);
        }
        else if (key.Modifiers.HasFlag(ConsoleModifiers.Alt))
        {
            ApplyAlt(key.Key);
        }
        else
        {
            ApplyPlain(key);
        }
    }

    private void ApplyControl(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.A: _line.Start(); break;
            case ConsoleKey.E: _line.End(); break;
            case ConsoleKey.B: _line.Left(); break;
            case ConsoleKey.F: _line.Right(); break;
            case ConsoleKey.D: _line.DeleteForward(); break;
            case ConsoleKey.H: _line.DeleteBack(); break;
            case ConsoleKey.K: _line.DeleteToEnd(); break;
            case ConsoleKey.U: _line.DeleteToStart(); break;
            case ConsoleKey.W or ConsoleKey.Backspace: _line.DeleteWordBack(); break;
            case ConsoleKey.LeftArrow: _line.WordLeft(); break;
            case ConsoleKey.RightArrow: _line.WordRight(); break;
            case ConsoleKey.P: _line.Set(_history.Older(_line.Text)); break;
            case ConsoleKey.N: _line.Set(_history.Newer(_line.Text)); break;
            case ConsoleKey.L: terminal.Write("\u001b[2J\u001b[H"); break;
        }
    }

    private void ApplyAlt(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.B: _line.WordLeft(); break;
            case ConsoleKey.F: _line.WordRight(); break;
            case ConsoleKey.Backspace: _line.DeleteWordBack(); break;
        }
    }

    private void ApplyPlain(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow: _line.Left(); break;
            case ConsoleKey.RightArrow: _line.Right(); break;
            case ConsoleKey.UpArrow: _line.Set(_history.Older(_line.Text)); break;
            case ConsoleKey.DownArrow: _line.Set(_history.Newer(_line.Text)); break;
            case ConsoleKey.Home: _line.Start(); break;
            case ConsoleKey.End: _line.End(); break;
            case ConsoleKey.Backspace: _line.DeleteBack(); break;
            case ConsoleKey.Delete: _line.DeleteForward(); break;
            case ConsoleKey.Escape: _line.Set(""); break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _line.Insert(key.KeyChar.ToString());
                }

                break;
        }
    }

    private async Task CompleteAsync(bool backwards, CancellationToken ct)
    {
        if (await _menu.NextAsync(_line.BeforeCaret, backwards, ct) is { } text)
        {
            _line.SetBeforeCaret(text);
        }

        if (_menu.TakeRows(terminal.Features.Width) is { Count: > 0 } rows)
        {
            terminal.Write("\r\n" + string.Concat(rows.Select(row => row + "\r\n")));
        }

        Draw();
    }

    /// <summary>Draws the part of the line around the caret.</summary>
    private void Draw()
    {
        var cells = new List<Cell>();
        LineWrapper.AddCells(cells, SafeText.Of(_line.BeforeCaret), default);
        var caret = cells.Count;
        LineWrapper.AddCells(cells, SafeText.Of(_line.Text[_line.Caret..]), default);

        // One column is left for the caret behind the last character.
        var room = terminal.Features.Width - Prompt.Length - 1;
        var first = caret;
        var column = 0;
        while (first > 0 && column + cells[first - 1].Width <= room)
        {
            column += cells[--first].Width;
        }

        var drawing = new StringBuilder("\r").Append(Prompt);
        var taken = 0;
        for (var at = first; at < cells.Count && taken + cells[at].Width <= room; at++)
        {
            drawing.Append(cells[at].Text);
            taken += cells[at].Width;
        }

        // Erase to the end of the line, then put the caret where it belongs.
        drawing.Append("\u001b[K\r\u001b[").Append(Prompt.Length + column).Append('C');
        terminal.Write(drawing.ToString());
    }
}
