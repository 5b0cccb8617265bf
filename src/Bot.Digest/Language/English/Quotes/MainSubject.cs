using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>The likely subject of a sentence's main clause: what a participle ("adding that") or an uncued fragment goes with.</summary>
internal static class MainSubject
{
    /// <summary>The first person or personal pronoun outside quotations that no preposition leads.</summary>
    public static SpeakerPhrase? Of(Scene scene, Sentence sentence, int before)
    {
        for (var i = sentence.FirstToken; i < before; i++)
        {
            if (scene.IsQuoted(i))
            {
                continue;
            }

            if (scene.Text.Word(i) is "He" or "he" or "She" or "she" or "They" or "they")
            {
                return new SpeakerPhrase(i, i + 1, PhraseKind.Pronoun, null, i);
            }

            if (scene.PersonAt(i) is { } person)
            {
                var led = i > sentence.FirstToken && scene.Tokens[i - 1].Is(WordClass.Prepositions);
                var owns = person.EndToken < before && scene.Tokens[person.EndToken].Kind == TokenKind.Possessive;
                if (!led && !owns)
                {
                    return SpeakerPhrase.Of(person);
                }

                i = person.EndToken - 1;
            }
        }

        return null;
    }

    /// <summary>The subject of a sentence for a participle ("The diocese issued a statement, saying"): a person, else the noun phrase that the sentence begins with.</summary>
    public static SpeakerPhrase? OfAny(Scene scene, Sentence sentence, int before)
    {
        if (Of(scene, sentence, before) is { } person)
        {
            return person;
        }

        var first = AfterFront(scene, Phrases.SkipFront(scene, sentence.FirstToken, before), before);
        var end = Phrases.AfterNounPhrase(scene, sentence, first);
        for (var i = first + 1; i < end; i++)
        {
            end = Phrases.StartsWithVerb(scene, i) || CueFinder.IsAdverb(scene, i) ? i : end;
        }

        if (first < before && scene.Text.Word(first) is "It" or "it" or "We" or "we")
        {
            return new SpeakerPhrase(first, first + 1, PhraseKind.Pronoun, null, first);
        }

        var isNoun = (scene.Tokens[first].Is(WordClass.Determiners) || !scene.Tokens[first].Is(WordClass.FunctionWords | WordClass.Contractions)) && end > first && end < before && !scene.Tokens[first].Is(WordClass.Prepositions | WordClass.Subordinators) && !scene.IsQuoted(first);
        return isNoun ? new SpeakerPhrase(first, end, PhraseKind.Nominal, null, end - 1) : null;
    }

    /// <summary>"Later that month, the builder": the subject stands behind the comma of what leads the sentence.</summary>
    private static int AfterFront(Scene scene, int first, int before)
    {
        const int reach = 12; // tokens
        if (first >= before || !(scene.Tokens[first].Is(WordClass.BareTimes | WordClass.Prepositions) || CueFinder.IsAdverb(scene, first)))
        {
            return first;
        }

        for (var i = first; i < Math.Min(before, first + reach); i++)
        {
            if (scene.Text.Word(i) is ",")
            {
                return i + 1;
            }
        }

        return first;
    }
}
