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

    private const int LongestWithApostrophe = 64; // letters; longer ones are no names

    /// <summary>The same for a word in any case and with either apostrophe.</summary>
    public static int HashOf(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWithApostrophe || !word.Contains('’'))
        {
            return string.GetHashCode(word, StringComparison.OrdinalIgnoreCase);
        }

        Span<char> straight = stackalloc char[word.Length];
        word.Replace(straight, '’', '\'');
        return string.GetHashCode(straight, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Capitalised, or a small joined particle before a capital ("al-Assad", "d'Estaing").</summary>
    public static bool IsNameWord(TextAnalysis text, int token)
    {
        if (text.Tokens[token].Kind != TokenKind.Word)
        {
            return false;
        }

        return text.IsCapitalised(token)
            ? !HasSmallPart(text.Word(token)) || IsEastAsianGiven(text, token)
            : HasJoinedParticle(text.Word(token));
    }

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
        return hyphen > 1 && char.IsUpper(word[hyphen + 1]) ? text.Language.Lexicon.ClassesOf(word[..hyphen]) & Given : WordClass.None;
    }

    /// <summary>"J.", "J.D.", "J": capital letters with full stops, or one alone; not "U.S.".</summary>
    public static bool IsInitial(TextAnalysis text, int token) => text.Word(token) is var word
        && ((word.Length == 1 && char.IsUpper(word[0]))
            || (word.Length is 2 or 4 or 6 && word[^1] == '.' && char.IsUpper(word[0]) && word[1] == '.'
                && (text.Language.Lexicon.ClassesOf(word[..^1]) & (WordClass.Abbreviations | WordClass.Places)) == 0));

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

    /// <summary>"Alberta-based", "Min-bok": a small letter after a hyphen.</summary>
    private static bool HasSmallPart(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOfAny('-', '\u2010', '\u2011');
        return hyphen > 0 && hyphen + 1 < word.Length && char.IsLower(word[hyphen + 1]);
    }

    /// <summary>"Lee Min-bok", "Min-bok Lee": two syllables beside a family name that stands first; "Hong Kong-based" is none.</summary>
    private static bool IsEastAsianGiven(TextAnalysis text, int token)
    {
        var word = text.Word(token);
        var hyphen = word.IndexOfAny('-', '\u2010', '\u2011');
        return Syllable.Is(word[..hyphen]) && Syllable.Is(word[(hyphen + 1)..])
            && (IsFamilyFirst(text, token - 1) || IsFamilyFirst(text, token + 1));
    }

    private static bool IsFamilyFirst(TextAnalysis text, int token) =>
        token >= 0 && token < text.Tokens.Length && text.Tokens[token].Is(WordClass.FamilyFirstNames) && text.IsCapitalised(token);

    private static bool HasJoinedParticle(ReadOnlySpan<char> word)
    {
        var joint = word.IndexOfAny("-'’");
        return joint is > 0 and < 4 && joint + 1 < word.Length && char.IsUpper(word[joint + 1])
            && (word[joint] == '-' ? (Lexicon.Names.ClassesOf(word[..joint]) & WordClass.NameParticles) != 0 : joint == 1 && word[0] is 'd' or 'l');
    }
}
