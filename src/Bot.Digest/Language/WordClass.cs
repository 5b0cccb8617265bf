namespace Bot.Digest.Language;

/// <summary>
/// The categories of the word lists under <c>Language</c>; a word may stand in several.
/// Each member is named like its files: adding a category takes one member and one file in each language that has such words.
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

    /// <summary>Given names of women.</summary>
    FemaleNames = 1UL << 16,

    /// <summary>Given names of men.</summary>
    MaleNames = 1UL << 17,

    /// <summary>Family names.</summary>
    FamilyNames = 1UL << 18,

    /// <summary>Family names that stand before the given name (Korean, Chinese, Vietnamese, Hungarian).</summary>
    FamilyFirstNames = 1UL << 19,

    /// <summary>Small words inside names ("de", "van", "bin").</summary>
    NameParticles = 1UL << 20,

    /// <summary>After a name and part of it ("Jr", "III").</summary>
    NameSuffixes = 1UL << 21,

    /// <summary>Titles before a name that tell he.</summary>
    MaleTitles = 1UL << 22,

    /// <summary>Titles before a name that tell she.</summary>
    FemaleTitles = 1UL << 23,

    /// <summary>Offices, ranks and callings before a name.</summary>
    Titles = 1UL << 24,

    /// <summary>Nouns for what somebody is or does.</summary>
    Roles = 1UL << 25,

    /// <summary>Words for what a person is charged with or suffered: never shown as a role.</summary>
    BarredRoles = 1UL << 26,

    /// <summary>Words that make a capitalised run an organisation, a work, a law or a thing.</summary>
    OrganisationWords = 1UL << 27,

    /// <summary>Countries, regions and cities; longer names joined by _.</summary>
    Places = 1UL << 28,

    /// <summary>Peoples, faiths and parties.</summary>
    Demonyms = 1UL << 29,

    /// <summary>Months, weekdays and feasts.</summary>
    CalendarWords = 1UL << 30,

    /// <summary>Everyday words that begin sentences and headlines, and names of firms and media.</summary>
    CommonWords = 1UL << 31,

    /// <summary>Words before a name that make it the name of a ship, a storm or a place.</summary>
    ThingsNamedAfter = 1UL << 39,

    /// <summary>Words that stand in every text and say nothing of what it is about.</summary>
    StopWords = 1UL << 40,

    /// <summary>Words that open a noun phrase: articles, possessive pronouns, quantities.</summary>
    Determiners = 1UL << 8,

    Prepositions = 1UL << 9,

    /// <summary>Auxiliaries that make a statement hypothetical or future ("will", "could").</summary>
    Modals = 1UL << 10,

    /// <summary>Forms of be, have and do.</summary>
    Auxiliaries = 1UL << 11,

    /// <summary>Words that say that something was not said ("never", "didn't", "declined").</summary>
    Negations = 1UL << 12,

    /// <summary>Words that open a subordinate clause ("that", "because", "which").</summary>
    Subordinators = 1UL << 13,

    /// <summary>Pronouns that can be the subject of a clause.</summary>
    SubjectPronouns = 1UL << 14,

    /// <summary>Adverbs that stand beside a verb and do not end in -ly ("also", "later").</summary>
    Adverbs = 1UL << 15,

    /// <summary>Nouns for people without a name ("spokeswoman", "officials", "critics").</summary>
    RoleNouns = 1UL << 32,

    /// <summary>Verbs with the one who is told between verb and words ("told", "assured", "asked").</summary>
    TellingVerbs = 1UL << 33,

    /// <summary>Verbs of calling something something: their words are reported only beside a quotation mark ("called", "described").</summary>
    NamingVerbs = 1UL << 34,

    /// <summary>Verbs of asking or promising that go on with "to" ("urged", "vowed").</summary>
    UrgingVerbs = 1UL << 35,

    /// <summary>Words after which marked words are only a name or a phrase held at a distance ("so-called", "dubbed").</summary>
    ScareWords = 1UL << 36,

    /// <summary>Days, months and their like, which may stand bare after a verb ("said Tuesday").</summary>
    BareTimes = 1UL << 37,

    /// <summary>Words in the names of newspapers, broadcasters and agencies.</summary>
    OutletWords = 1UL << 38,

    /// <summary>Pronouns and connectives: a sentence that begins with one needs the sentence before it.</summary>
    LeaningWords = 1UL << 41,

    /// <summary>Words of a page around the story ("subscribe", "advertisement").</summary>
    BoilerplateWords = 1UL << 42,

    /// <summary>Words that point into a picture ("left", "pictured").</summary>
    CaptionWords = 1UL << 43,

    /// <summary>Languages that people are quoted in, but the one of the text.</summary>
    Languages = 1UL << 44,

    /// <summary>Words that begin the line that says who wrote or pictured ("By", "Reporting", "Photo").</summary>
    BylineWords = 1UL << 45,

    /// <summary>Verb forms that by themselves tell that words are reported (the German subjunctive: "sei", "habe").</summary>
    Subjunctives = 1UL << 46,

    /// <summary>Finite forms that mean speaking only with a particle at the end of their clause ("teilte … mit").</summary>
    SeparableVerbs = 1UL << 47,

    /// <summary>Particles that stand at the end of a clause and belong to its verb.</summary>
    VerbParticles = 1UL << 48,

    /// <summary>Nouns that a preposition makes a source ("nach Angaben der Polizei").</summary>
    SourceNouns = 1UL << 49,

    /// <summary>Forms of reporting verbs that are nouns as often ("states", "claims"): verbs only behind a subject.</summary>
    VerbsOrNouns = 1UL << 50,

    /// <summary>Open verbs that report speech without "that" where a whole clause follows ("noted", "suggested").</summary>
    NotingVerbs = 1UL << 51,

    /// <summary>Numbers in words.</summary>
    Numerals = 1UL << 52,

    /// <summary>Words that outlets put in or leave out without changing what was said.</summary>
    Fillers = 1UL << 53,

    /// <summary>Words that make another statement of a sentence ("before", "only", "may").</summary>
    TurningWords = 1UL << 54,

    /// <summary>Words that join what stands beside each other ("and", "but").</summary>
    Conjunctions = 1UL << 55,

    /// <summary>Words that by themselves say that there is a picture ("pictured").</summary>
    PictureWords = 1UL << 56,

    /// <summary>Words that stand before the last of several who do something together ("and").</summary>
    ListWords = 1UL << 57,

    /// <summary>Naming verbs whose marked words are the whole name ("called the plan “a farce”").</summary>
    CallingVerbs = 1UL << 58,
}
