namespace Bot.Digest.Quotes;

/// <summary>On what the speaker of a quote rests; each was measured by itself.</summary>
internal enum Ground : byte
{
    /// <summary>Nobody was found.</summary>
    None,

    /// <summary>A full name beside the cue.</summary>
    FullName,

    /// <summary>One word of a name beside the cue.</summary>
    BareName,

    /// <summary>A name with a long apposition or relative clause between it and the cue.</summary>
    DistantName,

    /// <summary>A pronoun, one person lately named and far ahead of the others who fit it.</summary>
    SurePronoun,

    /// <summary>A pronoun with several likely candidates, or one named long before.</summary>
    Pronoun,

    /// <summary>The speaker of the quotes around it, who was named there.</summary>
    Neighbour,

    /// <summary>The speaker of the quotes around it, who was found through a pronoun or further away.</summary>
    DistantNeighbour,

    /// <summary>The subject of its sentence, or of the one before.</summary>
    Subject,

    /// <summary>A role that one person of the article holds.</summary>
    Holder,

    /// <summary>The name of an organisation beside the cue.</summary>
    Organisation,

    /// <summary>What somebody is or does, without a name, beside the cue ("the spokeswoman", "two officials").</summary>
    Role,

    /// <summary>Other words that name no person ("the report", "critics of it"); who is no person in the quotes around; a pronoun that nobody was found for.</summary>
    Nominal,
}

/// <summary>Who a quote was given to, and why.</summary>
internal readonly record struct Attribution(SpeakerKind Kind, int Person, Ground Ground)
{
    /// <summary>The words that name a speaker who is no person; null where they stand beside the cue.</summary>
    public SpeakerPhrase? Words { get; init; }

    public static readonly Attribution Nobody = new(SpeakerKind.Unresolved, -1, Ground.None);
}
