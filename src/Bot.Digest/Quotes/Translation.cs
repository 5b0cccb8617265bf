using Bot.Digest.Articles;
using Bot.Digest.Language;

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
            if (!scene.IsQuoted(i) && !draft.Holds(i) && End(scene, sentence, i) is { } end)
            {
                return scene.Text.SpanOf(i, end);
            }
        }

        return null;
    }

    /// <summary>One past the words that begin at a token and say that somebody translated.</summary>
    private static int? End(Scene scene, Sentence sentence, int i)
    {
        var noun = i + 1;
        while (noun < sentence.EndToken && noun <= i + 3 && scene.Tokens[noun].Is(WordClass.Determiners))
        {
            noun++;
        }

        if (noun >= sentence.EndToken)
        {
            return null;
        }

        return scene.Text.Word(i) switch
        {
            "through" or "via" or "with" when scene.Text.Word(noun) is "interpreter" or "translator" or "interpreters" or "translators" => noun + 1,
            "in" or "speaking" or "In" or "Speaking" when noun == i + 1 && IsForeign(scene, noun) && EndsPhrase(scene, sentence, noun + 1) => noun + 1,
            "translated" when scene.Text.Word(i + 1) is "from" && i + 2 < sentence.EndToken && scene.Tokens[i + 2].Is(WordClass.Languages) => i + 3,
            _ => null,
        };
    }

    private static bool IsForeign(Scene scene, int token) =>
        scene.Tokens[token].Is(WordClass.Languages) && scene.Text.IsCapitalised(token) && !scene.Text.Is(token, "English");

    /// <summary>"in French politics" names no language.</summary>
    private static bool EndsPhrase(Scene scene, Sentence sentence, int token) =>
        token >= sentence.EndToken || scene.Tokens[token].Kind is not (TokenKind.Word or TokenKind.Number)
        || scene.Tokens[token].Is(WordClass.Prepositions | WordClass.BareTimes | WordClass.Subordinators | WordClass.Determiners)
        || scene.Text.Word(token) is "and" or "but";
}
