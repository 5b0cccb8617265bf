using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Small readings of a range of tokens that several frames share.</summary>
internal static class Phrases
{
    /// <summary>Leaves out what leads a sentence and is not said ("Still,", a place line before a dash).</summary>
    public static int SkipFront(Scene scene, int first, int end)
    {
        if (first + 1 < end && scene.Text.Word(first + 1) is "," && (scene.Tokens[first].Is(WordClass.Adverbs | WordClass.FunctionWords) || CueFinder.IsAdverb(scene, first)))
        {
            return first + 2;
        }

        for (var i = first; i < Math.Min(end, first + 6); i++)
        {
            if (scene.Text.Word(i) is "—" or "–" or "―" or "--" && IsPlaceLine(scene, first, i))
            {
                return i + 1;
            }
        }

        return first;
    }

    private static bool IsPlaceLine(Scene scene, int first, int dash)
    {
        for (var i = first; i < dash; i++)
        {
            if (scene.Tokens[i].Kind == TokenKind.Word && !scene.Text.IsCapitalised(i))
            {
                return false;
            }
        }

        return dash > first;
    }

    /// <summary>Whether a range holds what a clause needs: an auxiliary, a modal, or a subject pronoun or determiner with words after it.</summary>
    public static bool LooksLikeClause(Scene scene, int first, int end)
    {
        if (scene.Tokens[first].Is(WordClass.Prepositions | WordClass.Subordinators) && !HasComma(scene, first, end))
        {
            return false;
        }

        for (var i = first; i < end; i++)
        {
            if (scene.Tokens[i].Is(WordClass.Auxiliaries | WordClass.Modals | WordClass.Contractions) || IsVerbLike(scene, i, first))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a range begins with a subject and its verb: "she was", "the two are", "companies should".</summary>
    public static bool BeginsClause(Scene scene, Sentence sentence, int first, int end)
    {
        if (scene.Tokens[first].Is(WordClass.Prepositions | WordClass.Subordinators) || (scene.Text.IsCapitalised(first) && scene.MentionOf(first) < 0))
        {
            return false;
        }

        var verb = scene.Tokens[first].Is(WordClass.SubjectPronouns) ? first + 1 : AfterNounPhrase(scene, sentence, first);
        while (verb < end && CueFinder.IsAdverb(scene, verb))
        {
            verb++;
        }

        return verb < end && verb > first && scene.Tokens[verb].Is(WordClass.Auxiliaries | WordClass.Modals);
    }

    /// <summary>Whether a subject with its verb opens a range: "she was", "the two agreed", "nobody’s coming".</summary>
    public static bool OpensClause(Scene scene, Sentence sentence, int first, int end)
    {
        if (scene.Tokens[first].Is(WordClass.SubjectPronouns | WordClass.Contractions | WordClass.Subordinators))
        {
            return true;
        }

        var verb = AfterNounPhrase(scene, sentence, first);
        for (var i = first + 1; i < Math.Min(verb, end); i++)
        {
            if (StartsWithVerb(scene, i) || scene.Tokens[i].Is(WordClass.Contractions))
            {
                return true;
            }
        }

        while (verb < end && (CueFinder.IsAdverb(scene, verb) || scene.Tokens[verb].Is(WordClass.Prepositions)))
        {
            verb = scene.Tokens[verb].Is(WordClass.Prepositions) ? AfterNounPhrase(scene, sentence, verb + 1) : verb + 1;
        }

        return verb < end && verb > first && (StartsWithVerb(scene, verb) || scene.Tokens[verb].Is(WordClass.Contractions));
    }

    /// <summary>Whether a word can only go on a sentence whose subject stands before it: "were", "would", "rebuffed".</summary>
    public static bool StartsWithVerb(Scene scene, int token) =>
        scene.Tokens[token].Is(WordClass.Auxiliaries | WordClass.Modals) || IsVerbLike(scene, token, token - 1);

    private static bool IsVerbLike(Scene scene, int i, int first) =>
        i > first && scene.Tokens[i].Kind == TokenKind.Word && scene.Tokens[i].Length > 3 && !scene.Text.IsCapitalised(i)
        && scene.Text.Word(i).EndsWith("ed", StringComparison.Ordinal);

    private static bool HasComma(Scene scene, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Text.Word(i) is ",")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One past a noun phrase that begins at <paramref name="start"/>.</summary>
    public static int AfterNounPhrase(Scene scene, Sentence sentence, int start)
    {
        var nouns = 0;
        var i = start;
        for (; i < sentence.EndToken && !scene.IsQuoted(i); i++)
        {
            var token = scene.Tokens[i];
            if (scene.MentionOf(i) is >= 0 and var mention)
            {
                if (nouns > 0 && !scene.Tokens[i - 1].Is(WordClass.Determiners) && !scene.Text.IsCapitalised(i - 1) && scene.Tokens[i - 1].Kind == TokenKind.Word && !scene.Tokens[i - 1].Is(WordClass.Roles))
                {
                    return i;
                }

                nouns++;
                i = scene.People.Names[mention].EndToken - 1;
                continue;
            }

            var starts = token.Is(WordClass.Determiners | WordClass.SubjectPronouns | WordClass.Prepositions | WordClass.BareTimes | WordClass.Subordinators);
            if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Possessive) || (starts && nouns > 0) || token.Is(WordClass.Auxiliaries | WordClass.Modals) || (nouns > 0 && token.Is(WordClass.Contractions)) || scene.Text.Word(i) is "and" or "but")
            {
                return i;
            }

            nouns += token.Is(WordClass.Determiners | WordClass.Prepositions) || token.Kind == TokenKind.Possessive ? 0 : 1;
        }

        return i;
    }

    /// <summary>"For instance", "And yet", "In the end": leads the clause and is no part of it.</summary>
    public static bool IsConnective(Scene scene, int first, int comma)
    {
        const int words = 3;
        var lead = scene.Tokens[first];
        return comma - first <= words && (lead.Is(WordClass.Prepositions | WordClass.BareTimes | WordClass.FunctionWords) || CueFinder.IsAdverb(scene, first))
            && !lead.Is(WordClass.Determiners | WordClass.SubjectPronouns | WordClass.Subordinators);
    }
}
