using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>
/// Reads roles where an article words them: before a name ("Russian President"), in an apposition (", a member of the council") and in
/// a relative clause (", who leads the institute"). What a person is charged with or suffered is never a role.
/// </summary>
internal static class RoleFinder
{
    private const int MostRoles = 6;
    private const int LongestApposition = 18; // tokens
    private const int LongestBefore = 6; // words in small letters before a name

    /// <summary>The roles at these mentions of one person, each once, the longer of two that contain each other.</summary>
    public static List<FoundRole> Find(TextAnalysis text, IEnumerable<NameCandidate> mentions)
    {
        var roles = new List<FoundRole>();
        foreach (var mention in mentions)
        {
            var sentence = text.Sentences[mention.Sentence];
            AddBefore(text, mention, sentence.FirstToken, roles);
            AddAfter(text, mention.EndToken, sentence.EndToken, roles);
        }

        return roles;
    }

    private static void AddBefore(TextAnalysis text, NameCandidate name, int start, List<FoundRole> roles)
    {
        var first = name.RunToken;
        var hasRole = HasOffice(text, name.TitleToken, name.FirstToken);
        if (!name.HasTitle && first == name.FirstToken && first > start && text.Tokens[first - 1].Is(WordClass.Roles | WordClass.Titles)
            && !text.IsCapitalised(first - 1))
        {
            hasRole = true;
        }

        if (!hasRole)
        {
            return;
        }

        first = WithOffice(text, first, start);
        for (var words = 0; first > start && words < LongestBefore && IsAdjective(text, first - 1); words++)
        {
            first--;
        }

        Add(text, first, name.FirstToken, roles);
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

    /// <summary>Whether a title says more than Mr or Mrs.</summary>
    private static bool HasOffice(TextAnalysis text, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (text.Tokens[token].Is(WordClass.Titles | WordClass.Roles))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word in front of a role that can belong to it: no function word, no verb of speaking, no sentence opener.</summary>
    private static bool IsAdjective(TextAnalysis text, int token)
    {
        const WordClass ends = WordClass.FunctionWords | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.OpenVerbs | WordClass.CalendarWords;
        var word = text.Tokens[token];
        return word.Kind == TokenKind.Word && !word.Is(ends) && !(word.Is(WordClass.CommonWords) && text.IsCapitalised(token));
    }

    private static void AddAfter(TextAnalysis text, int at, int end, List<FoundRole> roles)
    {
        if (at + 1 >= end || !text.Is(at, ","))
        {
            return;
        }

        at++;
        if (text.Tokens[at].Kind == TokenKind.Number && at + 2 < end && text.Is(at + 1, ","))
        {
            at += 2; // ", 54, a farmer"
        }

        if (IsWho(text, at))
        {
            AddRelative(text, at, end, roles);
            return;
        }

        AddApposition(text, at, end, roles);
    }

    private static void AddApposition(TextAnalysis text, int first, int end, List<FoundRole> roles)
    {
        var hasRole = false;
        var at = first;
        for (; at < end && at - first <= LongestApposition; at++)
        {
            var word = text.Tokens[at];
            if (IsWho(text, at) || (EndsPhrase(text, at) && !IsPlaceComma(text, at, end, hasRole)))
            {
                break;
            }

            if (word.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) || (!hasRole && IsVerb(text, at)))
            {
                return;
            }

            var isRole = word.Is(WordClass.Roles | WordClass.Titles) || IsPlural(text, at);
            hasRole |= isRole;
            if (isRole && at + 1 < end && text.IsCapitalised(at + 1) && NameWords.IsGiven(text, at + 1))
            {
                return; // ", coach Ann Lee": the next person of a list
            }
        }

        if (!hasRole || at - first > LongestApposition)
        {
            return;
        }

        Add(text, first, at, roles);
        if (at < end && IsWho(text, at))
        {
            AddRelative(text, at, end, roles);
        }
    }

    /// <summary>", who leads the institute": only verbs that tell a role.</summary>
    private static void AddRelative(TextAnalysis text, int who, int end, List<FoundRole> roles)
    {
        var verb = who + 1;
        if (verb >= end || !TellsRole(text.Word(verb)))
        {
            return;
        }

        var at = verb + 1;
        var copula = text.Word(verb) is "is" or "was";
        var hasRole = !copula;
        while (at < end && at - verb <= LongestApposition && !EndsPhrase(text, at) && !text.Tokens[at].Is(WordClass.SpeechVerbs))
        {
            hasRole |= text.Tokens[at].Is(WordClass.Roles);
            at++;
        }

        if (hasRole && at - verb is > 1 and <= LongestApposition)
        {
            Add(text, copula ? verb + 1 : verb, at, roles);
        }
    }

    private static void Add(TextAnalysis text, int first, int end, List<FoundRole> roles)
    {
        for (var token = first; token < end; token++)
        {
            if (text.Tokens[token].Is(WordClass.BarredRoles))
            {
                return;
            }
        }

        var span = text.SpanOf(first, end);
        var words = span.In(text.Text);
        if (roles.Exists(role => role.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        roles.RemoveAll(role => words.Contains(role.Text, StringComparison.OrdinalIgnoreCase));
        if (roles.Count < MostRoles)
        {
            roles.Add(new FoundRole(span, words));
        }
    }

    private static bool EndsPhrase(TextAnalysis text, int token) =>
        text.Tokens[token].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.Punctuation or TokenKind.Symbol
        && text.Word(token) is not "-" and not "&" and not "/";

    /// <summary>"a Hollywood, Fla., rabbi": the commas round a state.</summary>
    private static bool IsPlaceComma(TextAnalysis text, int token, int end, bool hasRole) =>
        !hasRole && token + 1 < end && text.Is(token, ",")
        && (text.Tokens[token + 1].Is(WordClass.Places | WordClass.Abbreviations) || text.Tokens[token - 1].Is(WordClass.Abbreviations));

    private static bool IsWho(TextAnalysis text, int token) => text.Word(token) is "who";

    private static bool IsVerb(TextAnalysis text, int token) =>
        text.Word(token) is "is" or "was" or "has" or "had" or "are" or "were" or "have" or "will" or "would" or "said" or "says";

    /// <summary>"key figures": the plural of a role noun.</summary>
    private static bool IsPlural(TextAnalysis text, int token)
    {
        var word = text.Word(token);
        return word.Length > 3 && word[^1] == 's' && (Lexicon.ClassesOf(word[..^1]) & WordClass.Roles) != 0;
    }

    private static bool TellsRole(ReadOnlySpan<char> verb) => verb is
        "leads" or "led" or "heads" or "headed" or "runs" or "ran" or "founded" or "chairs" or "chaired" or "directs" or "directed" or "is" or "was"
        or "owns" or "owned" or "coaches" or "coached" or "manages" or "managed" or "teaches" or "taught" or "represents" or "represented"
        or "oversees" or "oversaw" or "edits" or "edited" or "co-founded" or "co-chairs" or "serves" or "served" or "studies" or "commands" or "commanded";
}
