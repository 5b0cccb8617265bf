namespace Bot.Host.Platforms.Terminal;

/// <summary>The lines of this conversation, to be called back with the arrow keys. In memory only: queries are not stored.</summary>
public sealed class InputHistory
{
    private const int Most = 500;

    private readonly List<string> _lines = [];
    private int _at;
    private string _draft = "";

    /// <summary>Remembers a line and goes back to the newest.</summary>
    public void Add(string line)
    {
        if (line.Length > 0 && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
        }

        if (_lines.Count > Most)
        {
            _lines.RemoveAt(0);
        }

        _at = _lines.Count;
        _draft = "";
    }

    /// <summary>The line before the one that is shown; the oldest stays.</summary>
    /// <param name="shown">What stands on the prompt, kept where it was never sent.</param>
    public string Older(string shown)
    {
        if (_at == _lines.Count)
        {
            _draft = shown;
        }

        _at = Math.Max(0, _at - 1);
        return _lines.Count == 0 ? shown : _lines[_at];
    }

    /// <summary>The line after the one that is shown; after the newest comes what was being typed.</summary>
    public string Newer(string shown)
    {
        if (_at >= _lines.Count)
        {
            return shown;
        }

        _at++;
        return _at == _lines.Count ? _draft : _lines[_at];
    }
}
