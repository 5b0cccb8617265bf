using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.English.Names;

/// <summary>
/// Finds what may be a name: runs of capitalised words with particles, initials and nicknames between them, cut at titles.
/// One forward pass; whether a candidate is a person is decided later, from all of its mentions.
/// </summary>
public static class NameCandidates
{
    /// <summary>Measured on news; a text with more names costs a longer list.</summary>
    private const int TokensBetweenNames = 8;

    /// <summary>All candidates in text order; they never overlap.</summary>
    public static List<NameCandidate> Find(TextAnalysis text)
    {
        var found = new List<NameCandidate>((text.Tokens.Length / TokensBetweenNames) + 4);
        for (var sentence = 0; sentence < text.Sentences.Count; sentence++)
        {
            var (first, end, _, _) = text.Sentences[sentence];
            for (var token = first; token < end;)
            {
                if (!StartsRun(text, token, end))
                {
                    token++;
                    continue;
                }

                var runEnd = RunEnd(text, token, end);
                Cut(text, token, runEnd, sentence, found);
                token = runEnd;
            }
        }

        return found;
    }

    private static bool StartsRun(TextAnalysis text, int token, int end)
    {
        if (!NameWords.IsNameWord(text, token))
        {
            return false;
        }

        // "Will Smith", "May Ling": function words that are given names when a name follows.
        return !text.Tokens[token].Is(WordClass.FunctionWords)
            || (text.Tokens[token].Is(NameWords.Given) && token + 1 < end && NameWords.IsNameWord(text, token + 1)
                && !text.Tokens[token + 1].Is(WordClass.FunctionWords));
    }

    private static int RunEnd(TextAnalysis text, int token, int end)
    {
        var at = token + 1;
        while (at < end)
        {
            var next = Continuation(text, at, end);
            if (next == at)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    /// <summary>The token after a further part of the run that begins at <paramref name="at"/>; <paramref name="at"/> itself when the run ends there.</summary>
    private static int Continuation(TextAnalysis text, int at, int end)
    {
        if (NameWords.IsNameWord(text, at))
        {
            return text.Tokens[at].Is(WordClass.FunctionWords) && !text.Tokens[at].Is(NameWords.Family | WordClass.NameParticles) ? at : at + 1;
        }

        const int mostParticles = 3; // "de la O", "van der", "bin al"
        var particles = at;
        while (particles < end && particles - at < mostParticles && text.Tokens[particles].Is(WordClass.NameParticles))
        {
            // "de' Bardi": the apostrophe stands for the rest of the particle.
            particles += particles + 1 < end && text.Tokens[particles + 1].Start == text.Tokens[particles].End && text.Word(particles + 1) is "'" or "’" ? 2 : 1;
        }

        if (particles > at)
        {
            return particles < end && NameWords.IsNameWord(text, particles) && !text.Tokens[particles].Is(WordClass.FunctionWords)
                ? particles + 1
                : at;
        }

        if (text.Is(at, ",") && at + 1 < end && text.Tokens[at + 1].Is(WordClass.NameSuffixes) && text.IsCapitalised(at + 1))
        {
            return at + 2;
        }

        return AfterNickname(text, at, end);
    }

    /// <summary>Dwayne “The Rock” Johnson: one or two words in marks between capitalised ones.</summary>
    private static int AfterNickname(TextAnalysis text, int at, int end)
    {
        if (text.Tokens[at].Kind != TokenKind.OpenQuote)
        {
            return at;
        }

        var close = at + 1;
        while (close < end && close <= at + 2 && NameWords.IsNameWord(text, close))
        {
            close++;
        }

        return close > at + 1 && close + 1 < end && text.Tokens[close].Kind == TokenKind.CloseQuote && NameWords.IsNameWord(text, close + 1)
            ? close + 2
            : at;
    }

    private static void Cut(TextAnalysis text, int first, int end, int sentence, List<NameCandidate> found)
    {
        var start = first;
        var title = -1;
        for (var token = first; token < end; token++)
        {
            if (!IsTitleHere(text, token, first, start, end))
            {
                continue;
            }

            if (start < token)
            {
                Add(text, first, title < 0 ? start : title, start, token, sentence, found);
                title = -1;
            }

            title = title < 0 ? token : title;
            start = token + 1;
        }

        if (start < end)
        {
            Add(text, first, title < 0 ? start : title, start, end, sentence, found);
        }
    }

    /// <summary>Whether a word of a run is a title, and not the family name ("Robert Major") or the given name ("Dean Smith") of somebody.</summary>
    private static bool IsTitleHere(TextAnalysis text, int token, int first, int start, int end)
    {
        var word = text.Tokens[token];
        if (!word.Is(NameWords.AnyTitle))
        {
            return false;
        }

        if (token == end - 1)
        {
            return token == start
                ? (!word.Is(WordClass.FamilyNames) || text.Word(token)[^1] == '.') && !IsAddressed(text, token, first)
                : !(NameWords.IsGiven(text, token - 1) || NameWords.IsInitial(text, token - 1));
        }

        var isGivenName = word.Is(NameWords.Given) && !word.Is(WordClass.MaleTitles | WordClass.FemaleTitles);
        return !isGivenName || end - token != 2 || text.Tokens[token + 1].Is(NameWords.AnyTitle);
    }

    /// <summary>"Mr. Singer": whatever follows it is a name.</summary>
    private static bool IsAddressed(TextAnalysis text, int token, int first) =>
        token > first && text.Word(token - 1) is "Mr." or "Mr" or "Mrs." or "Mrs" or "Ms." or "Ms";

    private static void Add(TextAnalysis text, int run, int title, int start, int runEnd, int sentence, List<NameCandidate> found)
    {
        var first = NameEdges.First(text, start, runEnd, text.Sentences[sentence].FirstToken);
        var end = NameEdges.End(text, first, runEnd);
        if (first < end && (end - first > 1 || !NameWords.IsInitial(text, first)))
        {
            found.Add(new NameCandidate(run, first > start ? first : title, first, end, sentence));
        }
    }
}
