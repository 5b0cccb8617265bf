using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>What was wrong in earlier digests, at the foot of the next one.</summary>
internal static class CorrectionLines
{
    /// <summary>"Corrected: 19 May no. 2, speaker was Omar Feld, not his brother."</summary>
    public static IEnumerable<Note> Foot(IReadOnlyList<UntoldCorrection> corrections, CommandCall call) =>
        corrections.Select(one => new Note(one.Correction.Number == 0
            ? CorrectionWords.CorrectedPost(ChangeWords.Day(one.Composed, call), What(one.Correction))
            : CorrectionWords.Corrected(ChangeWords.Day(one.Composed, call), one.Correction.Number, What(one.Correction))));

    private static string What(Correction correction) => correction.Kind switch
    {
        CorrectionKind.QuoteGone => CorrectionWords.CorrectedQuote,
        CorrectionKind.SpeakerUnknown => CorrectionWords.CorrectedUnknown,
        CorrectionKind.OtherSpeaker => CorrectionWords.CorrectedSpeaker(correction.Became, correction.Was),
        CorrectionKind.Withdrawn => CorrectionWords.CorrectedWithdrawn(correction.Became),
        _ => CorrectionWords.CorrectedOutlet(correction.Became),
    };
}
