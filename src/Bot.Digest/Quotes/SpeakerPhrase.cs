using Bot.Digest.People;

namespace Bot.Digest.Quotes;

/// <summary>What the words beside a cue are.</summary>
internal enum PhraseKind : byte
{
    /// <summary>A person's name, with or without title and apposition.</summary>
    Name,
    Pronoun,

    /// <summary>A role, a group, an organisation.</summary>
    Nominal,
}

/// <summary>The words that name who speaks.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Mention">The person's name among them, for <see cref="PhraseKind.Name"/>.</param>
/// <param name="Head">The noun that says who, for a nominal phrase; else the first token.</param>
internal readonly record struct SpeakerPhrase(int First, int End, PhraseKind Kind, NameMention? Mention, int Head)
{
    /// <summary>Where the whole phrase begins, apposition and relative clause included.</summary>
    public int ClauseFirst { get; init; } = First;

    /// <summary>True when something stands between the name and the cue.</summary>
    public bool Distant { get; init; }

    /// <summary>A person's name by itself.</summary>
    public static SpeakerPhrase Of(NameMention person) => new(person.FirstToken, person.EndToken, PhraseKind.Name, person, person.FirstToken);
}
