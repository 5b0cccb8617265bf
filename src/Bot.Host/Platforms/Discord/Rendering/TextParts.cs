using System.Globalization;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Discord.Rendering;

/// <summary>Parts a line that is too long for one card, between words where that can be helped.</summary>
public static class TextParts
{
    /// <summary>The same nodes in two lines of about one length; null when there is nothing left to part.</summary>
    public static (RichText First, RichText Second)? Halve(RichText text)
    {
        var middle = text.Sum(node => node.Text.Length) / 2;
        var before = 0;
        for (var at = 0; at < text.Count; at++)
        {
            var length = text[at].Text.Length;
            if (before + length <= middle && at + 1 < text.Count)
            {
                before += length;
                continue;
            }

            if (at > 0 && before > 0)
            {
                return (RichText.Create([.. text.Take(at)]), RichText.Create([.. text.Skip(at)]));
            }

            return Border(text[at].Text) is not { } border ? null : (
                RichText.Create([.. text.Take(at), text[at] with { Text = text[at].Text[..border] }]),
                RichText.Create([text[at] with { Text = text[at].Text[border..] }, .. text.Skip(at + 1)]));
        }

        return null;
    }

    /// <summary>Where a run is best parted: behind the space that is nearest before its middle, else between two characters as readers see them.</summary>
    private static int? Border(string text)
    {
        var space = text.AsSpan(0, text.Length / 2).LastIndexOf(' ');
        if (space > 0)
        {
            return space + 1;
        }

        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length > 1 ? starts[starts.Length / 2] : text.Length > 1 ? text.Length / 2 : null;
    }
}
