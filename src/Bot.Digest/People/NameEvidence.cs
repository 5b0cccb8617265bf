using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>Gathers what speaks for a group of names being a person, from all of its mentions.</summary>
internal static class NameEvidence
{
    /// <summary>Sets the features, the chance and the gender of a group.</summary>
    public static void Weigh(TextAnalysis text, List<NameCandidate> names, NameGroup group, SmallWords small)
    {
        var fullest = names[Fullest(text, names, group)];
        var features = NameShape.Of(text, fullest.FirstToken, fullest.EndToken);
        var (afterThe, afterPlace, sentenceStart, credits, gender) = (0, 0, 0, 0, 0);
        foreach (var mention in group.Candidates)
        {
            var name = names[mention];
            features |= text.Language.Names.ContextOf(text, name);
            afterThe += text.Language.Names.IsAfterThe(text, name) ? 1 : 0;
            afterPlace += text.Language.Names.IsAfterPlacePreposition(text, name) ? 1 : 0;
            sentenceStart += name.RunToken == text.Sentences[name.Sentence].FirstToken ? 1 : 0;
            credits += text.Language.Names.IsCredit(text, name) ? 1 : 0;
            gender += 3 * TitleGender(text, name);
            features |= If(IsBare(text, name, fullest), NameFeatures.UsedBare);
        }

        features |= If(afterThe * 2 > group.Candidates.Count, NameFeatures.MostlyAfterThe);
        features |= If(afterPlace * 2 > group.Candidates.Count, NameFeatures.MostlyAfterPlacePreposition);
        features |= If(sentenceStart == group.Candidates.Count, NameFeatures.OnlySentenceStart);
        features |= If(credits == group.Candidates.Count, NameFeatures.OnlyCredit);
        features |= If(group.Candidates.Count > 1, NameFeatures.Repeated);
        var often = group.Candidates.Count > 2;
        features |= If(often && (features & (NameFeatures.GivenAlone | NameFeatures.FamilyAlone)) == NameFeatures.GivenAlone, NameFeatures.GivenAloneRepeated);
        features |= If(often && (features & NameFeatures.FamilyAlone) != 0, NameFeatures.FamilyAloneRepeated);
        features |= If(IsTitledName(features), NameFeatures.TitledOneWord);
        features |= If(Has(features, NameFeatures.FamilyAlone | NameFeatures.SpeechVerbBeside) && (features & NameFeatures.MostlyAfterThe) == 0, NameFeatures.FamilyAloneSpeaks);
        features |= If(IsUnknownActor(features), NameFeatures.UnknownActs);
        features |= If(small.Has(text.Word(fullest.FirstToken)), NameFeatures.InSmallLettersFirst);
        features |= If(small.Has(text.Word(fullest.EndToken - 1)), NameFeatures.InSmallLettersLast);
        group.Features = features;
        group.Chance = text.Language.Names.ChanceOf(features);
        group.GenderVotes = gender + GivenNameGender(text, fullest);
        group.Gender = Math.Sign(group.GenderVotes);
    }

    private static bool IsUnknownActor(NameFeatures features)
    {
        const NameFeatures acts = NameFeatures.UsedBare | NameFeatures.WhoAfter | NameFeatures.RoleAfter;
        const NameFeatures other = NameFeatures.OrganisationLast | NameFeatures.OrganisationInside | NameFeatures.PlaceFirst | NameFeatures.PlaceLast
            | NameFeatures.Demonym | NameFeatures.AllCapitals | NameFeatures.CommonFirst | NameFeatures.CommonLast | NameFeatures.MostlyAfterThe
            | NameFeatures.InSmallLettersFirst | NameFeatures.InSmallLettersLast | NameFeatures.OneWord | NameFeatures.GivenNameFirst | NameFeatures.PluralLast;
        return (features & acts) != 0 && (features & other) == 0;
    }

    private static bool Has(NameFeatures features, NameFeatures all) => (features & all) == all;

    /// <summary>"Mr. Quill", not "Governor Sunday" or "Miss Norway": one word behind a title that is nothing else and that acts or comes again.</summary>
    private static bool IsTitledName(NameFeatures features)
    {
        const NameFeatures other = NameFeatures.PlaceWhole | NameFeatures.Demonym | NameFeatures.CalendarWord | NameFeatures.CommonFirst
            | NameFeatures.AllCapitals | NameFeatures.InSmallLettersFirst | NameFeatures.PluralLast | NameFeatures.InMarks | NameFeatures.OrganisationLast;
        const NameFeatures title = NameFeatures.Honorific | NameFeatures.Title;
        const NameFeatures acts = NameFeatures.Repeated | NameFeatures.SpeechVerbBeside | NameFeatures.OpenVerbAfter | NameFeatures.WhoAfter | NameFeatures.RoleAfter;
        return (features & NameFeatures.OneWord) != 0 && (features & title) != 0 && (features & acts) != 0 && (features & other) == 0;
    }

    /// <summary>Whether a mention is the family name alone, as people are called after their first mention; not "the Canaries", not "Norway".</summary>
    private static bool IsBare(TextAnalysis text, NameCandidate name, NameCandidate fullest) =>
        name.Length == 1 && fullest.Length > 1 && !text.Language.Names.IsAfterThe(text, name)
        && !text.Tokens[name.FirstToken].Is(NameWords.Impersonal | WordClass.Places)
        && !text.Word(name.FirstToken).Equals(text.Word(fullest.FirstToken), StringComparison.Ordinal);

    /// <summary>Index of the candidate that shows the most of the name and least else.</summary>
    public static int Fullest(TextAnalysis text, List<NameCandidate> names, NameGroup group)
    {
        var best = group.Candidates[0];
        var bestWorth = int.MinValue;
        foreach (var candidate in group.Candidates)
        {
            var worth = 0;
            for (var token = names[candidate].FirstToken; token < names[candidate].EndToken; token++)
            {
                var alien = names[candidate].Length > 2 && text.Tokens[token].Is(NameWords.Impersonal) && !text.Tokens[token].Is(NameWords.Given | NameWords.Family | WordClass.NameParticles);
                worth += alien ? -3 : NameWords.IsAllCapitals(text.Word(token)) ? 1 : 2;
            }

            if (worth > bestWorth)
            {
                (best, bestWorth) = (candidate, worth);
            }
        }

        return best;
    }

    /// <summary>+1 she, -1 he, by the titles before a name ("Mrs", "Lord"); 0 when they do not tell.</summary>
    public static int TitleGender(TextAnalysis text, NameCandidate name)
    {
        var gender = 0;
        for (var token = name.TitleToken; token < name.FirstToken; token++)
        {
            gender += text.Tokens[token].Is(WordClass.FemaleTitles) ? 1 : text.Tokens[token].Is(WordClass.MaleTitles) ? -1 : 0;
        }

        return Math.Sign(gender);
    }

    private static int GivenNameGender(TextAnalysis text, NameCandidate name) =>
        name.Length < 2 || FamilyFirst.Reads(text, name.FirstToken, name.EndToken)
            ? 0
            : NameWords.GivenClasses(text, name.FirstToken) switch
            {
                WordClass.FemaleNames => 1,
                WordClass.MaleNames => -1,
                _ => 0,
            };

    private static NameFeatures If(bool holds, NameFeatures feature) => holds ? feature : NameFeatures.None;
}
