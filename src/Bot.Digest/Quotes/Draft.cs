namespace Bot.Digest.Quotes;

/// <summary>The shape of the sentence that gives words to somebody; each was measured by itself.</summary>
internal enum Frame : byte
{
    /// <summary>“…,” Varga said. / “…,” said Varga.</summary>
    QuoteThenCue,

    /// <summary>Varga said: “…”</summary>
    CueThenQuote,

    /// <summary>Varga said that …</summary>
    Clause,

    /// <summary>…, Varga said.</summary>
    TrailingCue,

    /// <summary>According to Varga, …</summary>
    AccordingTo,

    /// <summary>…, adding that …</summary>
    Participle,

    /// <summary>Varga called it “…”.</summary>
    Naming,

    /// <summary>Marked words without a cue, in the paragraph of an attributed quote.</summary>
    SameParagraph,

    /// <summary>A paragraph of marked words without a cue.</summary>
    OwnParagraph,

    /// <summary>Marked words in a sentence that has no cue.</summary>
    Uncued,

    /// <summary>Varga was sure: “…” – marked words behind a colon, led by a sentence about who says them.</summary>
    Colon,

    /// <summary>Sentences without cue and marks, whose verbs alone tell that they are reported.</summary>
    Unmarked,

    /// <summary>Varga: “…”</summary>
    Turn,

    /// <summary>“…” — Varga; a post with its signature.</summary>
    Signed,
}

/// <summary>A range of tokens, end exclusive.</summary>
internal readonly record struct TokenRange(int First, int End);

/// <summary>A quote that was found and not yet given to anybody.</summary>
internal sealed record Draft
{
    public required Frame Frame { get; init; }

    /// <summary>What is said, in order.</summary>
    public required IReadOnlyList<TokenRange> Pieces { get; init; }

    public required int Sentence { get; init; }

    public required int Paragraph { get; init; }

    public Cue? Cue { get; init; }

    /// <summary>Who speaks, as printed; null when floating.</summary>
    public SpeakerPhrase? Speaker { get; init; }

    public int First => Pieces[0].First;

    public int End => Pieces[^1].End;

    /// <summary>Whether a token is part of what is said.</summary>
    public bool Holds(int token)
    {
        // By index: it is asked for every token, and a list behind an interface gives out its enumerators on the heap.
        for (var i = 0; i < Pieces.Count; i++)
        {
            if (Pieces[i].First <= token && token < Pieces[i].End)
            {
                return true;
            }
        }

        return false;
    }
}
