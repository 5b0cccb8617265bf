using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Digest.Quotes;

/// <summary>Finds the outlet that words were first spoken to: "told the Evening Post", "told Radio Lind in an interview".</summary>
internal static class Relay
{
    public static TextSpan? Of(Scene scene, Draft draft)
    {
        if (draft.Cue is not { } cue || !cue.Is(WordClass.TellingVerbs))
        {
            return null;
        }

        var first = cue.End;
        while (first < scene.Tokens.Length && first <= cue.End + 1 && scene.Tokens[first].Is(WordClass.Determiners))
        {
            first++;
        }

        if (first >= scene.Tokens.Length || scene.MentionOf(first) < 0)
        {
            return null;
        }

        var name = scene.People.Names[scene.MentionOf(first)];
        return name.Kind != NameKind.Person && NamesOutlet(scene, name) ? name.Span : null;
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
