using Bot.Digest.Articles;

namespace Bot.Digest.Quotes;

/// <summary>How the words were given.</summary>
public enum QuoteKind
{
    /// <summary>Everything in quotation marks.</summary>
    Direct,

    /// <summary>A clause in the outlet's words with pieces in quotation marks.</summary>
    Mixed,

    /// <summary>No exact words ("said that …").</summary>
    Reported,
}

/// <summary>What kind of speaker the words are given to.</summary>
public enum SpeakerKind
{
    /// <summary>Nobody could be named.</summary>
    Unresolved,
    Person,
    Organisation,

    /// <summary>A role or a group without a name ("a spokeswoman", "two officials").</summary>
    Role,
}

/// <summary>Words that an article gives to somebody. All spans are in the article's text.</summary>
public sealed record Quote
{
    /// <summary>From the first to the last word, quotation marks included; for a mixed or reported quote the whole clause.</summary>
    public required TextSpan Span { get; init; }

    public required QuoteKind Kind { get; init; }

    /// <summary>The pieces of <see cref="Span"/> that are said, in order, where a cue interrupts; one piece otherwise.</summary>
    public required IReadOnlyList<TextSpan> Pieces { get; init; }

    /// <summary>What stands between quotation marks, marks excluded; empty for a reported quote. Only these are shown in marks.</summary>
    public required IReadOnlyList<TextSpan> Verbatim { get; init; }

    /// <summary>The verb or phrase that says that it was said; null when there is none.</summary>
    public TextSpan? Cue { get; init; }

    public SpeakerKind SpeakerKind { get; init; }

    /// <summary>The words beside the cue that name the speaker ("Lee", "she", "a spokesman for the ministry"); null when floating.</summary>
    public TextSpan? SpeakerMention { get; init; }

    /// <summary>The speaker's resolved name, else the words that name the speaker, else null: a pronoun by itself names nobody.</summary>
    public string? Speaker { get; init; }

    /// <summary>Index into <see cref="Findings.People"/>; null when the speaker is no named person.</summary>
    public int? Person { get; init; }

    /// <summary>The same words as those of the quote before it in the list, given to a further speaker of theirs ("Lind and Feld said").</summary>
    public bool IsShared { get; init; }

    /// <summary>True when the quote has no cue of its own and its speaker comes from the quotes around it.</summary>
    public bool Floating { get; init; }

    /// <summary>The outlet that these words are relayed from ("told the Evening Post", "Radio Lind reported"), as printed.</summary>
    public TextSpan? Via { get; init; }

    /// <summary>The words by which the outlet says that it translated ("in Spanish", "through an interpreter"); null when nothing says so.</summary>
    public TextSpan? Translated { get; init; }

    /// <summary>What the speaker rests on: where the words stand and the kind of evidence ("Cue/FullName"). Quotes are measured by it.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Measured share of quotes of this kind whose speaker is right, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether a person's name is shown by default; the others are "possibly theirs". Who is no person is named from the same confidence on.</summary>
    public bool Shown { get; init; }
}
