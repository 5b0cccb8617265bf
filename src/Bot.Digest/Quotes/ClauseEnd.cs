using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>Finds where a reported clause ends: at the sentence's end, or where the outlet's own words go on.</summary>
internal static class ClauseEnd
{
    /// <summary>One past the clause that starts at <paramref name="start"/>; <paramref name="cueIndex"/> is its own cue's index, -1 for none.</summary>
    public static int Of(Scene scene, Sentence sentence, List<Cue> cues, int cueIndex, int start)
    {
        var next = cueIndex + 1;
        for (var i = start; i < sentence.EndToken; i++)
        {
            if (scene.IsQuoted(i))
            {
                i = Math.Min(Phrases.RunRange(scene, scene.RunOf(i)).End, sentence.EndToken) - 1;
                if (EndsQuoted(scene, i) && i + 1 < sentence.EndToken && StartsOwnWords(scene, i + 1, cues, ref next))
                {
                    return i + 1;
                }

                continue;
            }

            var isComma = scene.Text.Word(i) is "," or "—" or "–" or "--";
            if (scene.Text.Word(i) is ";" || (isComma && i + 1 < sentence.EndToken && StartsOwnWords(scene, i + 1, cues, ref next)) || IsOwnDeed(scene, sentence, i))
            {
                return i;
            }
        }

        var end = sentence.EndToken;
        while (end > start && scene.Tokens[end - 1].Kind == TokenKind.Punctuation && !scene.IsQuoted(end - 1) && scene.Text.Word(end - 1) is "." or "?" or "!" or "," or ":")
        {
            end--;
        }

        return end;
    }

    private static bool EndsQuoted(Scene scene, int close) =>
        close > 0 && scene.Tokens[close].Kind == TokenKind.CloseQuote && scene.Text.Text[scene.Tokens[close].Start - 1] is ',' or '.';

    /// <summary>", adding …", ", according to …", ", while …" after the clause.</summary>
    private static bool StartsOwnWords(Scene scene, int i, List<Cue> cues, ref int next)
    {
        while (next < cues.Count && cues[next].Verb < i)
        {
            next++;
        }

        var participle = next < cues.Count && cues[next].Form == CueForm.Participle && cues[next].First == i;
        return participle || scene.Text.Word(i) is "according" or "while" or "although" or "though" or "whereas";
    }

    /// <summary>"but did not say when": the speaker's doing, no words.</summary>
    private static bool IsOwnDeed(Scene scene, Sentence sentence, int i) =>
        scene.Text.Word(i) is "but" or "and" && i + 1 < sentence.EndToken
        && scene.Text.Word(i + 1) is "did" or "declined" or "refused" or "didn't" or "didn’t" or "gave" or "offered";
}
