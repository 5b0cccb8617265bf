using System.Globalization;
using System.Text;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>Reads a message as Telegram does in HTML mode (core.telegram.org/bots/api#html-style), and fails where Telegram would refuse it.</summary>
internal static class TelegramHtml
{
    private static readonly string[] Known = ["b", "i", "code", "a", "blockquote"];

    /// <summary>What a reader sees, and how many entities that takes.</summary>
    public static (string Text, int Entities) Read(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        var entities = 0;
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<')
            {
                var end = html.IndexOf('>', at);
                Assert.True(end > 0, $"a tag is cut: {html[at..]}");
                var tag = html[(at + 1)..end];
                if (tag.StartsWith('/'))
                {
                    Assert.True(open.TryPop(out var opened) && opened == tag[1..], $"unbalanced at {html[at..]}");
                }
                else
                {
                    var name = tag.Split(' ')[0];
                    Assert.Contains(name, Known);
                    Assert.DoesNotContain(open, outer => outer == "code" || outer == name);
                    Assert.True(name != "a" || tag.StartsWith("a href=\"http", StringComparison.Ordinal), tag);
                    open.Push(name);
                    entities++;
                }

                at = end + 1;
            }
            else if (html[at] == '&')
            {
                var end = html.IndexOf(';', at);
                Assert.True(end > 0, $"an entity is cut: {html[at..]}");
                text.Append(html[(at + 1)..end] switch { "lt" => '<', "gt" => '>', "amp" => '&', "quot" => '"', var other => throw new InvalidDataException(other) });
                at = end + 1;
            }
            else
            {
                if (html[at] == '>')
                {
                    Assert.Fail($"a tag ends that never began: {html[at..]}");
                }

                text.Append(html[at++]);
            }
        }

        Assert.Empty(open);
        return (text.ToString(), entities);
    }

    /// <summary>Whether no letter was cut into halves.</summary>

    /// <summary>Without the white space at which messages are parted, and without what marks entries.</summary>
    public static string Letters(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune.Value is not ('·' or '•' or '…' or '_')));
}
