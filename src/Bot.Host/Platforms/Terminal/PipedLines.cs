using System.Text;

namespace Bot.Host.Platforms.Terminal;

/// <summary>Lines from a pipe or a file, one command a line; each is written to the output before its answer, as if it had been typed.</summary>
/// <param name="input">Whatever comes, text or not.</param>
/// <param name="output">Where the answers go.</param>
public sealed class PipedLines(TextReader input, TextWriter output) : ILineSource
{
    /// <summary>Characters of a line that are kept: twice what a command may have, so that it is refused as too long and not run in part.</summary>
    private const int Longest = 8192;

    private readonly char[] _buffer = new char[4096];
    private int _at;
    private int _length;

    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        var any = false;
        while (await NextAsync(ct) is { } next)
        {
            any = true;
            if (next == '\n')
            {
                break;
            }

            if (line.Length < Longest)
            {
                line.Append(next);
            }
        }

        if (!any)
        {
            return null;
        }

        var text = line.ToString().TrimEnd('\r');
        if (!string.IsNullOrWhiteSpace(text))
        {
            await output.WriteLineAsync($"> {SafeText.Of(text)}".AsMemory(), ct);
        }

        return text;
    }

    public void Show(string text) => output.WriteLine(text);

    private async ValueTask<char?> NextAsync(CancellationToken ct)
    {
        if (_at == _length)
        {
            // A pipe that stays silent must not keep the program from ending.
            (_at, _length) = (0, await input.ReadAsync(_buffer, ct).AsTask().WaitAsync(ct));
        }

        return _length == 0 ? null : _buffer[_at++];
    }
}
