using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.German.Names;

/// <summary>
/// Finds what may be a name where every noun has a capital: two or more name words in a row, and single words that are part of such a
/// name elsewhere in the text or that a title or role leads.
/// </summary>
internal static class GermanNameCandidates
{
    private const WordClass Common = WordClass.CommonWords | WordClass.CalendarWords | WordClass.Demonyms | WordClass.FunctionWords
        | WordClass.Determiners | WordClass.Prepositions | WordClass.Adverbs | WordClass.OrganisationWords | WordClass.RoleNouns | WordClass.Subordinators;

    /// <summary>All candidates in text order; they never overlap.</summary>
    public static List<NameCandidate> Find(TextAnalysis text)
    {
        var found = new List<NameCandidate>();
        for (var sentence = 0; sentence < text.Sentences.Count; sentence++)
        {
            for (var token = text.Sentences[sentence].FirstToken; token < text.Sentences[sentence].EndToken;)
            {
                var end = RunEnd(text, token, text.Sentences[sentence].EndToken);
                Cut(text, token, end, sentence, found);
                token = Math.Max(end, token + 1);
            }
        }

        var known = WordsOf(text, found);
        AddBareSurnames(text, known, found);
        found.RemoveAll(name => name.Length == 1 && name.FirstToken == name.RunToken && !known.Contains(NameWords.HashOf(text.Word(name.FirstToken))));
        return found;
    }

    /// <summary>One past the capitalised words that begin at a token, particles and initials between them included.</summary>
    private static int RunEnd(TextAnalysis text, int token, int end)
    {
        var at = token;
        while (at < end && NameWords.IsNameWord(text, at))
        {
            at++;
            var particles = at;
            while (CanLeadParticle(text, token, at) && particles < end && particles - at < 3 && IsParticle(text, particles))
            {
                particles++;
            }

            at = particles > at && particles < end && NameWords.IsNameWord(text, particles) && IsPart(text, at - 1) && IsPart(text, particles) ? particles : at;
        }

        return at;
    }

    /// <summary>"Ursula von der Leyen", not "Feld zu den Gründen": particles stand behind a given name.</summary>
    private static bool CanLeadParticle(TextAnalysis text, int first, int at) => at > first && NameWords.IsGiven(text, at - 1);

    /// <summary>In "Omar Feld das Schiff" a Portuguese particle is an article.</summary>
    private static bool IsParticle(TextAnalysis text, int token) =>
        text.Tokens[token].Is(WordClass.NameParticles) && !text.IsCapitalised(token) && !text.Is(token, "das");

    /// <summary>Splits a run at its titles, roles and common nouns.</summary>
    private static void Cut(TextAnalysis text, int first, int end, int sentence, List<NameCandidate> found)
    {
        var (run, start) = (first, first);
        for (var token = first; token <= end; token++)
        {
            if (token < end && ((text.Tokens[token].Is(WordClass.NameParticles) && !text.IsCapitalised(token)) || (IsPart(text, token) && !(token == first && IsLedByArticle(text, token))) || (token > start && IsSurname(text, token))))
            {
                continue;
            }

            if (token > start)
            {
                Add(text, run, start, token, sentence, found);
                run = token;
            }

            start = token + 1;
        }
    }

    private static void Add(TextAnalysis text, int run, int first, int end, int sentence, List<NameCandidate> found)
    {
        while (first < end && char.IsLower(text.Text[text.Tokens[first].Start]))
        {
            first++;
        }

        if (first == end || (end - first == 1 && NameWords.IsInitial(text, first)))
        {
            return;
        }

        // "Förster Karl Moser": what stands before a given name says what somebody is, whether a list knows it or not.
        var given = first + 1;
        while (given < end - 1 && !NameWords.IsGiven(text, given))
        {
            given++;
        }

        first = given < end - 1 && !NameWords.IsGiven(text, first) && !NameWords.IsInitial(text, first) ? given : first;
        var title = first;
        while (title > run && text.Tokens[title - 1].Is(NameWords.AnyTitle))
        {
            title--;
        }

        var isLed = title < first || (first > run && text.IsCapitalised(first - 1) && !text.Tokens[first - 1].Is(WordClass.FunctionWords | WordClass.Determiners | WordClass.Adverbs));
        found.Add(new NameCandidate(isLed ? Math.Min(run, title) : first, title, first, end, sentence));
    }

    /// <summary>"Eva Richter", "Lea Hartung": behind a given name also what says elsewhere what somebody is, or ends as nouns do.</summary>
    private static bool IsSurname(TextAnalysis text, int token) =>
        token > 0 && NameWords.IsGiven(text, token - 1) && IsPart(text, token - 1) && CanBeSurname(text, token);

