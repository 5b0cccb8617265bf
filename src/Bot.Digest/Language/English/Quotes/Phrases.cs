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

    /// <summary>Steps over "on Monday", "in a statement", "recently" after a verb.</summary>
    public static int SkipAdverbials(Scene scene, Sentence sentence, int start)
    {
        var i = start;
        while (i < sentence.EndToken)
        {
            if (scene.IsQuoted(i))
            {
                if (i == start || !IsProgramme(scene, i))
                {
                    break;
                }

                i = scene.RunRange(scene.RunOf(i)).End;
            }
            else if (scene.Tokens[i].Is(WordClass.BareTimes) || CueFinder.IsAdverb(scene, i))
            {
                i++;
            }
            else if (scene.Tokens[i].Is(WordClass.Prepositions))
            {
                i = AfterPreposition(scene, sentence, i);
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>on the “Evening Hour” programme: a marked name after a preposition or a possessive is where it was said, not what.</summary>
    private static bool IsProgramme(Scene scene, int open)
    {
        var before = scene.Tokens[open - 1];
        return (before.Kind == TokenKind.Possessive || before.Is(WordClass.Prepositions | WordClass.Determiners) || scene.MentionOf(open - 1) >= 0)
            && scene.RunOf(open - 1) < 0 && ScareFilter.IsTitle(scene, scene.RunRange(scene.RunOf(open)));
    }

    /// <summary>The end of a prepositional phrase: its noun phrase ends where a new subject, clause or phrase begins.</summary>
    private static int AfterPreposition(Scene scene, Sentence sentence, int preposition)
    {
        const int reach = 30; // tokens
        for (var i = preposition + 1; i < Math.Min(sentence.EndToken, preposition + reach) && !EndsPhrase(scene, i); i++)
        {
            if (scene.Text.Word(i) is "that" && i > preposition + 1)
            {
                return i;
            }
        }

        return AfterNounPhrase(scene, sentence, preposition + 1);
    }

    private static bool EndsPhrase(Scene scene, int i) => scene.IsQuoted(i) || scene.Text.Word(i) is "," or ":" or ";" or ".";

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
                if (nouns > 0 && !scene.Tokens[i - 1].Is(WordClass.Determiners) && !scene.Text.IsCapitalised(i - 1) && scene.Tokens[i - 1].Kind == TokenKind.Word)
                {
                    return i;
                }

                nouns++;
                i = scene.People.Names[mention].EndToken - 1;
                continue;
            }

            var starts = token.Is(WordClass.Determiners | WordClass.SubjectPronouns | WordClass.Prepositions | WordClass.BareTimes | WordClass.Subordinators);
            if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Possessive) || (starts && nouns > 0) || token.Is(WordClass.Auxiliaries | WordClass.Modals) || scene.Text.Word(i) is "and" or "but")
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
