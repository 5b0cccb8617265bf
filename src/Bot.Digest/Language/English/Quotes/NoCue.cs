using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Tells words that look like verbs of speaking and are none where they stand: nouns, adjectives, what somebody else did.</summary>
internal static class NoCue
{
    /// <summary>"the claims", "Varga's answer", "of calls": a noun or an adjective.</summary>
    public static bool IsNoun(Scene scene, int previous, int verb, bool participle)
    {
        if (previous < 0)
        {
            return false;
        }

        var before = scene.Tokens[previous];
        var counts = before.Kind == TokenKind.Number || before.Is(WordClass.Numerals);
        if (scene.Text.Word(verb) is "said" or "says" ? counts || before.Is(WordClass.Determiners) : counts && scene.Text.Word(verb) is "say")
        {
            return false; // "another said", "six in 10 say"
        }

        return before.Kind is TokenKind.Possessive or TokenKind.Number
            || (before.Is(WordClass.Determiners) && !before.Is(WordClass.SubjectPronouns) && !scene.Text.Is(previous, "all") && !scene.Text.Is(previous, "many") && !scene.Text.Is(previous, "some") && !scene.Text.Is(previous, "both") && !scene.Text.Is(previous, "that"))
            || (before.Is(WordClass.Prepositions) && !participle);
    }

    /// <summary>"speaking on the pier": no words are told, unlike "spoke of a farce".</summary>
    public static bool SpeaksOfNothing(Scene scene, Sentence sentence, int verb) =>
        scene.Text.Word(verb) is "speak" or "speaks" or "spoke" or "spoken" or "speaking" or "talk" or "talks" or "talked" or "talking"
        && !(verb + 1 < sentence.EndToken && (scene.IsQuoted(verb + 1) || scene.Text.Word(verb + 1) is "of" or "about" or "," or ":"));

    /// <summary>"a science known as", "words written on it": a participle without its auxiliary.</summary>
    public static bool IsBareParticiple(Scene scene, int verb) =>
        scene.Text.Word(verb) is "known" or "written" or "spoken" or "shown" or "sworn";

    /// <summary>"in key states", "a weekend rally call": a word that is a noun as often needs its subject before it.</summary>
    public static bool LacksSubject(Scene scene, Sentence sentence, int verb)
    {
        var previous = verb - 1;
        if (!scene.Tokens[verb].Is(WordClass.VerbsOrNouns) || previous < sentence.FirstToken || scene.IsQuoted(previous))
        {
            return false;
        }

        if (verb + 1 < sentence.EndToken && scene.Tokens[verb + 1].Is(WordClass.RoleNouns | WordClass.Roles))
        {
            return true; // "another state senator"
        }

        if (verb + 1 < sentence.EndToken && scene.Text.Word(verb + 1) is "that" && previous > sentence.FirstToken && scene.Tokens[previous - 1].Is(WordClass.Determiners))
        {
            return false; // "the accused claims that"
        }

        if (previous - 2 >= sentence.FirstToken && scene.Tokens[previous - 1].Is(WordClass.Determiners) && scene.IsQuoted(previous - 2))
        {
            return false; // “…,” the letter states
        }

        var before = scene.Tokens[previous];
        var agrees = scene.Text.Word(verb)[^1] != 's' && scene.Text.Word(previous)[^1] == 's'; // "scholars caution"
        return !agrees && before.Kind == TokenKind.Word && scene.MentionOf(previous) < 0 && !scene.Text.IsCapitalised(previous)
            && !before.Is(WordClass.SubjectPronouns | WordClass.RoleNouns | WordClass.FunctionWords | WordClass.Adverbs) && !CueFinder.IsAdverb(scene, previous);
    }

    /// <summary>"rejected claims that": a plural after a verb is what was rejected.</summary>
    public static bool IsObject(Scene scene, Sentence sentence, int verb)
    {
        var previous = verb - 1;
        if (previous <= sentence.FirstToken || scene.IsQuoted(previous) || scene.Text.IsCapitalised(previous) || !scene.Text.Word(verb).EndsWith("s", StringComparison.Ordinal)
            || scene.Tokens[previous].Is(WordClass.RoleNouns | WordClass.Determiners) || scene.Tokens[previous - 1].Is(WordClass.Determiners))
        {
            return false;
        }

        var before = scene.Text.Word(previous);
        return before.EndsWith("ed", StringComparison.Ordinal) || before is "rejects" or "denies" or "dismisses" or "disputes" or "refutes";
    }
}
