using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.English.Names;

/// <summary>
/// Log-odds that a name is a person's: a sum of one weight for each feature. The weights were fitted by logistic regression on the names of
/// 654 English-language news articles, 59 of them with people listed by hand, the rest labelled by another program and weighing 3 % as
/// much, with hand-set weights as the prior; measured in five folds on the 59 articles: precision 0.90 at recall 0.90.
/// TitledOneWord and FamilyAloneSpeaks are set by hand: the fitted articles introduce nearly everybody by a full name, so they say little
/// about "Mr. Quill" and "Quill said" alone.
/// </summary>
internal static class NameWeights
{
    public static readonly FeatureWeights All = new(
        -0.5,
        (NameFeatures.OneWord, -2), (NameFeatures.TwoWords, -0.42), (NameFeatures.ThreeWords, -0.9), (NameFeatures.MoreWords, -1.17),
        (NameFeatures.GivenNameFirst, 1.64), (NameFeatures.GivenNameLater, 0.26), (NameFeatures.FamilyNameLast, 0.59),
        (NameFeatures.FamilyNameFirst, 0.86), (NameFeatures.HyphenatedGivenName, 1.35), (NameFeatures.Initial, 1.41),
        (NameFeatures.Particle, 0.83), (NameFeatures.Suffix, 0.24), (NameFeatures.PlaceWhole, -3.08),
        (NameFeatures.PlaceFirst, -0.59), (NameFeatures.PlaceLast, -0.17), (NameFeatures.OrganisationLast, -3.22),
        (NameFeatures.OrganisationInside, -0.96), (NameFeatures.Demonym, -1.38), (NameFeatures.CalendarWord, -1.77),
        (NameFeatures.CommonFirst, -0.97), (NameFeatures.CommonLast, -0.69), (NameFeatures.AllCapitals, -1.2),
        (NameFeatures.RoleWord, -1.45), (NameFeatures.UnknownFirst, -0.26), (NameFeatures.UnknownLast, -0.22),
        (NameFeatures.InSmallLettersFirst, -1.52), (NameFeatures.InSmallLettersLast, -1.13), (NameFeatures.InnerCapital, -0.25),
        (NameFeatures.PluralLast, -1.18), (NameFeatures.GivenAndFamily, 0.48), (NameFeatures.GivenAlone, 0.18),
        (NameFeatures.FamilyAlone, 0.27), (NameFeatures.Honorific, 0.39), (NameFeatures.Title, 1.83), (NameFeatures.RoleBefore, 1.5),
        (NameFeatures.SpeechVerbBeside, 0.2), (NameFeatures.OpenVerbAfter, -0.09), (NameFeatures.PastVerbAfter, 0.39),
        (NameFeatures.WhoAfter, 1.09), (NameFeatures.AgeAfter, 2.97), (NameFeatures.RoleAfter, 1.57), (NameFeatures.Possessive, 0.45),
        (NameFeatures.OfAfter, -0.13), (NameFeatures.PlaceAfterComma, -0.22), (NameFeatures.BracketAfter, -0),
        (NameFeatures.OnlySentenceStart, -0.62), (NameFeatures.MostlyAfterThe, -1.24),
        (NameFeatures.MostlyAfterPlacePreposition, -1.67), (NameFeatures.UsedBare, 0.37), (NameFeatures.Repeated, 0.03),
        (NameFeatures.AfterPersonPreposition, 0.56), (NameFeatures.OrganisationAfter, -1.68), (NameFeatures.AfterArticleA, -1.29),
        (NameFeatures.NounAfter, -0.59), (NameFeatures.OnlyCredit, -5.37), (NameFeatures.NumberAfter, -1.27),
        (NameFeatures.InMarks, -0.52), (NameFeatures.AmpersandBeside, -1.94), (NameFeatures.TitledOneWord, 3),
        (NameFeatures.GivenAndUnknown, 1.21), (NameFeatures.GivenAloneRepeated, 1.35), (NameFeatures.FamilyAloneRepeated, 0.19),
        (NameFeatures.FamilyAloneSpeaks, 2), (NameFeatures.UnknownActs, 1.59));
}
