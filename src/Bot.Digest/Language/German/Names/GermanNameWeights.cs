using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.German.Names;

/// <summary>
/// Log-odds that a German name is a person's: a sum of one weight for each feature. Set by hand, as no annotated German names were at
/// hand: a given name, a title or a role before it decides; the others lean one way or the other.
/// </summary>
internal static class GermanNameWeights
{
    public static readonly FeatureWeights All = new(
        -1.2,
        (NameFeatures.OneWord, -1.5), (NameFeatures.ThreeWords, -0.3), (NameFeatures.MoreWords, -1),
        (NameFeatures.GivenNameFirst, 2.6), (NameFeatures.GivenNameLater, 0.4), (NameFeatures.FamilyNameLast, 0.8), (NameFeatures.FamilyNameFirst, 0.6),
        (NameFeatures.HyphenatedGivenName, 1), (NameFeatures.Initial, 1), (NameFeatures.Particle, 0.7), (NameFeatures.Suffix, 0.5),
        (NameFeatures.PlaceWhole, -4), (NameFeatures.PlaceFirst, -1), (NameFeatures.OrganisationLast, -3.5), (NameFeatures.OrganisationInside, -2),
        (NameFeatures.Demonym, -2), (NameFeatures.CalendarWord, -3), (NameFeatures.CommonFirst, -2), (NameFeatures.CommonLast, -2),
        (NameFeatures.AllCapitals, -2), (NameFeatures.RoleWord, -1), (NameFeatures.InnerCapital, -0.5),
        (NameFeatures.GivenAndFamily, 0.5), (NameFeatures.Honorific, 3), (NameFeatures.Title, 2.5), (NameFeatures.RoleBefore, 2.8),
        (NameFeatures.SpeechVerbBeside, 1.5), (NameFeatures.WhoAfter, 0.8), (NameFeatures.AgeAfter, 2), (NameFeatures.RoleAfter, 1.5),
        (NameFeatures.BracketAfter, 0.3), (NameFeatures.MostlyAfterThe, -2.5), (NameFeatures.MostlyAfterPlacePreposition, -1.5),
        (NameFeatures.UsedBare, 1), (NameFeatures.Repeated, 0.2), (NameFeatures.OnlyCredit, -5), (NameFeatures.InMarks, -3), (NameFeatures.AmpersandBeside, -2));
}
