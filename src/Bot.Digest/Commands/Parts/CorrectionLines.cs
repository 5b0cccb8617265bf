using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>What was wrong in earlier posts, at the foot of the next one.</summary>
internal static class CorrectionLines
{
    /// <summary>"Corrected: 19 May no. 2; 20 May no. 4, speaker was Omar Feld, not his brother." What was wrong in many posts is one line.</summary>
    public static IEnumerable<Note> Foot(IReadOnlyList<UntoldCorrection> corrections, CommandCall call) =>
        corrections.GroupBy(one => What(one.Correction), StringComparer.Ordinal).Select(same =>
            new Note(CorrectionWords.Corrected(string.Join("; ", same.Select(one => Where(one, call)).Distinct(StringComparer.Ordinal)), same.Key)));

    private static string Where(UntoldCorrection one, CommandCall call) => one.Correction.Number == 0
        ? CorrectionWords.CorrectedPost(ChangeWords.Day(one.Composed, call))
        : CorrectionWords.CorrectedItem(ChangeWords.Day(one.Composed, call), one.Correction.Number);

    private static string What(Correction correction) => correction.Kind switch
    {
        CorrectionKind.QuoteGone => CorrectionWords.CorrectedQuote,
        CorrectionKind.SpeakerUnknown => CorrectionWords.CorrectedUnknown,
        CorrectionKind.OtherSpeaker => CorrectionWords.CorrectedSpeaker(correction.Became, correction.Was),
        CorrectionKind.Withdrawn => CorrectionWords.CorrectedWithdrawn(correction.Became),
        _ => CorrectionWords.CorrectedOutlet(correction.Became),
    };
}
