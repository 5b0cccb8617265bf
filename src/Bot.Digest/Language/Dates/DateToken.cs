namespace Bot.Digest.Language.Dates;

/// <summary>What a word can be in a date expression; the first ones are read from numbers, the others stand in the word list.</summary>
internal enum DateWordKind : byte
{
    /// <summary>No date word.</summary>
    None,

    /// <summary>Ends a sentence or clause: cues beyond it do not count.</summary>
    Stop,
    Comma,
    Dash,

    /// <summary>'s</summary>
    Possessive,

    /// <summary>Currency or number sign: what follows is an amount.</summary>
    AmountSign,

    /// <summary>A word that ends in -ed.</summary>
    PastVerb,

    /// <summary>Digits alone; the value is the number.</summary>
    Digits,

    /// <summary>A number with a separator ("12,000", "3.5"), rounded down.</summary>
    Amount,

    /// <summary>"21st".</summary>
    DigitOrdinal,

    /// <summary>"18:30", in minutes.</summary>
    ClockDigits,

    /// <summary>"6pm", in minutes.</summary>
    ClockWord,

    /// <summary>A whole date in digits; the value is year * 10000 + month * 100 + day.</summary>
    WholeDate,

    /// <summary>"2024-10"; the value is year * 100 + month.</summary>
    WholeMonth,

    /// <summary>"1/2" after a number.</summary>
    OneHalf,
    Month,
    Weekday,
    Unit,
    Cardinal,
    Scale,
    Decade,
    Ordinal,
    Season,
    DayPart,
    Noon,
    Holiday,
    HolidayEve,
    Day,
    Tonight,
    Shift,
    Latest,
    Same,
    Ago,
    Earlier,
    Later,
    Edge,
    Article,
    Every,
    Frequency,
    Vague,
    Approximate,
    Comparative,
    At,
    Least,
    Than,
    UpTo,
    Filler,
    Fiscal,
    Half,
    Period,
    Of,
    And,
    Or,
    To,
    In,
    From,
    Between,
    Preposition,

    /// <summary>Prepositions that look ahead ("until Friday").</summary>
    Until,
    Meridiem,
    Zone,
    Now,
    Recent,
    Recently,
    Soon,
    FuturePast,
    Old,
    Ended,
    Term,
    Counted,
    Numbered,
    FutureCue,
    FutureBeforeTo,
    PastCue,
    Be,
    Near,

    /// <summary>Before Christ: no year of the calendar that dates are given in.</summary>
    Era,
}

/// <summary>A word, or the part of one between hyphens, as the date grammar sees it.</summary>
/// <param name="Joined">True when only a hyphen parts it from the one before ("third-quarter").</param>
/// <param name="Capital">Begins with a capital letter.</param>
internal readonly record struct DateToken(int Start, int End, DateWordKind Kind, int Value, bool Joined, bool Capital)
{
    /// <summary>The value of figures that are no plain number, or more than any date counts; it also keeps every sum within an int.</summary>
    public const int Uncounted = 999_999_999;
}
