using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Finds the clauses that a verb of speaking reports, to its right.</summary>
internal static class GermanContent
{
    private const int Reach = 3; // clauses between verb and words: relative clauses and appositions

    /// <summary>Index of the first clause that is reported; -1 for none.</summary>
    public static int FirstOf(Scene scene, List<Clause> clauses, int cueClause, ClauseCue cue)
    {
        for (var k = cueClause + 1; k < Math.Min(clauses.Count, cueClause + 1 + Reach); k++)
        {
            if (!clauses[k].IsRun && IsContent(scene, clauses[k], cue))
            {
                return k;
            }
        }

        return -1;
    }

    /// <summary>One past the last token of what is reported from a clause on.</summary>
    public static int EndOf(Scene scene, List<Clause> clauses, int first)
    {
        var k = first + 1;
        while (k < clauses.Count && !EndsContent(scene, clauses[k]))
        {
            k++;
        }

        return clauses[k - 1].End;
    }

    private static bool EndsContent(Scene scene, Clause clause) =>
        clause.IsRun ? scene.Text.Word(clause.First - 1) is ":" : (scene.Text.Word(clause.First) is "so" or "wie" || scene.Text.Word(clause.First - 1) is ";"
            || (GermanCues.Find(scene, clause) is { } cue && cue.Finite == cue.Start));

    private static bool IsContent(Scene scene, Clause clause, ClauseCue cue)
    {
        if (scene.Tokens[clause.First].Is(WordClass.Subordinators))
        {
            return scene.Text.Word(clause.First) is "dass" or "daß" or "ob" or "wie" or "warum" or "wann" or "wo" or "was" or "wer" or "wenn" or "weil" or "da" or "wenngleich";
        }

        if (scene.WordCount(clause.First, clause.End) < 2)
        {
            return false;
        }

        if (GermanWords.IsInfinitiveWithZu(scene.Text, GermanCues.LastWord(scene, clause)))
        {
            return true;
        }

        return !IsRelative(scene, clause) && (HasSubjunctive(scene, clause) || (cue.Cue.Is(WordClass.SpeechVerbs) && HasSecondVerb(scene, clause)));
    }

    /// <summary>"der gestern kam": begins with its pronoun, or one behind a preposition, and ends with its verb.</summary>
    private static bool IsRelative(Scene scene, Clause clause)
    {
        var first = scene.Tokens[clause.First].Is(WordClass.Prepositions) ? clause.First + 1 : clause.First;
        if (first >= clause.End || scene.Text.Word(first) is not ("der" or "die" or "das" or "dem" or "den" or "dessen" or "deren" or "denen" or "welche" or "welcher" or "welches"))
        {
            return false;
        }

        var last = GermanCues.LastWord(scene, clause);
        return !scene.Text.IsCapitalised(last) && scene.Tokens[last].Is(WordClass.Auxiliaries | WordClass.Modals | WordClass.Subjunctives | WordClass.SpeechVerbs | WordClass.ClaimVerbs)
            && !HasSecondVerb(scene, clause);
    }

    public static bool HasSubjunctive(Scene scene, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (scene.Tokens[i].Is(WordClass.Subjunctives) && !scene.Text.IsCapitalised(i) && !scene.IsQuoted(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A finite auxiliary or modal right behind the first phrase: "der Pier ist sicher".</summary>
    private static bool HasSecondVerb(Scene scene, Clause clause)
    {
        var start = scene.Tokens[clause.First].Is(WordClass.SubjectPronouns) ? clause.First + 1 : NounPhrases.EndOf(scene, clause.First, clause.End);
        return start > clause.First && start < clause.End - 1 && scene.Tokens[start].Is(WordClass.Auxiliaries | WordClass.Modals | WordClass.Subjunctives);
    }
}
