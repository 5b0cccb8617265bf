using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>„…“ Das sagte Varga am Montag: the sentence behind marked words tells who said them.</summary>
internal static class BackwardCues
{
    public static void Read(Scene scene, GermanFrames frames, List<Clause> clauses, int sentence)
    {
        if (clauses is not [{ IsRun: false } clause, ..] || scene.Text.Word(clause.First) is not ("Das" or "Dies" or "So")
            || GermanCues.Find(scene, clause) is not { } cue || cue.Finite != clause.First + 1
            || MarkedBefore(scene, sentence) is not { } words || frames.IsUsed(scene.RunOf(words.First)))
        {
            return;
        }

        if (GermanSubjects.After(scene, cue.Finite + 1, clause.End) is { } speaker)
        {
            frames.Add(Frame.QuoteThenCue, [words], cue.Cue, speaker);
        }
    }

    /// <summary>The quotation that is all of the sentence before, in the same paragraph.</summary>
    private static TokenRange? MarkedBefore(Scene scene, int sentence)
    {
        var before = scene.Text.Sentences[Math.Max(0, sentence - 1)];
        if (sentence == 0 || before.Paragraph != scene.Text.Sentences[sentence].Paragraph || !scene.IsQuoted(before.FirstToken))
        {
            return null;
        }

        var run = scene.RunRange(scene.RunOf(before.FirstToken));
        return run.First == before.FirstToken && run.End <= before.EndToken && scene.WordCount(run.End, before.EndToken) == 0 ? run : null;
    }
}
