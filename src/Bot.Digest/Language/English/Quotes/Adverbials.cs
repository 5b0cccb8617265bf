using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Steps over what says when, where and how words were said: "on Monday", "in a statement", "earlier this year".</summary>
internal static class Adverbials
{
    /// <summary>The first token behind the adverbials that begin at <paramref name="start"/>.</summary>
    public static int Skip(Scene scene, Sentence sentence, int start)
    {
        var i = start;
        while (i < sentence.EndToken)
        {
            if (scene.IsQuoted(i))
            {
                if (i == start || !IsProgramme(scene, i))
                {
                    break;
                }

                i = scene.RunRange(scene.RunOf(i)).End;
            }
            else if (AfterTime(scene, sentence, i) is { } behind)
            {
                i = behind;
            }
            else if (CueFinder.IsAdverb(scene, i) && !IsSubject(scene, sentence, i))
            {
                i++;
            }
            else if (scene.Tokens[i].Is(WordClass.Prepositions) && !LeadsCue(scene, sentence, i))
            {
                i = AfterPreposition(scene, sentence, i);
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>"there was": no word for where.</summary>
    private static bool IsSubject(Scene scene, Sentence sentence, int i) =>
        scene.Text.Word(i) is "there" && i + 1 < sentence.EndToken && scene.Tokens[i + 1].Is(WordClass.Auxiliaries | WordClass.Modals);

    /// <summary>replied by calling it “a farce”: the words are the second verb's.</summary>
    private static bool LeadsCue(Scene scene, Sentence sentence, int by) =>
        scene.Text.Word(by) is "by" && by + 1 < sentence.EndToken && scene.Tokens[by + 1].Is(CueFinder.CueVerbs) && scene.Text.Word(by + 1).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Monday, this week, that evening, four years ago, several times; not "Monday's talks".</summary>
    private static int? AfterTime(Scene scene, Sentence sentence, int i)
    {
        if (scene.Tokens[i].Is(WordClass.BareTimes) && !(i + 1 < sentence.EndToken && scene.Tokens[i + 1].Kind == TokenKind.Possessive))
        {
            return i + 1;
        }

        if (i + 2 < sentence.EndToken && scene.Text.Word(i + 2) is "ago" && (scene.Tokens[i].Is(WordClass.Determiners) || scene.Tokens[i].Kind == TokenKind.Number))
        {
            return i + 3;
        }

        var isTime = i + 1 < sentence.EndToken && scene.Tokens[i].Is(WordClass.Determiners)
            && (scene.Text.Word(i + 1) is "times" || (scene.Text.Word(i) is "this" or "that" && scene.Text.Word(i + 1) is "week" or "month" or "year"
                or "morning" or "afternoon" or "evening" or "night" or "weekend" or "spring" or "summer" or "autumn" or "fall" or "winter"));
        return isTime ? i + 2 : null;
    }

    /// <summary>on the “Evening Hour” programme: a marked name after a preposition or a possessive is where it was said, not what.</summary>
    private static bool IsProgramme(Scene scene, int open)
    {
        var before = scene.Tokens[open - 1];
        return (before.Kind == TokenKind.Possessive || before.Is(WordClass.Prepositions | WordClass.Determiners) || scene.MentionOf(open - 1) >= 0)
            && scene.RunOf(open - 1) < 0 && ScareFilter.IsTitle(scene, scene.RunRange(scene.RunOf(open)));
    }

    /// <summary>The end of a prepositional phrase: its noun phrase ends where a new subject, clause or phrase begins.</summary>
    private static int AfterPreposition(Scene scene, Sentence sentence, int preposition)
    {
        const int reach = 30; // tokens
        for (var i = preposition + 1; i < Math.Min(sentence.EndToken, preposition + reach) && !EndsPhrase(scene, i); i++)
        {
            if (scene.Text.Word(i) is "that" && i > preposition + 1)
            {
                return i;
            }
        }

        return Phrases.AfterNounPhrase(scene, sentence, preposition + 1);
    }

    private static bool EndsPhrase(Scene scene, int i) => scene.IsQuoted(i) || scene.Text.Word(i) is "," or ":" or ";" or ".";
}
