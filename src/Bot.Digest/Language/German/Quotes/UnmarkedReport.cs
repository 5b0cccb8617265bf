using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Sentences that only their verbs mark as reported ("Dies sei nie geplant gewesen."): they go on with the speaker of the one before.</summary>
internal static class UnmarkedReport
{
    /// <summary>Adds a sentence, or lengthens the report before it.</summary>
    public static void Read(Scene scene, List<Clause> clauses, int sentence, List<Draft> drafts)
    {
        if (drafts.Count == 0 || !IsReported(scene, clauses))
        {
            return;
        }

        var found = scene.Text.Sentences[sentence];
        var last = drafts[^1];
        var apart = found.Paragraph - last.Paragraph;
        if (apart > 1 || (apart == 0 && sentence - last.Sentence > 1 && last.Frame != Frame.Unmarked))
        {
            return;
        }

        var range = new TokenRange(found.FirstToken, found.EndToken);
        if (last.Frame == Frame.Unmarked && apart == 0 && last.End == range.First)
        {
            drafts[^1] = last with { Pieces = [new(last.First, range.End)] };
            return;
        }

        drafts.Add(new Draft { Frame = Frame.Unmarked, Pieces = [range], Sentence = sentence, Paragraph = found.Paragraph });
    }

    private static bool IsReported(Scene scene, List<Clause> clauses) =>
        clauses.Exists(clause => !clause.IsRun && !scene.Tokens[clause.First].Is(WordClass.Subordinators) && GermanContent.HasSubjunctive(scene, clause));
}
