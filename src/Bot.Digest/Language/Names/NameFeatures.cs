namespace Bot.Digest.Language.Names;

/// <summary>What speaks for or against a name being a person's: of its words, and of the places where it stands.</summary>
[Flags]
public enum NameFeatures : ulong
{
    None = 0,

    // The words of the name.
    OneWord = 1UL << 0,
    TwoWords = 1UL << 1,
    ThreeWords = 1UL << 2,
    MoreWords = 1UL << 3,
    GivenNameFirst = 1UL << 4,
    GivenNameLater = 1UL << 5,
    FamilyNameLast = 1UL << 6,
    FamilyNameFirst = 1UL << 7,
    HyphenatedGivenName = 1UL << 8,
    Initial = 1UL << 9,
    Particle = 1UL << 10,
    Suffix = 1UL << 11,
    PlaceWhole = 1UL << 12,
    PlaceFirst = 1UL << 13,
    PlaceLast = 1UL << 14,
    OrganisationLast = 1UL << 15,
    OrganisationInside = 1UL << 16,
    Demonym = 1UL << 17,
    CalendarWord = 1UL << 18,
    CommonFirst = 1UL << 19,
    CommonLast = 1UL << 20,
    AllCapitals = 1UL << 21,
    RoleWord = 1UL << 22,
    UnknownFirst = 1UL << 23,
    UnknownLast = 1UL << 24,

    /// <summary>The article has the first or last word in small letters too.</summary>
    InSmallLettersFirst = 1UL << 25,
    InSmallLettersLast = 1UL << 26,
    InnerCapital = 1UL << 27,
    PluralLast = 1UL << 28,
    GivenAndFamily = 1UL << 29,
    GivenAlone = 1UL << 30,
    FamilyAlone = 1UL << 31,

    // Where it stands.
    Honorific = 1UL << 32,
    Title = 1UL << 33,
    RoleBefore = 1UL << 34,
    SpeechVerbBeside = 1UL << 35,
    OpenVerbAfter = 1UL << 36,
    PastVerbAfter = 1UL << 37,
    WhoAfter = 1UL << 38,
    AgeAfter = 1UL << 39,
    RoleAfter = 1UL << 40,
    Possessive = 1UL << 41,
    OfAfter = 1UL << 42,
    PlaceAfterComma = 1UL << 43,
    BracketAfter = 1UL << 44,
    OnlySentenceStart = 1UL << 45,
    MostlyAfterThe = 1UL << 46,
    MostlyAfterPlacePreposition = 1UL << 47,
    UsedBare = 1UL << 48,
    Repeated = 1UL << 49,
    AfterPersonPreposition = 1UL << 50,

    /// <summary>A thing of that name: "St. Anne's Hospital".</summary>
    OrganisationAfter = 1UL << 51,
    AfterArticleA = 1UL << 52,
    NounAfter = 1UL << 53,

    /// <summary>Never more than the credit of a picture or the line that names the writer.</summary>
    OnlyCredit = 1UL << 54,
    NumberAfter = 1UL << 55,
    InMarks = 1UL << 56,
    AmpersandBeside = 1UL << 57,
    TitledOneWord = 1UL << 58,
    GivenAndUnknown = 1UL << 59,
    GivenAloneRepeated = 1UL << 60,
    FamilyAloneRepeated = 1UL << 61,
    FamilyAloneSpeaks = 1UL << 62,

    /// <summary>Two or three words that no list knows, and that act like a person.</summary>
    UnknownActs = 1UL << 63,
}
