using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.English.Names;

/// <summary>Roles directly after a name: an apposition and a relative clause.</summary>
internal static class RoleAfter
{
    private const int Longest = 18; // tokens

    /// <summary>The roles behind a name, as ranges of tokens.</summary>
    /// <param name="at">First token after the name.</param>
    /// <param name="end">End of the sentence.</param>
    public static IEnumerable<Range> Find(TextAnalysis text, int at, int end)
    {
        if (at + 1 >= end || !text.Is(at, ","))
        {
            return [];
        }

        at++;
        if (text.Tokens[at].Kind == TokenKind.Number && at + 2 < end && text.Is(at + 1, ","))
        {
            at += 2; // ", 54, a farmer"
        }

        var apposition = IsWho(text, at) ? at..at : Apposition(text, at, end);
        var next = apposition.End.Value;
        var relative = next < end && IsWho(text, next) ? Relative(text, next, end) : next..next;
        return new[] { apposition, relative }.Where(range => range.Start.Value < range.End.Value);
    }

    /// <summary>", a member of the council"; empty when the words tell no role.</summary>
    private static Range Apposition(TextAnalysis text, int first, int end)
    {
        var none = end..end;
        if (text.Tokens[first].Is(WordClass.FunctionWords) && !OpensApposition(text.Word(first)))
        {
            return none;
        }

        var hasRole = false;
        var at = first;
        for (; at < end && at - first <= Longest; at++)
        {
            if (IsWho(text, at) || (EndsPhrase(text, at) && !IsPlaceComma(text, at, end, hasRole)) || (hasRole && IsAndPerson(text, at, end)))
            {
                break;
            }

            var isRole = IsRole(text, at, first);
            var isNextPerson = isRole && at + 1 < end && text.IsCapitalised(at + 1) && NameWords.IsGiven(text, at + 1); // ", coach Ann Lee"
            if (isNextPerson || text.Tokens[at].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) || (!hasRole && !isRole && LeavesNoun(text, at, first)))
            {
                return none;
            }

            hasRole |= isRole;
        }

        return !hasRole || at - first > Longest || (at - first == 1 && RoleWords.IsVague(text.Word(first))) ? none : first..at;
    }

    /// <summary>", who leads the institute": only verbs that tell a role.</summary>
    private static Range Relative(TextAnalysis text, int who, int end)
    {
        var verb = who + 1;
        if (verb >= end || !RoleWords.TellsRole(text.Word(verb)))
        {
            return end..end;
        }

        var at = verb + 1;
        var copula = text.Word(verb) is "is" or "was";
        var hasRole = !copula;
        while (at < end && at - verb <= Longest && !EndsPhrase(text, at) && !text.Tokens[at].Is(WordClass.SpeechVerbs))
        {
            hasRole |= text.Tokens[at].Is(WordClass.Roles);
            at++;
        }

        return hasRole && at - verb is > 1 and <= Longest ? (copula ? verb + 1 : verb)..at : end..end;
    }

    private static bool IsRole(TextAnalysis text, int at, int first) =>
        (text.Tokens[at].Is(WordClass.Roles) || (text.Tokens[at].Is(WordClass.Titles) && text.Word(at)[^1] != 's' && !RoleWords.IsChain(text.Word(at))))
        || (text.Is(first, "one") && IsPlural(text, at));

    /// <summary>"a former diplomat and Ann Lee".</summary>
    private static bool IsAndPerson(TextAnalysis text, int at, int end) =>
        at + 1 < end && text.Is(at, "and") && text.IsCapitalised(at + 1) && NameWords.IsGiven(text, at + 1);

    /// <summary>Small words with which an apposition begins.</summary>
    private static bool OpensApposition(ReadOnlySpan<char> word) => word is "a" or "an" or "the" or "one" or "another" or "now" or "then" or "once" or "also" or "both";

    /// <summary>A small word or a verb before any role noun: what follows says something else. "one of the council's members" may go on.</summary>
    private static bool LeavesNoun(TextAnalysis text, int at, int first) =>
        (at > first && text.Tokens[at].Is(WordClass.FunctionWords) && !text.Is(first, "one") && !OpensApposition(text.Word(at)))
        || (!text.IsCapitalised(at) && RoleWords.IsVerb(text.Word(at)));

    private static bool EndsPhrase(TextAnalysis text, int token) =>
        text.Tokens[token].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.Punctuation or TokenKind.Symbol
        && text.Word(token) is not "-" and not "&" and not "/";

    /// <summary>"a Hollywood, Fla., rabbi": the commas round a state.</summary>
    private static bool IsPlaceComma(TextAnalysis text, int token, int end, bool hasRole) =>
        !hasRole && token + 1 < end && text.Is(token, ",")
        && (text.Tokens[token + 1].Is(WordClass.Places | WordClass.Abbreviations) || text.Tokens[token - 1].Is(WordClass.Abbreviations));

    private static bool IsWho(TextAnalysis text, int token) => text.Word(token) is "who";

    /// <summary>"key figures": the plural of a role noun.</summary>
    private static bool IsPlural(TextAnalysis text, int token)
    {
        var word = text.Word(token);
        return word.Length > 3 && word[^1] == 's' && (text.Language.Lexicon.ClassesOf(word[..^1]) & WordClass.Roles) != 0;
    }
}
