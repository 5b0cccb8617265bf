namespace Bot.Digest.Language.Names;

/// <summary>What a single token can be in a name.</summary>
internal static class NameWords
{
    public const WordClass Given = WordClass.FemaleNames | WordClass.MaleNames;
    public const WordClass Family = WordClass.FamilyNames | WordClass.FamilyFirstNames;
    public const WordClass AnyTitle = WordClass.Titles | WordClass.MaleTitles | WordClass.FemaleTitles;

    /// <summary>Words that no person is called alone.</summary>
    public const WordClass Impersonal =
        WordClass.OrganisationWords | WordClass.Demonyms | WordClass.CalendarWords | WordClass.CommonWords | WordClass.FunctionWords;

    /// <summary>The same for a word in any case.</summary>
    public static int HashOf(ReadOnlySpan<char> word) => string.GetHashCode(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Capitalised, or a small joined particle before a capital ("al-Assad", "d'Estaing").</summary>
    public static bool IsNameWord(TextAnalysis text, int token) =>
        text.Tokens[token].Kind == TokenKind.Word && (text.IsCapitalised(token) || HasJoinedParticle(text.Word(token)));

    /// <summary>A given name; of a hyphenated one ("Jean-Luc") the first part decides.</summary>
    public static bool IsGiven(TextAnalysis text, int token) => GivenClasses(text, token) != 0;

    /// <summary>Which lists of given names hold the word or the first part of a hyphenated one.</summary>
    public static WordClass GivenClasses(TextAnalysis text, int token)
    {
        var whole = text.Tokens[token].Classes & Given;
        if (whole != 0)
        {
            return whole;
        }

        var word = text.Word(token);
        var hyphen = word.IndexOfAny('-', '\u2010', '\u2011');
        return hyphen > 1 ? Lexicon.ClassesOf(word[..hyphen]) & Given : WordClass.None;
    }

    /// <summary>"J.", "J.D.", "BJ" is none: a letter with a full stop, or one capital letter.</summary>
    public static bool IsInitial(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0])) || (word.Length is 2 or 4 or 6 && word[^1] == '.' && char.IsUpper(word[0]) && word[1] == '.');

    /// <summary>Two or more capital letters and no small one.</summary>
    public static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1;
    }

    private static bool HasJoinedParticle(ReadOnlySpan<char> word)
    {
        var joint = word.IndexOfAny("-'’");
        return joint is > 0 and < 4 && joint + 1 < word.Length && char.IsUpper(word[joint + 1])
            && (word[joint] == '-' ? (Lexicon.ClassesOf(word[..joint]) & WordClass.NameParticles) != 0 : joint == 1 && word[0] is 'd' or 'l');
    }
}
