namespace Bot.Digest.Language.Dates;

/// <summary>Whether words speak of what was or of what will be.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Future,
}

/// <summary>Finds the tense around a date by the nearest word that shows one.</summary>
internal static class Tenses
{
    /// <summary>Words further away speak of something else.</summary>
    private const int Reach = 18;

    /// <summary>The nearest cue before the date within the sentence; where there is none, the nearest after it.</summary>
    public static Tense Around(DateScan scan, int start, int end)
    {
        if (scan.Is(start - 1, "ended"))
        {
            return Tense.Past;
        }

        // "until Friday", "as soon as Friday", "as early as June".
        if ((scan.Is(start - 1, DateWordKind.Until) && !scan.Is(start - 1, "by")) || scan.Is(start - 1, "as"))
        {
            return Tense.Future;
        }

        var tense = Tense.Unknown;
        for (var at = start - 1; at >= start - Reach && !scan.Is(at, DateWordKind.Stop) && tense == Tense.Unknown; at--)
        {
            tense = Cue(scan, at);
        }

        for (var at = end; at < end + Reach && !scan.Is(at, DateWordKind.Stop) && tense == Tense.Unknown; at++)
        {
            tense = Cue(scan, at);
        }

        return tense == Tense.Unknown && scan.Is(start - 1, DateWordKind.Until) ? Tense.Future : tense;
    }

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
        DateWordKind.PastVerb when !scan.Is(at - 1, DateWordKind.Be) => Tense.Past,
        _ => Tense.Unknown,
    };
}
