using Bot.Digest.Articles;

namespace Bot.Digest.Quotes;

/// <summary>Finds the words by which an outlet says that it translated: "said in Spanish", "said through an interpreter".</summary>
internal static class Translation
{
    /// <summary>The words that say so, in the sentence of the cue and outside quotation marks; null when nothing says so.</summary>
    public static TextSpan? Of(Scene scene, Draft draft)
    {
        if (draft.Cue is null)
        {
            return null;
        }

        var sentence = scene.Text.Sentences[draft.Sentence];
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (!scene.IsQuoted(i) && !draft.Holds(i) && scene.Text.Language.Origins.EndOfTranslation(scene.Text, sentence, i) is { } end)
            {
                return scene.Text.SpanOf(i, end);
            }
        }

        return null;
    }
}
