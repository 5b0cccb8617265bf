using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Marked words that stand inside a clause with a verb of speaking.</summary>
internal static class MarkedWords
{
    private const int LongestPhrase = 3; // an article and adjectives before the marks

    /// <summary>sprach von einem „…“, bezeichnete ihn als „…“: marked words within the clause, behind the verb or as what somebody is called.</summary>
    public static TokenRange? In(Scene scene, Clause clause, ClauseCue cue)
    {
        var isFirst = true;
        for (var i = clause.First; i < clause.End; i++)
        {
            if (!scene.IsQuoted(i))
            {
                continue;
            }

            var run = scene.RunRange(scene.RunOf(i));
            if (IsPredicate(scene, clause, i, cue.Cue.Verb) || (i > cue.Finite && isFirst && !IsName(scene, run, cue)))
            {
                return run;
            }

            isFirst &= i < cue.Finite;
            i = run.End - 1;
        }

        return null;
    }

    /// <summary>als „…“, als einen „…“, and behind verbs of speaking von einem „…“.</summary>
    public static bool IsPredicate(Scene scene, Clause clause, int run, int verb)
    {
        for (var i = run - 1; i >= Math.Max(clause.First, run - 1 - LongestPhrase); i--)
        {
            switch (scene.Text.Word(i))
            {
                case "als" or "Als":
                    return true;
                case "von" or "Von":
                    return scene.Text.Word(verb) is "sprach" or "sprachen" or "spricht" or "sprechen" or "gesprochen" or "redete" or "redeten";
                default:
                    if (!NounPhrases.IsPhraseWord(scene, i) || scene.Text.IsCapitalised(i))
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    /// <summary>nannte den Pier, der im Mai einbrach, ein „…“: a later clause holds nothing else, and no other verb of speaking stands before it.</summary>
    public static TokenRange? Behind(Scene scene, List<Clause> clauses, int k)
    {
        for (var j = k + 1; j < clauses.Count && !clauses[j].IsRun && GermanCues.Find(scene, clauses[j]) is null; j++)
        {
            if (scene.IsQuoted(clauses[j].End - 1) && scene.RunRange(scene.RunOf(clauses[j].End - 1)) is var run && IsOnly(scene, clauses[j], run.First))
            {
                return run;
            }
        }

        return null;
    }

    private static bool IsOnly(Scene scene, Clause clause, int run)
    {
        for (var i = clause.First; i < run; i++)
        {
            if (scene.Text.IsCapitalised(i) || !(scene.Text.Word(i) is "als" || NounPhrases.IsPhraseWord(scene, i)))
            {
                return false;
            }
        }

        return run > clause.First;
    }

    private static bool IsName(Scene scene, TokenRange run, ClauseCue cue)
    {
        var before = run.First - 1;
        return scene.Tokens[before].Is(WordClass.ScareWords | WordClass.OutletWords | WordClass.OrganisationWords)
            || scene.Text.Word(cue.Cue.Verb) is "lautet" or "lautete" or "lauten" or "lauteten"
            || (scene.Tokens[before].Is(WordClass.Prepositions) && scene.Text.Word(before) is not ("von" or "vor" or "mit"))
            || (!cue.Cue.Is(WordClass.NamingVerbs) && (scene.Text.IsCapitalised(before) || (ScareFilter.IsTitle(scene, run) && !IsAccusation(scene, before, cue))));
    }

    /// <summary>warf ihm „Wortbruch“ vor, warnte vor einem „Kahlschlag“: every German noun has a capital, so that one alone is no title.</summary>
    private static bool IsAccusation(Scene scene, int before, ClauseCue cue) =>
        scene.Text.Word(before) is "ein" or "eine" or "einen" or "einem" or "einer"
            ? !scene.Tokens[before - 1].Is(WordClass.Prepositions) || scene.Text.Word(before - 1) is "von" or "vor"
            : !cue.Cue.Is(WordClass.SpeechVerbs) && !scene.Tokens[before].Is(WordClass.Determiners);
}
