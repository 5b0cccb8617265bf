using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Finds the tense around a date by the nearest word that shows one.</summary>
internal static class Tenses
{
    /// <summary>Words further away speak of something else.</summary>
    private const int Reach = 18;

    private const WordClass Reporting = WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.OpenVerbs
        | WordClass.UrgingVerbs | WordClass.TellingVerbs | WordClass.NamingVerbs;

    /// <summary>The nearest cue before the date within the sentence; where there is none, the nearest after it.</summary>
    public static Tense Around(DateScan scan, int start, int end)
    {
        if (scan.Is(start - 1, "ended"))
        {
            return Tense.Past;
        }

        // "until Friday", "until 9 a.m. Friday", "as soon as Friday", "as early as June".
        var lead = BeforeClock(scan, start - 1);
        if ((scan.Is(lead, DateWordKind.Until) && !scan.Is(lead, "by")) || scan.Is(lead, "as"))
        {
            return OpensWhatWas(scan, lead, end) ? Tense.Past : Tense.Future;
        }

        var tense = Tense.Unknown;
        for (var at = start - 1; at >= start - Reach && !scan.Is(at, DateWordKind.Stop) && tense == Tense.Unknown; at--)
        {
            tense = Cue(scan, at);
        }

        tense = tense == Tense.Unknown ? After(scan, end) : tense;
        return tense == Tense.Unknown && scan.Is(start - 1, DateWordKind.Until) ? Tense.Future : tense;
    }

    private static int BeforeClock(DateScan scan, int at)
    {
        while (scan.Tokens[at].Kind is DateWordKind.Meridiem or DateWordKind.Zone or DateWordKind.ClockDigits or DateWordKind.ClockWord or DateWordKind.Noon
            || (scan.Is(at, DateWordKind.Digits) && scan.Is(at + 1, DateWordKind.Meridiem)))
        {
            at--;
        }

        return at;
    }

    /// <summary>"Until Thursday, they had not called."</summary>
    private static bool OpensWhatWas(DateScan scan, int lead, int end) =>
        scan.Is(lead - 1, DateWordKind.Stop) && scan.Is(end, DateWordKind.Comma) && After(scan, end) == Tense.Past;

    /// <summary>The nearest cue after the date within the sentence.</summary>
    private static Tense After(DateScan scan, int end)
    {
        var tense = Tense.Unknown;
        for (var at = end; at < end + Reach && !scan.Is(at, DateWordKind.Stop) && tense == Tense.Unknown; at++)
        {
            tense = Cue(scan, at);
        }

        return tense;
    }

    /// <summary>
    /// Whether the clause tells that it took place then: "resigned on 3 January", "opened the bridge Feb. 5", "resigned in June", "ended June 30".
    /// Verbs of saying and asking show no more than when it was said, and what goes on with "to" may lie ahead.
    /// </summary>
    public static bool IsOver(DateScan scan, int start)
    {
        var on = scan.Is(start - 1, DateWordKind.Weekday) ? start - 2 : start - 1;
        return scan.Is(on, "ended") || ((scan.Is(on, "on") || scan.Is(on, "in") || IsPast(scan, on)) && ClauseIsOver(scan, on));
    }

    private static bool ClauseIsOver(DateScan scan, int last)
    {
        bool? over = null;
        for (var at = last; at > last - Reach; at--)
        {
            switch (scan.Tokens[at].Kind)
            {
                case DateWordKind.PastCue or DateWordKind.PastVerb when IsPast(scan, at):
                    over ??= (scan.Tokens.Lexicon.ClassesOf(scan.Word(at)) & Reporting) == 0;
                    break;
                case DateWordKind.FutureCue:
                    return false;
                case DateWordKind.To or DateWordKind.Until or DateWordKind.UpTo or DateWordKind.FutureBeforeTo or DateWordKind.Be:
                    over ??= false;
                    break;
                case DateWordKind.Stop or DateWordKind.Comma:
                    return over ?? false;
                default:
                    break;
            }
        }

        return over ?? false;
    }

    private static bool IsPast(DateScan scan, int at) =>
        scan.Tokens[at].Kind is DateWordKind.PastCue or DateWordKind.PastVerb && !IsName(scan, at) && !IsAttribute(scan, at) && !scan.Is(at - 1, DateWordKind.Be);

    /// <summary>"the United States", "Allied forces": what ends in -ed there is no verb.</summary>
    private static bool IsName(DateScan scan, int at) =>
        scan.Is(at, DateWordKind.PastVerb) && scan.Tokens[at].Capital && !scan.Is(at - 1, DateWordKind.Stop);

    /// <summary>"the delayed vote", "the long-awaited vote": a participle before its noun.</summary>
    private static bool IsAttribute(DateScan scan, int at) =>
        scan.Tokens[at].Joined || scan.Is(at - 1, DateWordKind.Article) || scan.Is(at - 1, "for");

    /// <summary>"had been scheduled" tells of a plan that is over.</summary>
    private static bool HadBeen(DateScan scan, int at) =>
        scan.Is(at - 1, DateWordKind.Be) && scan.Is(at - 2, DateWordKind.PastCue);

    private static Tense Cue(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.FutureCue when !HadBeen(scan, at) => Tense.Future,
        DateWordKind.FutureCue => Tense.Past,
        DateWordKind.FutureBeforeTo when scan.Is(at + 1, DateWordKind.To) || scan.Is(at + 1, "for") => Tense.Future,

        // The verb "may".
        DateWordKind.Month when !scan.Tokens[at].Capital => Tense.Future,
        DateWordKind.PastCue => Tense.Past,

        // "to be held on Friday", "will be discussed": the participle shows no tense.
        DateWordKind.PastVerb when !scan.Is(at - 1, DateWordKind.Be) && !IsName(scan, at) => Tense.Past,
        _ => Tense.Unknown,
    };
}
