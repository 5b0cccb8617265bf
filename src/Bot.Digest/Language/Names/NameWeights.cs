using System.Numerics;

namespace Bot.Digest.Language.Names;

/// <summary>
/// Log-odds that a name is a person's: a sum of one weight for each feature. The weights were fitted by logistic regression on the names of
/// 654 English-language news articles, 59 of them with people listed by hand, the rest labelled by another program and weighing 3 % as
/// much, with hand-set weights as the prior; measured in five folds on the 59 articles: precision 0.90 at recall 0.90.
/// TitledOneWord is set by hand: the fitted articles introduce nearly everybody by a full name, so they say little about "Mr. Quill" alone.
/// </summary>
public static class NameWeights
{
    private const double Bias = -0.51;

    private static readonly double[] _weights = Read(
        (NameFeatures.OneWord, -2.04), (NameFeatures.TwoWords, -0.39), (NameFeatures.ThreeWords, -0.86),
        (NameFeatures.MoreWords, -1.16), (NameFeatures.GivenNameFirst, 1.59), (NameFeatures.GivenNameLater, 0.26),
        (NameFeatures.FamilyNameLast, 0.58), (NameFeatures.FamilyNameFirst, 0.87), (NameFeatures.HyphenatedGivenName, 1.34),
        (NameFeatures.Initial, 1.37), (NameFeatures.Particle, 0.85), (NameFeatures.Suffix, 0.23), (NameFeatures.PlaceWhole, -3.08),
        (NameFeatures.PlaceFirst, -0.6), (NameFeatures.PlaceLast, -0.21), (NameFeatures.OrganisationLast, -3.22),
        (NameFeatures.OrganisationInside, -0.99), (NameFeatures.Demonym, -1.4), (NameFeatures.CalendarWord, -1.76),
        (NameFeatures.CommonFirst, -0.98), (NameFeatures.CommonLast, -0.73), (NameFeatures.AllCapitals, -1.25),
        (NameFeatures.RoleWord, -1.33), (NameFeatures.UnknownFirst, -0.2), (NameFeatures.UnknownLast, -0.22),
        (NameFeatures.InSmallLettersFirst, -1.52), (NameFeatures.InSmallLettersLast, -1.14), (NameFeatures.InnerCapital, -0.26),
        (NameFeatures.PluralLast, -1.23), (NameFeatures.GivenAndFamily, 0.43), (NameFeatures.GivenAlone, 0.21),
        (NameFeatures.FamilyAlone, 0.3), (NameFeatures.Honorific, 0.42), (NameFeatures.Title, 1.81), (NameFeatures.RoleBefore, 1.48),
        (NameFeatures.SpeechVerbBeside, 0.27), (NameFeatures.OpenVerbAfter, -0.07), (NameFeatures.PastVerbAfter, 0.35),
        (NameFeatures.WhoAfter, 1.12), (NameFeatures.AgeAfter, 3.14), (NameFeatures.RoleAfter, 1.69), (NameFeatures.Possessive, 0.46),
        (NameFeatures.OfAfter, -0.1), (NameFeatures.PlaceAfterComma, -0.24), (NameFeatures.BracketAfter, -0.07),
        (NameFeatures.OnlySentenceStart, -0.63), (NameFeatures.MostlyAfterThe, -1.26),
        (NameFeatures.MostlyAfterPlacePreposition, -1.67), (NameFeatures.UsedBare, 0.48), (NameFeatures.Repeated, 0.01),
        (NameFeatures.AfterPersonPreposition, 0.6), (NameFeatures.OrganisationAfter, -1.72), (NameFeatures.AfterArticleA, -1.24),
        (NameFeatures.NounAfter, -0.61), (NameFeatures.OnlyCredit, -5.35), (NameFeatures.NumberAfter, -1.28),
        (NameFeatures.InMarks, -0.54), (NameFeatures.AmpersandBeside, -1.89), (NameFeatures.TitledOneWord, 3),
        (NameFeatures.GivenAndUnknown, 1.14), (NameFeatures.GivenAloneRepeated, 1.35), (NameFeatures.FamilyAloneRepeated, 0.21));

    /// <summary>The chance, 0 to 1, that a name with these features is a person's.</summary>
    public static double Chance(NameFeatures features) => 1 / (1 + Math.Exp(-LogOdds(features)));

    /// <summary>The sum of the weights.</summary>
    public static double LogOdds(NameFeatures features)
    {
        var sum = Bias;
        for (var left = (ulong)features; left != 0; left &= left - 1)
        {
            sum += _weights[BitOperations.TrailingZeroCount(left)];
        }

        return sum;
    }

    private static double[] Read(params ReadOnlySpan<(NameFeatures Feature, double Weight)> weights)
    {
        var table = new double[64];
        foreach (var (feature, weight) in weights)
        {
            table[BitOperations.TrailingZeroCount((ulong)feature)] = weight;
        }

        return table;
    }
}
