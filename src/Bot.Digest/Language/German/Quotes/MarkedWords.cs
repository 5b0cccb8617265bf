using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Marked words that stand inside a clause with a verb of speaking, or behind a colon without one.</summary>
internal sealed class MarkedWords(Scene scene, GermanFrames frames, List<Clause> clauses, ClauseSubjects subjects)
{
    /// <summary>sprach von einem „…“: marked words within the clause, behind the verb.</summary>
    public static TokenRange? In(Scene scene, Clause clause, ClauseCue cue)
    {
        for (var i = cue.Finite + 1; i < clause.End; i++)
        {
            if (scene.IsQuoted(i))
            {
                var run = scene.RunRange(scene.RunOf(i));
                var isName = scene.Tokens[i - 1].Is(WordClass.ScareWords | WordClass.OutletWords | WordClass.OrganisationWords)
                    || scene.Text.Word(cue.Cue.Verb) is "lautet" or "lautete" or "lauten" or "lauteten"
                    || (scene.Tokens[i - 1].Is(WordClass.Prepositions) && scene.Text.Word(i - 1) is not ("von" or "vor" or "mit"))
                    || (!cue.Cue.Is(WordClass.NamingVerbs) && (scene.Text.IsCapitalised(i - 1) || ScareFilter.IsTitle(scene, run)));
                return isName ? null : run;
            }
        }

        return null;
    }

    /// <summary>Varga war zuversichtlich: „…“ Marked words behind a colon are those of the subject before it.</summary>
    public void ReadAfterColon(int free)
    {
        for (var k = 1; k < clauses.Count; k++)
        {
            var clause = clauses[k];
            if (!clause.IsRun || frames.IsUsed(scene.RunOf(clause.First)) || scene.Text.Word(clause.First - 1) is not ":")
            {
                continue;
            }

            for (var j = k - 1; j >= 0 && !clauses[j].IsRun; j--)
            {
                if (subjects.OfAny(j, free) is { } speaker)
                {
                    frames.Add(Frame.Uncued, [new(clause.First, clause.End)], new Cue(clause.First, clause.First - 1, clause.First, CueForm.Finite), speaker);
                    break;
                }
            }
        }
    }
}
