using System.Globalization;
using System.Text;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Rendering;

/// <summary>
/// Turns replies into messages of cards, each within Discord's limits. It alone makes text from outside harmless and parts what is too long: between
/// entries, then between lines, then between words.
/// </summary>
public static class DiscordRenderer
{
    /// <summary>The edge of a card by what it is: an answer, a question, a problem.</summary>
    private static readonly Dictionary<ReplyKind, int> Colours = new() { [ReplyKind.Answer] = 0x2C6E63, [ReplyKind.Question] = 0xB58A2C, [ReplyKind.Problem] = 0xA83A32 };

    /// <summary>The messages in their order, at least one; buttons stand under the last. Ids are still those of <see cref="ButtonIds.Of"/>.</summary>
    public static IReadOnlyList<MessageBody> Render(Reply reply)
    {
        var (title, blocks) = Titled(reply.Blocks);
        var footer = reply.Page is { } page ? new EmbedFooter(string.Create(CultureInfo.InvariantCulture, $"{page.Number} / {page.Count}")) : null;
        var messages = Pack(title, new BlockLayout().Pieces(blocks), DiscordLimits.EmbedSum - (footer?.Text.Length ?? 0));
        var rows = MessageButtons.Of(reply);
        return [.. messages.Select((cards, at) => new MessageBody
        {
            Embeds = [.. cards.Select((card, number) => card with
            {
                Color = Colours[reply.Kind],
                Footer = at == messages.Count - 1 && number == cards.Count - 1 ? footer : null,
            })],
            Components = at == messages.Count - 1 ? rows : null,
        })];
    }

    /// <summary>The heading as the title of the first card where it is short enough, and what is left to lay out.</summary>
    private static (string? Title, IReadOnlyList<Block> Blocks) Titled(IReadOnlyList<Block> blocks)
    {
        if (blocks is not [Heading heading, ..])
        {
            return (null, blocks);
        }

        // No link works in a title.
        var title = DiscordMarkdown.Line(heading.Text, new NamedHosts()).Trim(' ');
        if (title.Length is 0 or > DiscordLimits.Title || heading.Text.Any(node => node is Link))
        {
            return (null, blocks);
        }

        return (title, [.. heading.Aside is { Count: > 0 } aside ? (Block[])[new Note(aside)] : [], .. blocks.Skip(1)]);
    }

    private static List<List<Embed>> Pack(string? title, IEnumerable<Piece> pieces, int sum)
    {
        var messages = new List<List<Embed>> { new() };
        var (text, taken) = (new StringBuilder(), title?.Length ?? 0);
        foreach (var piece in pieces)
        {
            var gap = text.Length == 0 ? "" : piece.IsApart ? "\n\n" : "\n";
            var length = text.Length + gap.Length + piece.Text.Length;
            if (length <= DiscordLimits.Description && taken + length <= sum)
            {
                text.Append(gap).Append(piece.Text);
                continue;
            }

            Close();
            if (taken + piece.Text.Length > sum || messages[^1].Count == DiscordLimits.Embeds)
            {
                messages.Add([]);
                taken = 0;
            }

            text.Append(piece.Text);
        }

        Close();
        return messages;

        void Close()
        {
            if (text.Length > 0 || title is not null || messages is [{ Count: 0 }])
            {
                // A card without a word is refused.
                messages[^1].Add(new Embed { Title = title, Description = text.Length > 0 ? text.ToString() : title is null ? "…" : null });
                taken += text.Length;
                text.Clear();
                title = null;
            }
        }
    }
}
