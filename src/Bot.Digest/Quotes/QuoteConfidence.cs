using System.Collections.Frozen;

namespace Bot.Digest.Quotes;

/// <summary>
/// How often the speaker of a quote is right, by what the attribution rests on: counted on annotated articles
/// (654 articles of two public sets) with the evaluation program's <c>calibrate</c> task, which prints this table.
/// </summary>
internal static class QuoteConfidence
{
    /// <summary>From this share on a speaker's name is shown by default.</summary>
    public const double Shown = 0.95;

    /// <summary>For a basis that the annotated articles never or hardly showed.</summary>
    private const double Unmeasured = 0.5;

    private static readonly FrozenDictionary<string, double> _measured = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["AccordingTo/BareName"] = 0.900, // 4 of 4
        ["AccordingTo/BareName/holds-cue"] = 0.867, // 2 of 2
        ["AccordingTo/FullName"] = 0.933, // 8 of 8
        ["AccordingTo/FullName/holds-cue"] = 0.867, // 2 of 2
        ["Clause/BareName"] = 0.964, // 362 of 375
        ["Clause/BareName/holds-cue"] = 0.976, // 149 of 152
        ["Clause/DistantName"] = 0.971, // 89 of 91
        ["Clause/DistantName/holds-cue"] = 0.940, // 25 of 26
        ["Clause/FullName"] = 0.913, // 195 of 213
        ["Clause/FullName/holds-cue"] = 0.929, // 60 of 64
        ["Clause/Pronoun"] = 0.770, // 120 of 156
        ["Clause/Pronoun/holds-cue"] = 0.792, // 38 of 48
        ["Clause/SurePronoun"] = 0.956, // 14 of 14
        ["Clause/SurePronoun/holds-cue"] = 0.927, // 7 of 7
        ["CueThenQuote/BareName"] = 0.992, // 98 of 98
        ["CueThenQuote/DistantName"] = 0.943, // 10 of 10
        ["CueThenQuote/FullName"] = 0.907, // 24 of 26
        ["CueThenQuote/Pronoun"] = 0.793, // 42 of 53
        ["CueThenQuote/SurePronoun"] = 0.850, // 7 of 8
        ["Naming/BareName"] = 0.932, // 35 of 37
        ["Naming/BareName/holds-cue"] = 0.900, // 4 of 4
        ["Naming/DistantName"] = 0.927, // 7 of 7
        ["Naming/FullName"] = 0.918, // 17 of 18
        ["Naming/FullName/holds-cue"] = 0.886, // 3 of 3
        ["Naming/Pronoun"] = 0.622, // 8 of 14
        ["Naming/Pronoun/holds-cue"] = 0.775, // 3 of 4
        ["Naming/SurePronoun"] = 0.840, // 1 of 1
        ["OwnParagraph/DistantNeighbour"] = 0.764, // 35 of 46
        ["OwnParagraph/Neighbour"] = 0.896, // 47 of 52
        ["Participle/BareName"] = 0.957, // 104 of 108
        ["Participle/BareName/holds-cue"] = 0.835, // 11 of 13
        ["Participle/DistantName"] = 0.867, // 2 of 2
        ["Participle/FullName"] = 0.942, // 42 of 44
        ["Participle/FullName/holds-cue"] = 0.836, // 6 of 7
        ["Participle/Pronoun"] = 0.852, // 36 of 42
        ["Participle/Pronoun/holds-cue"] = 0.840, // 1 of 1
        ["Participle/SurePronoun"] = 0.800, // 4 of 5
        ["Participle/SurePronoun/holds-cue"] = 0.743, // 2 of 3
        ["QuoteThenCue/BareName"] = 0.979, // 936 of 955
        ["QuoteThenCue/DistantName"] = 0.962, // 17 of 17
        ["QuoteThenCue/FullName"] = 0.960, // 495 of 515
        ["QuoteThenCue/Pronoun"] = 0.742, // 358 of 483
        ["QuoteThenCue/Pronoun/holds-cue"] = 0.840, // 1 of 1
        ["QuoteThenCue/SurePronoun"] = 0.907, // 34 of 37
        ["SameParagraph/DistantNeighbour"] = 0.768, // 165 of 215
        ["SameParagraph/Neighbour"] = 0.978, // 729 of 745
        ["TrailingCue/BareName"] = 0.963, // 44 of 45
        ["TrailingCue/BareName/holds-cue"] = 0.920, // 6 of 6
        ["TrailingCue/FullName"] = 0.977, // 31 of 31
        ["TrailingCue/FullName/holds-cue"] = 0.900, // 4 of 4
        ["TrailingCue/Pronoun"] = 0.758, // 15 of 20
        ["TrailingCue/Pronoun/holds-cue"] = 0.620, // 3 of 6
        ["TrailingCue/SurePronoun"] = 0.911, // 5 of 5
        ["Uncued/DistantNeighbour"] = 0.775, // 3 of 4
        ["Uncued/Neighbour"] = 0.920, // 6 of 6
        ["Uncued/Subject"] = 0.839, // 74 of 88
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of the bucket that a quote is measured in.</summary>
    public static string BasisOf(Draft draft, Attribution speaker) =>
        draft.HoldsCue ? $"{draft.Frame}/{speaker.Ground}/holds-cue" : $"{draft.Frame}/{speaker.Ground}";

    public static double Of(string basis) => _measured.GetValueOrDefault(basis, Unmeasured);
}
