using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>The likely subject of a sentence: a person or a pronoun that no preposition leads, else its first noun phrase.</summary>
internal static class GermanMainSubject
{
    private const int Reach = 30; // tokens of a role before its name

    public static SpeakerPhrase? Of(Scene scene, Sentence sentence, int before)
    {
        for (var i = sentence.FirstToken; i < before; i++)
        {
            if (scene.IsQuoted(i))
            {
                continue;
            }

            if (GenderOf(scene.Text.Word(i)) != 0)
            {
                return new SpeakerPhrase(i, i + 1, PhraseKind.Pronoun, null, i);
            }

            if (scene.PersonAt(i) is { } person)
            {
                if (i == sentence.FirstToken || !scene.Tokens[i - 1].Is(WordClass.Prepositions | WordClass.Determiners))
                {
                    return new SpeakerPhrase(RoleBefore(scene, sentence, person), person.EndToken, PhraseKind.Name, person, person.FirstToken);
                }

                i = person.EndToken - 1;
            }
        }

        return before > sentence.FirstToken ? GermanSubjects.OfSentence(scene, new Clause(sentence.FirstToken, before, false)) : null;
    }

    /// <summary>"…, die Hafenministerin, Ilse Varga, …": where the role begins that a name stands in apposition to.</summary>
    private static int RoleBefore(Scene scene, Sentence sentence, NameMention person)
    {
        var comma = person.TitleToken - 1;
        var role = comma > sentence.FirstToken && scene.Text.Word(comma) is "," ? NounPhrases.RoleUpTo(scene, Math.Max(sentence.FirstToken, comma - Reach), comma) : -1;
        return role >= 0 ? role : person.FirstToken;
    }

    /// <summary>+1 for she, -1 for he, 0 for every other word; "sie" is also they, which only its verb tells.</summary>
    public static int GenderOf(ReadOnlySpan<char> pronoun) => pronoun switch
    {
        "er" or "Er" => -1,
        "sie" or "Sie" => 1,
        _ => 0,
    };
}
