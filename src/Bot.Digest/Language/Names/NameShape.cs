namespace Bot.Digest.Language.Names;

/// <summary>Evidence from the words of a name itself.</summary>
public static class NameShape
{
    private const int LongestWhole = 40; // characters of the longest name in the lists, with room

    /// <summary>The features of the words from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public static NameFeatures Of(TextAnalysis text, int first, int end)
    {
        var found = WordsIn(text, first, end) switch
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
        found |= Together(found) | EndsFull(text, first, end);
        const NameFeatures person = NameFeatures.GivenNameFirst | NameFeatures.Initial;
        if ((found & person) == person)
        {
            found &= ~(NameFeatures.OrganisationLast | NameFeatures.CommonLast); // "Ann H. Tribe"
        }

        var whole = ClassesOf(text, first, end);
        found |= If((whole & WordClass.Places) != 0, NameFeatures.PlaceWhole);
        return found | If(end - first > 1 && (whole & WordClass.OrganisationWords) != 0, NameFeatures.OrganisationLast);
    }

    /// <summary>What the first and the last word say together.</summary>
    private static NameFeatures Together(NameFeatures found)
    {
        var (given, family) = ((found & NameFeatures.GivenNameFirst) != 0, (found & NameFeatures.FamilyNameLast) != 0);
        if ((found & NameFeatures.OneWord) != 0)
        {
            return If(given, NameFeatures.GivenAlone) | If(family, NameFeatures.FamilyAlone);
        }

        return If(given && family, NameFeatures.GivenAndFamily)
            | If(given && (found & NameFeatures.UnknownLast) != 0, NameFeatures.GivenAndUnknown);
    }

    /// <summary>A given and a family name at the end of a longer form ("Sir Famer Ann Lee").</summary>
    private static NameFeatures EndsFull(TextAnalysis text, int first, int end) =>
        If(end - first > 2 && NameWords.IsGiven(text, end - 2) && text.Tokens[end - 1].Is(NameWords.Family), NameFeatures.GivenAndFamily);

    /// <summary>The words, not counting the marks of a nickname and what they hold.</summary>
    private static int WordsIn(TextAnalysis text, int first, int end)
    {
        var (count, inMarks) = (0, false);
        for (var token = first; token < end; token++)
        {
            inMarks = text.Tokens[token].Kind == TokenKind.OpenQuote || (inMarks && text.Tokens[token].Kind != TokenKind.CloseQuote);
            count += text.Tokens[token].Kind == TokenKind.Word && !inMarks ? 1 : 0;
        }

        return count;
    }

    private static NameFeatures OfWord(TextAnalysis text, int token, int first, int end)
    {
        var word = text.Tokens[token];
        var letters = text.Word(token);
        var found = NameFeatures.None;
        found |= If(word.Is(WordClass.Demonyms), NameFeatures.Demonym);
        found |= If(word.Is(WordClass.CalendarWords), NameFeatures.CalendarWord);
        found |= If(word.Is(WordClass.NameSuffixes), NameFeatures.Suffix);
        found |= If(NameWords.IsInitial(text, token), NameFeatures.Initial);
        found |= If(NameWords.IsAllCapitals(letters) && !word.Is(WordClass.NameSuffixes) && !NameWords.IsInitial(text, token), NameFeatures.AllCapitals);
        found |= If(char.IsLower(letters[0]), NameFeatures.Particle);
        found |= If(word.Is(WordClass.OrganisationWords | WordClass.ThingsNamedAfter) && token < end - 1, NameFeatures.OrganisationInside);
        found |= If(word.Is(WordClass.Roles | NameWords.AnyTitle) && !word.Is(WordClass.FamilyNames) && token > first, NameFeatures.RoleWord);
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
        found |= If(word.Is(WordClass.OrganisationWords) && !word.Is(WordClass.FamilyNames), NameFeatures.OrganisationLast);
        found |= If(word.Is(WordClass.Places), NameFeatures.PlaceLast);
        found |= If(word.Is(WordClass.CommonWords | WordClass.FunctionWords), NameFeatures.CommonLast);
        found |= If(word.Classes == WordClass.None && letters[^1] == 's', NameFeatures.PluralLast);
        found |= If(letters.IndexOf('-') > 0 && char.IsLower(letters[letters.IndexOf('-') + 1]), NameFeatures.HyphenatedGivenName);
        return found | If(word.Classes == WordClass.None, NameFeatures.UnknownLast);
    }

    /// <summary>The lists that hold all words together ("Hong Kong").</summary>
    private static WordClass ClassesOf(TextAnalysis text, int first, int end)
    {
        if (end - first == 1)
        {
            return text.Tokens[first].Classes;
        }

        Span<char> joined = stackalloc char[LongestWhole];
        var length = 0;
        for (var token = first; token < end; token++)
        {
            var word = text.Word(token);
            if (length + word.Length + 1 > LongestWhole)
            {
                return WordClass.None;
            }

            word.CopyTo(joined[length..]);
            length += word.Length;
            joined[length++] = '_';
        }

        return text.Language.Lexicon.ClassesOf(joined[..(length - 1)]);
    }

    private static NameFeatures If(bool holds, NameFeatures feature) => holds ? feature : NameFeatures.None;
}
