using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.English.Names;

/// <summary>The role directly before a name: titles, what stands with them, whose they are.</summary>
internal static class RoleBefore
{
    private const int MostWords = 6; // in front of the title

    /// <summary>Its tokens; null when there is none.</summary>
    /// <param name="start">First token of the sentence.</param>
    public static Range? Find(TextAnalysis text, NameCandidate name, int start)
    {
        var isOffice = HasOffice(text, name.TitleToken, name.FirstToken);
        var first = WithOffice(text, name.RunToken, start);
        if (!isOffice && first == name.RunToken && !IsRoleInSmallLetters(text, name, start))
        {
            return null;
        }

        isOffice |= first < name.RunToken;
        first = WithOwner(text, WithAdjectives(text, first, start, isOffice), start);
        var end = name.FirstToken;
        while (end > first && RoleWords.IsHonorific(text.Word(end - 1)))
        {
            end--;
        }

        var tells = end - first > 1
            || (end > first && !text.Tokens[first].Is(WordClass.MaleTitles | WordClass.FemaleTitles) && !RoleWords.IsVague(text.Word(first)));
        return tells ? first..end : null;
    }

    /// <summary>"coach Ann Lee", "chief engineer Dr. Ann Lee".</summary>
    private static bool IsRoleInSmallLetters(TextAnalysis text, NameCandidate name, int start)
    {
        var before = name.TitleToken - 1;
        return name.RunToken == name.TitleToken && before >= start && text.Tokens[before].Is(WordClass.Roles | WordClass.Titles)
            && !text.IsCapitalised(before);
    }

    private static int WithAdjectives(TextAnalysis text, int first, int start, bool isOffice)
    {
        for (var words = 0; first > start && words < MostWords && IsAdjective(text, first - 1); words++)
        {
            if (isOffice && !text.IsCapitalised(first - 1) && !RoleWords.IsChain(text.Word(first - 1)))
            {
                break; // "they support President Lee", but "former President Lee"
            }

            first--;
        }

        return first;
    }

    /// <summary>"Norrmark's harbour minister": whose.</summary>
    private static int WithOwner(TextAnalysis text, int first, int start)
    {
        if (first - 2 < start || text.Tokens[first - 1].Kind != TokenKind.Possessive || !text.IsCapitalised(first - 2))
        {
            return first;
        }

        var owner = first - 1;
        while (owner > start && NameWords.IsNameWord(text, owner - 1) && !text.Tokens[owner - 1].Is(WordClass.FunctionWords))
        {
            owner--;
        }

        return owner < first - 1 ? owner : first;
    }

    /// <summary>"Secretary of State Ann Lee": the office goes on to the left of the small word.</summary>
    private static int WithOffice(TextAnalysis text, int first, int start)
    {
        if (first - 2 < start || !text.Is(first - 1, "of") || !text.Tokens[first - 2].Is(WordClass.Titles) || !text.IsCapitalised(first - 2))
        {
            return first;
        }

        first -= 2;
        while (first > start && NameWords.IsNameWord(text, first - 1) && !text.Tokens[first - 1].Is(WordClass.FunctionWords))
        {
            first--;
        }

        return first;
    }

    /// <summary>Whether a title says more than Mr or Dr.</summary>
    private static bool HasOffice(TextAnalysis text, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (text.Tokens[token].Is(WordClass.Titles | WordClass.Roles) && !RoleWords.IsHonorific(text.Word(token)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word in front of a role that can belong to it: no function word, no verb, no sentence opener.</summary>
    private static bool IsAdjective(TextAnalysis text, int token)
    {
        const WordClass ends = WordClass.FunctionWords | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.OpenVerbs | WordClass.CalendarWords;
        var word = text.Tokens[token];
        return word.Kind == TokenKind.Word && !word.Is(ends) && (text.IsCapitalised(token) ? !word.Is(WordClass.CommonWords) : !RoleWords.IsVerb(text.Word(token)));
    }
}
