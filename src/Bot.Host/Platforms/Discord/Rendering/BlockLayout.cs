using System.Text;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Discord.Rendering;

/// <summary>A piece of a card that is not parted.</summary>
/// <param name="Text">Markdown within the length of a description.</param>
/// <param name="IsApart">An empty line stands before it.</param>
public readonly record struct Piece(string Text, bool IsApart);

/// <summary>Lays blocks out as lines of Markdown, and keeps together what is read together: an entry with what follows it, a heading with what it heads.</summary>
public sealed class BlockLayout
{
    private readonly NamedHosts _named = new();

    /// <summary>The blocks as pieces, in their order.</summary>
    public IEnumerable<Piece> Pieces(IEnumerable<Block> blocks)
    {
        Block? before = null;
        foreach (var group in Groups(blocks))
        {
            var lines = new List<(string Text, bool IsApart)>();
            foreach (var block in group)
            {
                var apart = before is not null && IsApart(before, block);
                foreach (var line in Lines(block).SelectMany(Written))
                {
                    lines.Add((line, apart));
                    apart = false;
                }

                before = block;
            }

            foreach (var piece in Joined(lines))
            {
                yield return piece;
            }
        }
    }

    /// <summary>One piece where the group is short enough; else as few as it takes, parted between lines.</summary>
    private static IEnumerable<Piece> Joined(List<(string Text, bool IsApart)> lines)
    {
        var text = new StringBuilder();
        var apart = false;
        foreach (var line in lines)
        {
            var gap = line.IsApart ? "\n\n" : "\n";
            if (text.Length > 0 && text.Length + gap.Length + line.Text.Length <= DiscordLimits.Description)
            {
                text.Append(gap).Append(line.Text);
                continue;
            }

            if (text.Length > 0)
            {
                yield return new Piece(text.ToString(), apart);
            }

            text.Clear().Append(line.Text);
            apart = line.IsApart;
        }

        if (text.Length > 0)
        {
            yield return new Piece(text.ToString(), apart);
        }
    }

    private static IEnumerable<List<Block>> Groups(IEnumerable<Block> blocks)
    {
        var group = new List<Block>();
        foreach (var block in blocks)
        {
            if (group.Count > 0 && Begins(block, group))
            {
                yield return group;
                group = [];
            }

            group.Add(block);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private static bool Begins(Block block, List<Block> group) => block switch
    {
        Heading or Section => true,
        Entry => group.Exists(one => one is not (Heading or Section)),
        Quotation => group.Exists(one => one is Quotation) && !group.Exists(one => one is Entry),
        _ => false,
    };

    private static bool IsApart(Block before, Block after) => (before, after) switch
    {
        (_, Quotation) => before is not (Heading or Section),
        (Entry or Note, Note) => false,
        (Quotation, Note) => true,
        (Entry, Paragraph) => false,
        (Quotation, Paragraph) => false,
        (Paragraph or Quotation, Entry or Section) => true,
        (Paragraph, Paragraph) => true,
        _ => false,
    };

    private static IEnumerable<(string Before, RichText Text)> Lines(Block block) => ((IEnumerable<(string Before, RichText? Text)>)(block switch
    {
        Heading heading => [("## ", heading.Text), ("-# ", heading.Aside)],
        Section section => [("### ", section.Text)],
        Paragraph paragraph => [("", paragraph.Text)],
        Note note => [("-# ", note.Text)],
        Quotation quotation => [("> ", quotation.Words), ("-# ", quotation.Context), ("-# ", quotation.Source)],
        Entry { Label: { Count: > 0 } label } entry => [("", [.. Bold(label), new Plain(" · "), .. entry.Text]), ("-# ", entry.Detail)],
        Entry entry => [("- ", entry.Text), ("-# ", entry.Detail)],
        _ => throw new NotSupportedException($"No layout for {block.GetType().Name}."),
    })).Where(line => line.Text is { Count: > 0 }).Select(line => (line.Before, line.Text!));

    private static IEnumerable<Inline> Bold(RichText label) => label.Select(node => node is Plain ? new Strong(node.Text) : node);

    /// <summary>A line as one or, when it is too long for a card, as several.</summary>
    private IEnumerable<string> Written((string Before, RichText Text) line)
    {
        var words = DiscordMarkdown.Line(line.Text, _named).Trim(' ');
        if (line.Before.Length + words.Length > DiscordLimits.Description && TextParts.Halve(line.Text) is var (first, second))
        {
            // Its parts are written anew.
            _named.TakeBack();
            return Written((line.Before, first)).Concat(Written((line.Before, second)));
        }

        _named.Keep();
        return words.Length == 0 ? [] : [line.Before + words];
    }
}
