namespace Bot.Digest.Language;

/// <summary>
/// The word lists under <c>Language/English</c>; a word may stand in several.
/// Each member is named like its file: adding a category takes one file and one member.
/// </summary>
[Flags]
public enum WordClass : ulong
{
    None = 0,

    /// <summary>Written with a full stop that ends no word ("Oct", "Sen", "Inc").</summary>
    Abbreviations = 1UL << 0,

    /// <summary>Abbreviations that a name or number always follows ("Mr", "Oct", "No"): no sentence ends after them.</summary>
    LeadingAbbreviations = 1UL << 1,

    /// <summary>Pronoun and verb in one ("he's"): the 's is no possessive.</summary>
    Contractions = 1UL << 2,

    /// <summary>Articles, pronouns, prepositions, conjunctions, auxiliaries: capitalised only at the start of a sentence.</summary>
    FunctionWords = 1UL << 3,

    /// <summary>Words that begin with an apostrophe ("'em", "'til"): no quotation mark.</summary>
    ClippedWords = 1UL << 4,

    /// <summary>All forms of verbs that mean speaking and nothing else ("said", "told", "asked").</summary>
    SpeechVerbs = 1UL << 5,

    /// <summary>All forms of verbs of speaking with a stance ("argued", "warned", "denied").</summary>
    ClaimVerbs = 1UL << 6,

    /// <summary>All forms of verbs that report speech only beside a quotation mark or "that" ("found", "continued", "described").</summary>
    OpenVerbs = 1UL << 7,

    /// <summary>Words that stand in every text and say nothing of what it is about.</summary>
    StopWords = 1UL << 40,
}
