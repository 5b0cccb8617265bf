using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Finds where what somebody is called ends: Varga called the plan “a farce” on Friday.</summary>
internal static class NameEnd
{
    /// <summary>
    /// Where calling something “a farce,” ends: at the mark behind a comma, unless more is called so; also without a comma where the marks are the
    /// whole name.
    /// </summary>
    public static int Of(Scene scene, Cue cue, int start, int end)
    {
        var isPredicate = IsPredicate(scene, cue, start, end);
        for (var i = start; i < end; i++)
        {
            if (!scene.IsQuoted(i))
            {
                continue;
            }

            i = scene.RunRange(scene.RunOf(i)).End - 1;
            if (i + 1 < end && ((ClauseEnd.EndsQuoted(scene, i) && scene.Text.Word(i + 1) is not ("and" or "or" or "but" or "because") && !scene.IsQuoted(i + 1)) || (isPredicate && EndsPredicate(scene, i + 1, end))))
            {
                return i + 1;
            }
        }

        return end;
    }

    /// <summary>called the plan “a farce”: the marks hold what it is called, not a part of it as in "called for an end to “farces”".</summary>
    private static bool IsPredicate(Scene scene, Cue cue, int start, int end)
    {
        if (!scene.Tokens[cue.Verb].Is(WordClass.CallingVerbs) || scene.Text.Word(start) is "for" or "on")
        {
            return false;
        }

        for (var i = start; i < end && !scene.IsQuoted(i); i++)
        {
            if (scene.Text.Word(i) is "of" or "how" or "that" or "for" or "to" or "being")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>“a farce” on Friday, “a farce” and left: what follows the marks is no part of the name.</summary>
    private static bool EndsPredicate(Scene scene, int next, int end)
    {
        const int reach = 4; // tokens: “a farce” and a “shame”
        return scene.Tokens[next].Is(WordClass.BareTimes)
            || scene.Text.Word(next) is "on" or "in" or "during" or "at" or "after" or "before" or "while" or "this"
            || (scene.Text.Word(next) is "and" or "but" && !scene.HasMarks(next + 1, Math.Min(end, next + 1 + reach))
                && !(next + 1 < end && scene.Text.Word(next + 1).EndsWith("ing", StringComparison.Ordinal)));
    }
}
