using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Finds what somebody is asked for: urged the council to wait, called on her not to go, pledged to “go at once”.</summary>
internal static class Requests
{
    private const int LongestName = 14; // tokens of the one who is asked

    /// <summary>The "to" that begins what is asked for, or the "not" before it; null where nothing is asked for.</summary>
    public static int? Of(Scene scene, Sentence sentence, Cue cue, int start)
    {
        if (!cue.Is(WordClass.UrgingVerbs) || start >= sentence.EndToken)
        {
            return null;
        }

        if (scene.Text.Word(start) is "to")
        {
            return LeadsVerb(scene, sentence, start) && scene.HasMarks(start, sentence.EndToken) ? start : null;
        }

        var calls = scene.Text.Word(start) is "on" && scene.Text.Word(cue.Verb).StartsWith("call", StringComparison.OrdinalIgnoreCase);
        return calls || cue.Is(WordClass.TellingVerbs) ? AfterName(scene, sentence, calls ? start + 1 : start) : null;
    }

    private static int? AfterName(Scene scene, Sentence sentence, int start)
    {
        for (var i = start; i < Math.Min(sentence.EndToken, start + LongestName) && MayStandIn(scene, i, isFirst: i == start); i++)
        {
            if (i > start && scene.Text.Word(i) is "to")
            {
                return !LeadsVerb(scene, sentence, i) && !LeadsMarked(scene, sentence, i) ? null : scene.Text.Word(i - 1) is "not" or "never" ? i - 1 : i;
            }
        }

        return null;
    }

    private static bool MayStandIn(Scene scene, int token, bool isFirst) =>
        !scene.IsQuoted(token) && scene.Tokens[token].Kind is TokenKind.Word or TokenKind.Possessive or TokenKind.Number
        && !scene.Tokens[token].Is(WordClass.Auxiliaries | WordClass.Modals | WordClass.Subordinators) && (isFirst || !scene.Tokens[token].Is(WordClass.SubjectPronouns))
        && (!scene.Tokens[token].Is(WordClass.Prepositions) || scene.Text.Word(token) is "of" or "to");

    /// <summary>"to wait", unlike "to the council" and "to Norrmark".</summary>
    private static bool LeadsVerb(Scene scene, Sentence sentence, int to) =>
        to + 1 < sentence.EndToken && scene.Tokens[to + 1].Kind == TokenKind.Word && !scene.Text.IsCapitalised(to + 1)
        && !scene.Tokens[to + 1].Is(WordClass.Determiners | WordClass.Prepositions);

    /// <summary>asked them to “wait here”.</summary>
    private static bool LeadsMarked(Scene scene, Sentence sentence, int to) =>
        to + 2 < sentence.EndToken && scene.Tokens[to + 1].Kind == TokenKind.OpenQuote && char.IsLower(scene.Text.Text[scene.Tokens[to + 2].Start]);
}
