using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>„…“, erinnerte sich Varga: right behind marked words any verb with its subject tells who said them.</summary>
internal sealed class UnlistedCues(Scene scene, GermanFrames frames, List<Clause> clauses)
{
    private const int Fewest = 3; // words: „Pier“, schloss im Mai, is a name

    private const WordClass NoVerbs = WordClass.Prepositions | WordClass.Subordinators | WordClass.Determiners | WordClass.SubjectPronouns | WordClass.Adverbs | WordClass.Negations | WordClass.Conjunctions | WordClass.ListWords;

    public void Read()
    {
        for (var k = 1; k < clauses.Count; k++)
        {
            var (run, clause) = (clauses[k - 1], clauses[k]);
            if (!run.IsRun || clause.IsRun || frames.IsUsed(scene.RunOf(run.First)) || !Follows(run, clause) || scene.WordCount(run.First, run.End) < Fewest)
            {
                continue;
            }

            var verb = scene.Text.Word(clause.First) is "so" ? clause.First + 1 : clause.First;
            if (verb < clause.End && IsVerb(verb) && GermanSubjects.After(scene, verb + 1, clause.End) is { } speaker)
            {
                frames.Add(Frame.QuoteThenCue, [new(run.First, run.End)], new Cue(verb, verb, verb + 1, CueForm.Finite), speaker);
            }
        }
    }

    private bool Follows(Clause run, Clause clause) => clause.First == run.End || (clause.First == run.End + 1 && scene.Text.Word(run.End) is "," or "–" or "—");

    private bool IsVerb(int token) =>
        scene.Tokens[token].Kind == TokenKind.Word && !scene.Text.IsCapitalised(token) && scene.Tokens[token].Length > 2 && !scene.Tokens[token].Is(NoVerbs)
        && scene.Text.Word(token) is not ([.., 'e', 'r' or 's' or 'm'] or "lautet" or "lautete" or "heißt" or "hieß");
}
