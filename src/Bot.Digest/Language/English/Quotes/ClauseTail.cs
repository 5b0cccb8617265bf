using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Tells what follows a reported clause and is the outlet's own: a comment on what was said, or the main clause.</summary>
internal static class ClauseTail
{
    /// <summary>Whether the outlet's own words begin behind a comma or dash.</summary>
    /// <param name="comma">The comma or dash.</param>
    /// <param name="marked">Marked words stand in the clause before it.</param>
    /// <param name="subordinated">The cue is no main verb: "While Varga said that …, Feld".</param>
    public static bool Begins(Scene scene, Sentence sentence, int comma, bool marked, bool subordinated) =>
        comma + 2 < sentence.EndToken
        && (IsApposed(scene, sentence, comma + 1)
            || (subordinated && IsSubject(scene, sentence, comma + 1))
            || (marked && scene.Text.Word(comma) is not "," && !scene.HasMarks(comma, sentence.EndToken)));

    /// <summary>“…,” drawing a sharp reply: what the words did, told by the outlet.</summary>
    public static bool IsComment(Scene scene, int token) =>
        scene.Tokens[token].Kind == TokenKind.Word && scene.Tokens[token].Length > 5 && !scene.Text.IsCapitalised(token)
        && scene.Text.Word(token).EndsWith("ing", StringComparison.Ordinal)
        && scene.Text.Word(token) is not ("including" or "regarding" or "following" or "concerning" or "during" or "nothing" or "something" or "anything" or "everything" or "depending");

    /// <summary>Whether a clause with its subject begins at a token.</summary>
    public static bool IsSubject(Scene scene, Sentence sentence, int token) =>
        scene.Tokens[token].Is(WordClass.SubjectPronouns) || Phrases.BeginsClause(scene, sentence, token, sentence.EndToken)
        || (scene.PersonAt(token) is { } person && person.EndToken < sentence.EndToken && scene.Text.Word(person.EndToken) is not ("," or "and"));

    /// <summary>", an ambitious goal that would …": the outlet's own word for what was said.</summary>
    private static bool IsApposed(Scene scene, Sentence sentence, int token)
    {
        const int reach = 5; // tokens: "a rather ambitious goal that"
        if (scene.Text.Word(token) is not ("a" or "an"))
        {
            return false;
        }

        for (var i = token + 1; i < Math.Min(sentence.EndToken, token + reach) && scene.Tokens[i].Kind == TokenKind.Word; i++)
        {
            if (scene.Text.Word(i) is "that" or "which")
            {
                return i > token + 1;
            }
        }

        return false;
    }
}
