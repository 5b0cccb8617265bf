using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>How a reply is to be taken.</summary>
public enum ReplyKind
{
    Answer,

    /// <summary>The asker has to choose or to confirm before there is an answer.</summary>
    Question,

    /// <summary>Could not be done; the text says what to do next. Shown to the asker alone where the platform can.</summary>
    Problem,
}

/// <summary>A part of a reply, from top to bottom.</summary>
public abstract record Block
{
    /// <summary>Its lines, from top to bottom.</summary>
    public abstract IEnumerable<RichText> Lines { get; }
}

/// <summary>The name of the card. At most one, first.</summary>
/// <param name="Text">The name.</param>
/// <param name="Aside">Other forms, counts: beside or below it.</param>
public sealed record Heading(RichText Text, RichText? Aside = null) : Block
{
    public override IEnumerable<RichText> Lines => Aside is null ? [Text] : [Text, Aside];
}

/// <summary>A heading inside a reply.</summary>
public sealed record Section(RichText Text) : Block
{
    public override IEnumerable<RichText> Lines => [Text];
}

/// <summary>Running text.</summary>
public sealed record Paragraph(RichText Text) : Block
{
    public override IEnumerable<RichText> Lines => [Text];
}

/// <summary>Words of somebody with their source. Quotation marks, where they belong, are part of <paramref name="Words"/>.</summary>
/// <param name="Words">What was said, verbatim or as reported.</param>
/// <param name="Source">When, and the outlet with its link.</param>
/// <param name="Context">What a reader needs to understand it, where something is needed.</param>
public sealed record Quotation(RichText Words, RichText Source, RichText? Context = null) : Block
{
    public override IEnumerable<RichText> Lines => Context is null ? [Words, Source] : [Words, Context, Source];
}

/// <summary>One entry of a list: an article, a dated event, a person to choose.</summary>
/// <param name="Label">What stands in front: a number, a date.</param>
/// <param name="Text">The entry.</param>
/// <param name="Detail">Source and what is less important.</param>
public sealed record Entry(RichText? Label, RichText Text, RichText? Detail = null) : Block
{
    public override IEnumerable<RichText> Lines => new[] { Label, Text, Detail }.OfType<RichText>();
}

/// <summary>A remark in small print at the place where it belongs.</summary>
public sealed record Note(RichText Text) : Block
{
    public override IEnumerable<RichText> Lines => [Text];
}

/// <summary>A button under a reply.</summary>
/// <param name="Label">At most 20 characters where it can be helped.</param>
/// <param name="Command">The command it runs, as it would be typed ("/who varga page:2").</param>
public sealed record Button(string Label, string Command);

/// <summary>A file under a reply: what is too long to read in a chat.</summary>
/// <param name="Name">With its ending; letters, digits, hyphens and dots.</param>
/// <param name="MediaType">What it is (RFC 6838).</param>
public sealed record AttachedFile(string Name, string MediaType, string Text);

/// <summary>What a command answers, on no platform in particular. A renderer splits, escapes and counts.</summary>
public sealed record Reply
{
    public ReplyKind Kind { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Rows of buttons.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Buttons { get; init; } = [];

    /// <summary>A file to hand out with it; null for none.</summary>
    public AttachedFile? File { get; init; }

    /// <summary>It tells beside what was asked what is for admins alone: no platform offers to show it to others.</summary>
    public bool TellsAdmins { get; init; }

    /// <summary>Which page of how many this is; null when there is one.</summary>
    public PageNumber? Page { get; init; }

    /// <summary>The language that it is written in, for what a platform says about it: that of the catalogue when it is made.</summary>
    public CultureInfo Language { get; init; } = CultureInfo.CurrentUICulture;

    public static Reply Ok(params IReadOnlyList<Block> blocks) => new() { Blocks = blocks };

    public static Reply Problem(RichText text) => new() { Kind = ReplyKind.Problem, Blocks = [new Paragraph(text)] };
}

/// <summary>A page of a long reply.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct PageNumber(int Number, int Count)
{
    /// <summary>The sign on the button to the page before; platforms know it by that.</summary>
    public const string Back = "‹";

    /// <summary>The sign on the button to the next page.</summary>
    public const string On = "›";
}
