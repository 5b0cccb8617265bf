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
        ["AccordingTo/BareName"] = 0.886, // 3 of 3
        ["AccordingTo/BareName/holds-cue"] = 0.867, // 2 of 2
        ["AccordingTo/FullName"] = 0.933, // 8 of 8
        ["AccordingTo/FullName/holds-cue"] = 0.867, // 2 of 2
        ["Clause/BareName"] = 0.969, // 362 of 373
        ["Clause/BareName/holds-cue"] = 0.958, // 130 of 135
        ["Clause/DistantName"] = 0.971, // 89 of 91
        ["Clause/DistantName/holds-cue"] = 0.938, // 24 of 25
        ["Clause/FullName"] = 0.979, // 218 of 222
        ["Clause/FullName/holds-cue"] = 0.972, // 60 of 61
        ["Clause/Pronoun"] = 0.922, // 18 of 19
        ["Clause/Pronoun/holds-cue"] = 0.862, // 8 of 9
        ["Clause/SurePronoun"] = 0.900, // 4 of 4
        ["Clause/SurePronoun/holds-cue"] = 0.867, // 2 of 2
        ["CueThenQuote/BareName"] = 0.982, // 94 of 95
        ["CueThenQuote/DistantName"] = 0.943, // 10 of 10
        ["CueThenQuote/FullName"] = 0.975, // 28 of 28
        ["CueThenQuote/Pronoun"] = 0.886, // 3 of 3
        ["Naming/BareName"] = 0.938, // 39 of 41
        ["Naming/BareName/holds-cue"] = 0.867, // 2 of 2
        ["Naming/DistantName"] = 0.927, // 7 of 7
        ["Naming/FullName"] = 0.925, // 19 of 20
        ["Naming/FullName/holds-cue"] = 0.886, // 3 of 3
        ["OwnParagraph/DistantNeighbour"] = 0.880, // 32 of 36
        ["OwnParagraph/Neighbour"] = 0.965, // 46 of 47
        ["OwnParagraph/Subject"] = 0.822, // 19 of 23
        ["Participle/BareName"] = 0.963, // 96 of 99
        ["Participle/BareName/holds-cue"] = 0.888, // 11 of 12
        ["Participle/DistantName"] = 0.867, // 2 of 2
        ["Participle/FullName"] = 0.962, // 42 of 43
        ["Participle/FullName/holds-cue"] = 0.911, // 5 of 5
        ["Participle/Pronoun"] = 0.745, // 5 of 7
        ["Participle/SurePronoun"] = 0.743, // 2 of 3
        ["QuoteThenCue/BareName"] = 0.979, // 883 of 901
        ["QuoteThenCue/DistantName"] = 0.962, // 17 of 17
        ["QuoteThenCue/FullName"] = 0.998, // 515 of 515
        ["QuoteThenCue/Pronoun"] = 0.900, // 67 of 74
        ["QuoteThenCue/Pronoun/holds-cue"] = 0.840, // 1 of 1
        ["QuoteThenCue/SurePronoun"] = 0.960, // 16 of 16
        ["SameParagraph/DistantNeighbour"] = 0.867, // 28 of 32
        ["SameParagraph/Neighbour"] = 0.989, // 690 of 697
        ["SameParagraph/Subject"] = 0.700, // 1 of 2
        ["TrailingCue/BareName"] = 0.963, // 44 of 45
        ["TrailingCue/BareName/holds-cue"] = 0.920, // 6 of 6
        ["TrailingCue/FullName"] = 0.977, // 31 of 31
        ["TrailingCue/FullName/holds-cue"] = 0.900, // 4 of 4
        ["TrailingCue/Pronoun"] = 0.920, // 6 of 6
        ["TrailingCue/Pronoun/holds-cue"] = 0.700, // 1 of 2
        ["TrailingCue/SurePronoun"] = 0.867, // 2 of 2
        ["Uncued/DistantNeighbour"] = 0.867, // 2 of 2
        ["Uncued/Neighbour"] = 0.920, // 6 of 6
        ["Uncued/Subject"] = 0.838, // 58 of 69
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of the bucket that a quote is measured in.</summary>
    public static string BasisOf(Draft draft, Attribution speaker) =>
        draft.HoldsCue ? $"{draft.Frame}/{speaker.Ground}/holds-cue" : $"{draft.Frame}/{speaker.Ground}";

    public static double Of(string basis) => _measured.GetValueOrDefault(basis, Unmeasured);
}
