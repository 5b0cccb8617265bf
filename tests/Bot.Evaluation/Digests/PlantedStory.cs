using Bot.Digest.Digests;

namespace Bot.Evaluation.Digests;

/// <summary>What a made-up story is.</summary>
public enum Plant
{
    /// <summary>Told by four to eight publishers in their own words.</summary>
    Big = 1,

    /// <summary>Told yesterday, and today by four to six publishers with something new.</summary>
    Update = 2,

    /// <summary>Told by two or three publishers.</summary>
    Middling = 3,

    /// <summary>Told by one publisher.</summary>
    Small = 4,

    /// <summary>One publisher's report that five to eight others copied.</summary>
    Copied = 5,

    /// <summary>A dozen articles of one publisher, the newest of the day.</summary>
    Ticker = 6,

    /// <summary>Told yesterday, and today by four to seven publishers once more.</summary>
    Told = 7,

    /// <summary>Another story in nearly the same words under a number of its own.</summary>
    Repeat = 8,
}

/// <summary>A story of a made-up day.</summary>
/// <param name="Happening">Equal for stories that tell the same.</param>
public sealed record PlantedStory(Plant Plant, int Happening, DigestCandidate Candidate);