    private static bool CanBeSurname(TextAnalysis text, int token) => text.IsCapitalised(token) && (text.Tokens[token].Is(WordClass.FamilyNames)
        ? !text.Tokens[token].Is(WordClass.Determiners | WordClass.Prepositions | WordClass.FunctionWords)
        : GermanWords.IsNoun(text.Word(token)) && !text.Tokens[token].Is(Common | NameWords.AnyTitle | WordClass.Places) && !GermanWords.IsRole(text, token));

    /// <summary>"sagte Richter", "Frau Richter", but not "der Richter": such a family name alone, of somebody whom the text names in full.</summary>
    private static void AddBareSurnames(TextAnalysis text, HashSet<int> known, List<NameCandidate> found)
    {
        var before = found.Count;
        for (var sentence = 0; sentence < text.Sentences.Count; sentence++)
        {
            for (var token = text.Sentences[sentence].FirstToken; token < text.Sentences[sentence].EndToken; token++)
            {
                if (CanBeSurname(text, token) && !IsPart(text, token) && !IsSurname(text, token)
                    && known.Contains(NameWords.HashOf(text.Word(token))) && !IsLedByArticle(text, token) && !LeadsName(text, token, text.Sentences[sentence].EndToken))
                {
                    var title = token > text.Sentences[sentence].FirstToken && text.Tokens[token - 1].Is(NameWords.AnyTitle) ? token - 1 : token;
                    found.Add(new NameCandidate(title, title, token, token + 1, sentence));
                }
            }
        }

        if (found.Count > before)
        {
            found.Sort((one, other) => one.FirstToken.CompareTo(other.FirstToken));
        }
    }

    /// <summary>"Richter Omar Feld": what stands before a name says what its bearer is.</summary>
    private static bool LeadsName(TextAnalysis text, int token, int end) => token + 1 < end && NameWords.IsNameWord(text, token + 1) && IsPart(text, token + 1);

    /// <summary>Whether a word can be part of a name.</summary>
    private static bool IsPart(TextAnalysis text, int token)
    {
        var word = text.Tokens[token];
        if (word.Is(NameWords.Given) && !word.Is(WordClass.CalendarWords | WordClass.FunctionWords))
        {
            return true;
        }

        return !word.Is(Common | NameWords.AnyTitle | WordClass.Places) && !GermanWords.IsRole(text, token) && !GermanWords.IsNoun(text.Word(token))
            && !HasSmallPart(text.Word(token)) && !IsOfPlace(text, text.Word(token));
    }

    /// <summary>"der Minister Frankreichs"</summary>
    private static bool IsOfPlace(TextAnalysis text, ReadOnlySpan<char> word) =>
        word is [.., _, 's'] && (text.Language.Lexicon.ClassesOf(word[..^1]) & WordClass.Places) != 0;

    /// <summary>"Human-Rights-Sprecher", "EU-Außenbeauftragter": compounds of nouns; "Widmann-Mauz" has the same shape and is kept.</summary>
    private static bool HasSmallPart(ReadOnlySpan<char> word) => word.IndexOf('-') is > 0 and var hyphen && NameWords.IsAllCapitals(word[..hyphen]);

    /// <summary>"der Heilpraktiker Omar Feld": the first noun after an article is no name, unless it is a given name. In "Das sagte Feld" there is none.</summary>
    private static bool IsLedByArticle(TextAnalysis text, int token)
    {
        var at = token - 1;
        while (at >= 0 && token - at < 4 && text.Tokens[at].Kind == TokenKind.Word && !text.IsCapitalised(at) && IsInflected(text.Word(at)) && !text.Tokens[at].Is(WordClass.Determiners | WordClass.FunctionWords | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.SeparableVerbs))
        {
            at--;
        }

        return at >= 0 && text.Tokens[at].Is(WordClass.Determiners) && !text.Tokens[token].Is(NameWords.Given);
    }

    /// <summary>An adjective between article and noun ends in -e, -en, -er, -es or -em.</summary>
    private static bool IsInflected(ReadOnlySpan<char> word) => word is [.., 'e'] or [.., 'e', 'n' or 'r' or 's' or 'm'];

    /// <summary>The words of the names of more than one word.</summary>
    private static HashSet<int> WordsOf(TextAnalysis text, List<NameCandidate> names)
    {
        var words = new HashSet<int>();
        foreach (var name in names.Where(name => name.Length > 1 || name.FirstToken > name.RunToken))
        {
            for (var token = name.FirstToken; token < name.EndToken; token++)
            {
                words.Add(NameWords.HashOf(text.Word(token)));
            }
        }

        return words;
    }
}
