using System.Numerics;

namespace Bot.Digest.Language.Names;

/// <summary>Log-odds that a name is a person's: a sum of one weight for each feature.</summary>
public static class NameWeights
{
    private const double Bias = -1.5;

    private static readonly double[] _weights = Read(
        (NameFeatures.OneWord, -1.5), (NameFeatures.TwoWords, 0.5), (NameFeatures.ThreeWords, 0.2), (NameFeatures.MoreWords, -1),
        (NameFeatures.GivenNameFirst, 2.2), (NameFeatures.GivenNameLater, 0.2), (NameFeatures.FamilyNameLast, 1), (NameFeatures.FamilyNameFirst, 0.7),
        (NameFeatures.HyphenatedGivenName, 1.5), (NameFeatures.Initial, 1), (NameFeatures.Particle, 0.5), (NameFeatures.Suffix, 1.5),
        (NameFeatures.PlaceWhole, -4), (NameFeatures.PlaceFirst, -1.2), (NameFeatures.PlaceLast, -1), (NameFeatures.OrganisationLast, -3),
        (NameFeatures.OrganisationInside, -1.5), (NameFeatures.Demonym, -2), (NameFeatures.CalendarWord, -1.5), (NameFeatures.CommonFirst, -1.5),
        (NameFeatures.CommonLast, -1.5), (NameFeatures.AllCapitals, -1.2), (NameFeatures.RoleWord, -0.8), (NameFeatures.UnknownFirst, 0.2),
        (NameFeatures.UnknownLast, 0.5), (NameFeatures.InSmallLettersFirst, -1), (NameFeatures.InSmallLettersLast, -1), (NameFeatures.PluralLast, -0.7),
        (NameFeatures.Honorific, 3), (NameFeatures.Title, 2), (NameFeatures.RoleBefore, 1.8), (NameFeatures.SpeechVerbBeside, 1.2),
        (NameFeatures.WhoAfter, 1.5), (NameFeatures.AgeAfter, 3), (NameFeatures.RoleAfter, 1.2), (NameFeatures.OfAfter, -0.5),
        (NameFeatures.MostlyAfterThe, -2.5), (NameFeatures.MostlyAfterPlacePreposition, -1.2), (NameFeatures.UsedBare, 2));

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
