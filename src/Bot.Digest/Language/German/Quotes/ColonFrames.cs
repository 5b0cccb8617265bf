using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Marked words behind a colon, before which no verb of speaking stands.</summary>
internal sealed class ColonFrames(Scene scene, GermanFrames frames, List<Clause> clauses, ClauseSubjects subjects)
{
    /// <summary>Varga war zuversichtlich: „…“ They are those of the subject before the colon.</summary>
    /// <param name="free">First token of the sentence that no quote has taken.</param>
    public void Read(int free)
    {
        for (var k = 1; k < clauses.Count; k++)
        {
            var clause = clauses[k];
            if (clause.IsRun && !frames.IsUsed(scene.RunOf(clause.First)) && scene.Text.Word(clause.First - 1) is ":")
            {
                Read(k, free);
            }
        }
    }

    private void Read(int k, int free)
    {
        var words = new TokenRange(clauses[k].First, clauses[k].End);
        for (var j = k - 1; j >= 0 && !clauses[j].IsRun; j--)
        {
            if (scene.Tokens[clauses[j].First].Is(WordClass.Subordinators))
            {
                continue;
            }

            if (GermanContent.HasSubjunctive(scene, clauses[j]))
            {
                // Der Pier sei sicher: „…“ Both are said by whoever spoke before.
                frames.AddFloating(words);
                return;
            }

            if (subjects.OfAny(j, free) is { } speaker)
            {
                frames.Add(Frame.Colon, [words], new Cue(words.First, words.First - 1, words.First, CueForm.Finite), speaker);
                return;
            }
        }
    }
}
