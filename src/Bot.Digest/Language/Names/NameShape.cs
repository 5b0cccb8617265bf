namespace Bot.Digest.Language.Names;

/// <summary>Evidence from the words of a name itself.</summary>
public static class NameShape
{
    private const int LongestPlace = 40; // characters of the longest name in the list of places, with room

    /// <summary>The features of the words from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public static NameFeatures Of(TextAnalysis text, int first, int end)
    {
        var found = (end - first) switch
        {
            1 => NameFeatures.OneWord,
            2 => NameFeatures.TwoWords,
            3 => NameFeatures.ThreeWords,
            _ => NameFeatures.MoreWords,
        };
        for (var token = first; token < end; token++)
        {
            found |= OfWord(text, token, first, end);
        }

        found |= OfFirst(text, first) | OfLast(text, end - 1);
        const NameFeatures both = NameFeatures.GivenNameFirst | NameFeatures.FamilyNameLast;
        if (end - first > 1 && (found & both) == both)
        {
            found |= NameFeatures.GivenAndFamily;
        }

        return IsPlace(text, first, end) ? found | NameFeatures.PlaceWhole : found;
    }

    private static NameFeatures OfWord(TextAnalysis text, int token, int first, int end)
    {
        var word = text.Tokens[token];
        var letters = text.Word(token);
        var found = NameFeatures.None;
        found |= If(word.Is(WordClass.Demonyms), NameFeatures.Demonym);
        found |= If(word.Is(WordClass.CalendarWords), NameFeatures.CalendarWord);
        found |= If(word.Is(WordClass.NameSuffixes), NameFeatures.Suffix);
        found |= If(NameWords.IsInitial(letters), NameFeatures.Initial);
        found |= If(NameWords.IsAllCapitals(letters) && !word.Is(WordClass.NameSuffixes) && !NameWords.IsInitial(letters), NameFeatures.AllCapitals);
        found |= If(char.IsLower(letters[0]), NameFeatures.Particle);
        found |= If(word.Is(WordClass.OrganisationWords) && token < end - 1, NameFeatures.OrganisationInside);
        found |= If(word.Is(WordClass.Roles | NameWords.AnyTitle) && token > first, NameFeatures.RoleWord);
        found |= If(token > first && NameWords.IsGiven(text, token), NameFeatures.GivenNameLater);
        return found | If(letters.Length > 3 && letters[1..].IndexOfAnyInRange('A', 'Z') >= 0 && letters.IndexOfAnyInRange('a', 'z') >= 0, NameFeatures.InnerCapital);
    }

    private static NameFeatures OfFirst(TextAnalysis text, int first)
    {
        var word = text.Tokens[first];
        var found = If(NameWords.IsGiven(text, first), NameFeatures.GivenNameFirst);
        found |= If(word.Is(WordClass.FamilyFirstNames), NameFeatures.FamilyNameFirst);
        found |= If(word.Is(WordClass.Places), NameFeatures.PlaceFirst);
        found |= If(word.Is(WordClass.CommonWords | WordClass.FunctionWords), NameFeatures.CommonFirst);
        return found | If(word.Classes == WordClass.None, NameFeatures.UnknownFirst);
    }

    private static NameFeatures OfLast(TextAnalysis text, int last)
    {
        var word = text.Tokens[last];
        var letters = text.Word(last);
        var found = If(word.Is(NameWords.Family), NameFeatures.FamilyNameLast);
        found |= If(word.Is(WordClass.OrganisationWords), NameFeatures.OrganisationLast);
        found |= If(word.Is(WordClass.Places), NameFeatures.PlaceLast);
        found |= If(word.Is(WordClass.CommonWords | WordClass.FunctionWords), NameFeatures.CommonLast);
        found |= If(word.Classes == WordClass.None && letters[^1] == 's', NameFeatures.PluralLast);
        found |= If(letters.IndexOf('-') > 0 && char.IsLower(letters[letters.IndexOf('-') + 1]), NameFeatures.HyphenatedGivenName);
        return found | If(word.Classes == WordClass.None, NameFeatures.UnknownLast);
    }

    /// <summary>Whether all words together are in the list of places ("Hong Kong").</summary>
    private static bool IsPlace(TextAnalysis text, int first, int end)
    {
        if (end - first == 1)
        {
            return text.Tokens[first].Is(WordClass.Places);
        }

        Span<char> joined = stackalloc char[LongestPlace];
        var length = 0;
        for (var token = first; token < end; token++)
        {
            var word = text.Word(token);
            if (length + word.Length + 1 > LongestPlace)
            {
                return false;
            }

            word.CopyTo(joined[length..]);
            length += word.Length;
            joined[length++] = '_';
        }

        return (Lexicon.ClassesOf(joined[..(length - 1)]) & WordClass.Places) != 0;
    }

    private static NameFeatures If(bool holds, NameFeatures feature) => holds ? feature : NameFeatures.None;
}
