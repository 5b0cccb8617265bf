using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>How a cue stands in its clause.</summary>
internal enum CueForm : byte
{
    /// <summary>A predicate with a subject of its own ("said", "has told", "is saying").</summary>
    Finite,

    /// <summary>"… , adding that": the subject is the main clause's.</summary>
    Participle,

    /// <summary>"would say", "to say", "did not say": reports nothing by itself; it may still bring in marked words.</summary>
    Unsaid,
}

/// <summary>A verb that may say that something was said.</summary>
/// <param name="First">First token of the verb group, auxiliaries and adverbs included.</param>
/// <param name="Verb">The verb.</param>
/// <param name="End">One past the verb group, particles included.</param>
internal readonly record struct Cue(int First, int Verb, int End, CueForm Form)
{
    /// <summary>Which list the verb stands in.</summary>
    public WordClass Classes { get; init; }

    /// <summary>The verb says that something is not so ("denied").</summary>
    public bool Denies { get; init; }

    public bool Is(WordClass classes) => (Classes & classes) != 0;
}
