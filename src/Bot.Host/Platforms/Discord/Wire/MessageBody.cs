namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>
/// A message as Discord takes it, in every request that makes or changes one (docs.discord.com, resources/message). What is null is left out.
/// </summary>
public sealed record MessageBody
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Rows, each of type <see cref="Component.Row"/>.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Nobody is ever pinged, so nobody can forget to say so.</summary>
    public AllowedMentions AllowedMentions { get; init; } = new();

    /// <summary>The same for every try of one message; at most 25 characters.</summary>
    public string? Nonce { get; init; }

    /// <summary>With true, a second try with the same nonce gives the first message instead of another.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary><see cref="MessageFlags"/>.</summary>
    public int? Flags { get; init; }

    public IReadOnlyList<AttachmentPart>? Attachments { get; init; }
}

/// <summary>Bits of <see cref="MessageBody.Flags"/>.</summary>
public static class MessageFlags
{
    /// <summary>Only the one who asked sees it.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>No sound on the readers' devices.</summary>
    public const int Silent = 1 << 12;
}

/// <summary>Which kinds of mention in a text may ping: none.</summary>
public sealed record AllowedMentions
{
    public IReadOnlyList<string> Parse { get; init; } = [];
}

/// <summary>A file of a multipart request; <paramref name="Id"/> is the n of its part <c>files[n]</c>.</summary>
public sealed record AttachmentPart(string Id, string Filename);

/// <summary>A card.</summary>
public sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Red, green and blue.</summary>
    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }
}

/// <summary>The line in small print under a card; no markup is read in it.</summary>
public sealed record EmbedFooter(string Text);

/// <summary>A row, a button or a menu.</summary>
public sealed record Component
{
    public const int Row = 1;
    public const int Button = 2;
    public const int Menu = 3;

    /// <summary>The style of a button that is no more important than the others.</summary>
    public const int Secondary = 2;

    public required int Type { get; init; }

    /// <summary>What is in a row.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    public int? Style { get; init; }

    public string? Label { get; init; }

    /// <summary>What comes back when it is pressed: 1 to 100 characters, in one message each once.</summary>
    public string? CustomId { get; init; }

    public string? Placeholder { get; init; }

    public IReadOnlyList<MenuOption>? Options { get; init; }

    /// <summary>How many lines of a menu can be chosen.</summary>
    public int? MinValues { get; init; }

    /// <inheritdoc cref="MinValues"/>
    public int? MaxValues { get; init; }
}

/// <summary>A line of a menu; <paramref name="Value"/> comes back when it is chosen.</summary>
public sealed record MenuOption(string Label, string Value);
