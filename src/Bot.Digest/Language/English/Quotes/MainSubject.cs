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
                    return new SpeakerPhrase(person.FirstToken, person.EndToken, PhraseKind.Name, person, person.FirstToken);
                }

                i = person.EndToken - 1;
            }
        }

        return null;
    }
}
