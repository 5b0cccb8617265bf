using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Der Pier wurde von Varga als „…“ bezeichnet: the one who calls it so stands behind "von" or "durch".</summary>
internal static class PassiveNaming
{
    public static void Read(Scene scene, GermanFrames frames, List<Clause> clauses)
    {
        foreach (var clause in clauses)
        {
            if (!clause.IsRun && ParticipleIn(scene, clause) is { } verb && WordsIn(scene, clause, verb) is { } run && !frames.IsUsed(scene.RunOf(run.First)) && AgentIn(scene, clause, run) is { } speaker)
            {
                frames.Add(Frame.Naming, [run], new Cue(verb, verb, verb + 1, CueForm.Finite) { Classes = WordClass.NamingVerbs }, speaker);
            }
        }
    }

    private static int? ParticipleIn(Scene scene, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (scene.Tokens[i].Is(WordClass.NamingVerbs) && !scene.IsQuoted(i) && GermanCues.IsPassive(scene, clause, i))
            {
                return i;
            }
        }

        return null;
    }

    private static TokenRange? WordsIn(Scene scene, Clause clause, int verb)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (scene.IsQuoted(i))
            {
                var run = scene.RunRange(scene.RunOf(i));
                if (MarkedWords.IsPredicate(scene, clause, i, verb))
                {
                    return run;
                }

                i = run.End - 1;
            }
        }

        return null;
    }

    private static SpeakerPhrase? AgentIn(Scene scene, Clause clause, TokenRange run)
    {
        for (var i = clause.First; i + 1 < clause.End; i++)
        {
            if (!scene.IsQuoted(i) && scene.Text.Word(i) is "von" or "Von" or "vom" or "durch" or "Durch"
                && GermanSubjects.At(scene, i + 1, i < run.First ? run.First : clause.End, nominative: false) is { } agent)
            {
                return agent;
            }
        }

        return null;
    }
}
