using System.Text;

namespace Bot.Host.Tests.Platforms.Terminal;

/// <summary>Reads what a terminal would make of a line.</summary>
internal static class EscapeSequences
{
    /// <summary>The words, and whether a look or a link is still on at the end. Throws on a sequence that the renderer has no business to write.</summary>
    public static (string Words, bool Look, bool Link) Read(string line)
    {
        var (words, look, link) = (new StringBuilder(), false, false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '\u001b')
            {
                words.Append(line[at]);
            }
            else if (line[at + 1] == '[')
            {
                var end = line.IndexOf('m', at);
                look = int.Parse(line.AsSpan(at + 2, end - at - 2), System.Globalization.CultureInfo.InvariantCulture) != 0;
                at = end;
            }
            else
            {
                Assert.StartsWith("\u001b]8;;", line[at..], StringComparison.Ordinal);
                var end = line.IndexOf("\u001b\\", at + 1, StringComparison.Ordinal);
                link = end > at + 5;
                at = end + 1;
            }
        }

        return (words.ToString(), look, link);
    }
}
