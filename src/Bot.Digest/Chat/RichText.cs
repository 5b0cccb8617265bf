using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Bot.Digest.Chat;

/// <summary>A run of text inside a line. Text is raw: only a platform's renderer escapes it.</summary>
public abstract record Inline(string Text);

/// <summary>Words without any emphasis.</summary>
public sealed record Plain(string Text) : Inline(Text);

/// <summary>What the eye should find first: a name, a title, a day.</summary>
public sealed record Strong(string Text) : Inline(Text);

public sealed record Emphasis(string Text) : Inline(Text);

/// <summary>The words that were searched for.</summary>
public sealed record Highlight(string Text) : Inline(Text);

/// <summary>Less important than the rest: dates, counts, explanations.</summary>
public sealed record Subtle(string Text) : Inline(Text);

/// <summary>Something to type or copy: a command, a slug.</summary>
public sealed record Code(string Text) : Inline(Text);

/// <summary>A link to an http(s) address.</summary>
public sealed record Link(string Text, Uri Address) : Inline(Text);

/// <summary>Words that run a command when pressed, where the platform can; otherwise plain words.</summary>
public sealed record CommandLink(string Text, string Command) : Inline(Text);

/// <summary>A line of text made of nodes. Written as a collection: <c>[new Strong("Varga"), new Plain(" said")]</c>.</summary>
[CollectionBuilder(typeof(RichText), nameof(Create))]
public sealed class RichText : IReadOnlyList<Inline>
{
    private readonly Inline[] _nodes;

    private RichText(Inline[] nodes) => _nodes = nodes;

    public int Count => _nodes.Length;

    public Inline this[int index] => _nodes[index];

    public static RichText Create(ReadOnlySpan<Inline> nodes) => new(nodes.ToArray());

    /// <summary>One plain run; nothing for nothing.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator RichText?(string? text) => text is null ? null : new([new Plain(text)]);

    /// <summary>The same line with more at its end.</summary>
    public RichText With(params ReadOnlySpan<Inline> more) => new([.. _nodes, .. more]);

    /// <summary>A sentence with nodes in the places of <c>{0}</c>, <c>{1}</c> … ; a place without a node is left as it stands.</summary>
    public static RichText Fill(string template, params ReadOnlySpan<Inline> nodes)
    {
        var filled = new List<Inline>();
        var start = 0;
        for (var at = template.IndexOf('{', StringComparison.Ordinal); at >= 0; at = template.IndexOf('{', at + 1))
        {
            if (at + 2 < template.Length && template[at + 2] == '}' && template[at + 1] - '0' is var index && index >= 0 && index < nodes.Length)
            {
                AddPlain(filled, template[start..at]);
                filled.Add(nodes[index]);
                start = at + 3;
            }
        }

        AddPlain(filled, template[start..]);
        return new([.. filled]);
    }

    private static void AddPlain(List<Inline> nodes, string text)
    {
        if (text.Length > 0)
        {
            nodes.Add(new Plain(text));
        }
    }

    /// <summary>The words alone.</summary>
    public override string ToString() => string.Concat(_nodes.Select(node => node.Text));

    public IEnumerator<Inline> GetEnumerator() => ((IEnumerable<Inline>)_nodes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
