namespace Bot.Digest.Language.Dates;

/// <summary>One reading of a text from left to right: its tokens, its day of publication, and what was named so far.</summary>
internal sealed class DateScan(DateTokens tokens, DateOnly published)
{
    public DateTokens Tokens { get; } = tokens;

    public CalendarPeriod Today { get; } = CalendarPeriod.Day(published);

    /// <summary>The day named last; the day of publication before one was named.</summary>
    public CalendarPeriod LastDay { get; private set; } = CalendarPeriod.Day(published);

    /// <summary>The date named last, of any length; null before one was named.</summary>
    public CalendarPeriod? Last { get; private set; }

    /// <summary>The business quarter that the text is about: reports compare it with "a year ago".</summary>
    public CalendarPeriod? Quarter { get; private set; }

    /// <summary>The day of the month read last ("24 and 25 October", "Oct. 24-26"), which another number may follow.</summary>
    public (CalendarPeriod Day, int End)? OpenMonth { get; private set; }

    public void Remember(DateReading reading)
    {
        if (reading.Period is not { } period)
        {
            return;
        }

        Last = period;
        if (period.Granularity == Granularity.Day)
        {
            LastDay = period;
            OpenMonth = reading.Rule is DateRules.MonthDay or DateRules.Stated ? (period, reading.End) : null;
        }

        // "a year earlier" is no new subject, and results are told of quarters that are over.
        if (period.Granularity == Granularity.Quarter && period.To < Today.From && reading.Rule is not (DateRules.Ago or DateRules.FromContext))
        {
            Quarter = period;
        }
    }

    public bool Is(int at, DateWordKind kind) => Tokens.Is(at, kind);

    public bool Is(int at, DateWordKind kind, int value) => Tokens.Is(at, kind, value);

    public ReadOnlySpan<char> Word(int at) => Tokens.Text.AsSpan(Tokens[at].Start, Tokens[at].End - Tokens[at].Start);

    public bool Is(int at, string word) => Word(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether figures stand where a year would, are none, and count nothing either: "31 December 9999", "12 May ２０２４, …".
    /// The day before them is of a year that nobody can tell.
    /// </summary>
    public bool IsUnknownYear(int at) =>
        Tokens[at] is { Kind: DateWordKind.Digits, Joined: false } && Tokens[at + 1].Kind is var next && (next is DateWordKind.Stop or DateWordKind.Digits or DateWordKind.Era
            || (Tokens[at].Value > 999 && next is DateWordKind.Comma or DateWordKind.Article or DateWordKind.In or DateWordKind.Preposition
                or DateWordKind.Until or DateWordKind.From or DateWordKind.PastCue or DateWordKind.FutureCue));

    /// <summary>Whether the word before leads to a date ("in", "since", "from", "until").</summary>
    public bool FollowsPreposition(int at) => Tokens[at - 1].Kind is DateWordKind.In or DateWordKind.Preposition
        or DateWordKind.Until or DateWordKind.From or DateWordKind.Between or DateWordKind.Of or DateWordKind.To or DateWordKind.Than;
}
