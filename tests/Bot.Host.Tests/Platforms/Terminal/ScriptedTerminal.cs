using System.Text;
using Bot.Host.Platforms.Terminal;

namespace Bot.Host.Tests.Platforms.Terminal;

/// <summary>A terminal whose keys are known beforehand and whose one row can be read.</summary>
internal sealed class ScriptedTerminal(int width, params IEnumerable<ConsoleKeyInfo> keys) : ITerminal
{
    private readonly Queue<ConsoleKeyInfo> _keys = new(keys);
    private readonly StringBuilder _written = new();

    public TerminalFeatures Features { get; } = new(width, Colours: true, Links: true);

    public bool KeyWaits => false;

    /// <summary>Everything that was written.</summary>
    public string Written => _written.ToString();

    /// <summary>What stood on the prompt after each key, without the prompt.</summary>
    public IEnumerable<string> Lines => Written.Split("\r> ").Skip(1).Select(drawn => drawn.Split('\u001b')[0]);

    /// <summary>The caret's column at the end, from 0.</summary>
    public int Column => int.Parse(Written.Split("\r\u001b[")[^1].Split('C')[0], System.Globalization.CultureInfo.InvariantCulture);

    public Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken ct) =>
        _keys.TryDequeue(out var key)
            ? Task.FromResult(key)
            : throw new EndOfStreamException("No more keys.");

    public void Write(string text) => _written.Append(text);

    public static IEnumerable<ConsoleKeyInfo> Typed(string text) => text.Select(letter => new ConsoleKeyInfo(letter, ConsoleKey.None, false, false, false));

    public static ConsoleKeyInfo Key(ConsoleKey key, bool control = false, bool alt = false, bool shift = false) => new('\0', key, shift, alt, control);
}
