using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.German.Names;

/// <summary>Reads roles before a name ("der bayerische Innenminister") and after it (", Sprecher der Polizei,").</summary>
internal static class GermanRoles
{
    private const int Longest = 10; // tokens of an apposition

    private const WordClass NoRole = WordClass.Auxiliaries | WordClass.Modals | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.SubjectPronouns | WordClass.ListWords;

    /// <summary>The tokens of the role directly before a name, with the adjectives before it; null when there is none.</summary>
    /// <param name="start">First token of the sentence.</param>
    public static Range? Before(TextAnalysis text, NameCandidate name, int start)
    {
        var end = name.FirstToken;
        while (end > start && text.Tokens[end - 1].Is(NameWords.AnyTitle) && (text.Word(end - 1)[^1] == '.' || !GermanWords.IsRole(text, end - 1)))
        {
            end--;
        }

        var first = end;
        while (first > start && text.IsCapitalised(first - 1) && GermanWords.IsRole(text, first - 1))
        {
            first--;
        }

        if (first == end)
        {
            return InFront(text, name, start);
        }

        var adjectives = first;
        while (adjectives > start && text.Tokens[adjectives - 1].Kind == TokenKind.Word && !text.Tokens[adjectives - 1].Is(WordClass.FunctionWords | WordClass.Determiners | WordClass.SpeechVerbs | WordClass.ClaimVerbs)
            && char.IsLower(text.Text[text.Tokens[adjectives - 1].Start]) && text.Word(adjectives - 1) is [.., 'e'] or [.., 'e', 'r' or 'n'])
        {
            adjectives--;
        }

        // Adjectives belong to the role only behind an article: "sprachen Minister Feld" has a verb there.
        return adjectives > start && text.Tokens[adjectives - 1].Is(WordClass.Determiners) ? adjectives..end : first..end;
    }

    /// <summary>"Der Leiter der Werft, Omar Feld, …": the role that the name stands in apposition to, its article left out; null where there is none.</summary>
    private static Range? InFront(TextAnalysis text, NameCandidate name, int start)
    {
        var comma = name.TitleToken - 1;
        if (comma <= start || !text.Is(comma, ",") || name.EndToken >= text.Tokens.Length || text.Word(name.EndToken) is not ("," or "." or "(") || IsListed(text, name.EndToken))
        {
            return null;
        }

        for (var article = comma - 1; article >= start && comma - article <= Longest && text.Tokens[article].Kind is TokenKind.Word && !text.Tokens[article].Is(NoRole); article--)
        {
            if (text.Word(article) is "der" or "die" or "Der" or "Die" && IsApposition(text, article + 1, comma))
            {
                return (article + 1)..comma;
            }
        }

        return null;
    }

    /// <summary>"Der Bürgermeister, Anna Krüger, Omar Feld und die Ministerin": another name follows, so that each of them is somebody else.</summary>
    private static bool IsListed(TextAnalysis text, int end) => text.Is(end, ",") && end + 2 < text.Tokens.Length && text.IsCapitalised(end + 1) && text.IsCapitalised(end + 2);

    /// <summary>The tokens of the role in the apposition after a name.</summary>
    public static IEnumerable<Range> After(TextAnalysis text, int at, int end)
    {
        if (at + 1 >= end || !text.Is(at, ",") || !IsApposition(text, at + 1, end))
        {
            return [];
        }

        var first = text.Tokens[at + 1].Is(WordClass.Determiners) ? at + 2 : at + 1;
        var last = first;
        while (last < end && last - first <= Longest && text.Word(last) is not ("," or "." or "(" or ":" or ";" or "–") && !IsVerb(text, last))
        {
            last++;
        }

        return last - first <= Longest ? [first..last] : [];
    }

    /// <summary>"Omar Feld, der Sprecher des Hafens sagte": the second comma is missing.</summary>
    private static bool IsVerb(TextAnalysis text, int token) => !text.IsCapitalised(token) && text.Tokens[token].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs);

    /// <summary>Whether the words after a comma say what somebody is.</summary>
    public static bool IsApposition(TextAnalysis text, int at, int end)
    {
        const int reach = 4; // words before the role noun: an article and adjectives
        for (var token = at; token < Math.Min(end, at + reach); token++)
        {
            if (text.Tokens[token].Kind != TokenKind.Word || text.Tokens[token].Is(WordClass.Auxiliaries | WordClass.Modals | WordClass.Subordinators))
            {
                return false;
            }

            if (text.IsCapitalised(token))
            {
                return GermanWords.IsRole(text, token) && !text.Tokens[token].Is(WordClass.BarredRoles);
            }
        }

        return false;
    }
}
