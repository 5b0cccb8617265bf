using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.German.Dates;

/// <summary>Finds the tense around a date by the nearest word that shows one, before it first: German verbs stand second.</summary>
internal static class GermanTenses
{
    /// <summary>Words further away speak of something else.</summary>
    private const int Reach = 18;

    public static Tense Around(DateScan scan, int start, int end)
    {
        var tense = scan.Is(start - 1, DateWordKind.Until) ? Tense.Future : Tense.Unknown;
        for (var at = start - 1; at >= start - Reach && !scan.Is(at, DateWordKind.Stop) && tense == Tense.Unknown; at--)
        {
            tense = Cue(scan, at);
        }

        for (var at = end; at < end + Reach && !scan.Is(at, DateWordKind.Stop) && tense == Tense.Unknown; at++)
        {
            tense = Cue(scan, at);
        }

        return tense;
    }

    private static Tense Cue(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.FutureCue => Tense.Future,
        DateWordKind.PastCue or DateWordKind.PastVerb => Tense.Past,
        _ => Tense.Unknown,
    };
}
