using Bot.Digest.Articles;
using Bot.Digest.Ports;

namespace Bot.Digest.Sources;

/// <summary>One article that a source offers.</summary>
public sealed record OfferedItem
{
    /// <summary>What it is known again by.</summary>
    public required ItemMarks Marks { get; init; }

    /// <summary>Its page, canonical; null for one without.</summary>
    public Uri? Address { get; init; }

    /// <summary>Empty where the source states none.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it appeared, null where the source does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What the source itself says of it; null where that is no text.</summary>
    public Article? Article { get; init; }

    /// <summary>Whether that is all of the text, so that its page need not be read.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The publisher took it back.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>What a source offers at one visit.</summary>
public sealed record Offer
{
    /// <summary>How the source names itself; null where it does not.</summary>
    public string? Title { get; init; }

    public required IReadOnlyList<OfferedItem> Items { get; init; }

    /// <summary>Items beyond those that are looked at.</summary>
    public int LeftOut { get; init; }

    /// <summary>How the document asks to be visited.</summary>
    public VisitWishes Wishes { get; init; } = VisitWishes.None;
}
