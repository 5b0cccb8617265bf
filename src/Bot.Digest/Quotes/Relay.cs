using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Digest.Quotes;

/// <summary>
/// Finds the outlet that words were first spoken to or printed by: "told the Evening Post", "said in an interview with Radio Lind",
/// "…, the Evening Post reported", "according to the Evening Post".
/// </summary>
internal static class Relay
{
    /// <summary>The outlet in the sentence of the cue, outside the words themselves; null for none.</summary>
    public static TextSpan? Of(Scene scene, Draft draft)
    {
        if (draft.Cue is not { } cue)
        {
            return null;
        }

        var sentence = scene.Text.Sentences[draft.Sentence];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (scene.MentionOf(i) is not (>= 0 and var mention))
            {
                continue;
            }

            var name = scene.People.Names[mention];
            if (name.Kind != NameKind.Person && !scene.IsQuoted(i) && !IsSpeaker(draft, i) && NamesOutlet(scene, name)
                && (WasTold(scene, cue, name)
                    || (!draft.Holds(i) && scene.Text.Language.Origins.NameOutlet(scene.Text, sentence, BeforeName(scene, name), name.EndToken))))
            {
                return name.Span;
            }

            i = Math.Max(i, name.EndToken - 1);
        }

        return null;
    }

    /// <summary>An outlet that speaks for itself relays nobody.</summary>
    private static bool IsSpeaker(Draft draft, int token) => draft.Speaker is { } speaker && speaker.First <= token && token < speaker.End;

    /// <summary>told the Evening Post</summary>
    private static bool WasTold(Scene scene, Cue cue, NameMention name) => cue.Is(WordClass.TellingVerbs) && BeforeName(scene, name) + 1 == cue.End;

    /// <summary>The token before the name and its article.</summary>
    private static int BeforeName(Scene scene, NameMention name)
    {
        var before = name.TitleToken - 1;
        while (before >= 0 && scene.Tokens[before].Is(WordClass.Determiners))
        {
            before--;
        }

        return before;
    }

    private static bool NamesOutlet(Scene scene, NameMention name)
    {
        for (var i = name.FirstToken; i < name.EndToken; i++)
        {
            if (scene.Tokens[i].Is(WordClass.OutletWords))
            {
                return true;
            }
        }

        return false;
    }
}
