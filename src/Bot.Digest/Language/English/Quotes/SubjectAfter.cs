using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Finds the subject that stands behind a verb: “…,” said Varga.</summary>
internal static class SubjectAfter
{
    /// <summary>The subject after an inverted verb: “…,” said Varga; “…,” said the group's director, Omar Feld.</summary>
    public static SpeakerPhrase? Of(Scene scene, int start, int high)
    {
        while (start < high && CueFinder.IsAdverb(scene, start) && !scene.Tokens[start].Is(WordClass.SubjectPronouns))
        {
            start++;
        }

        if (start >= high || scene.IsQuoted(start))
        {
            return null;
        }

        if (scene.Tokens[start].Is(WordClass.SubjectPronouns))
        {
            return new SpeakerPhrase(start, start + 1, PhraseKind.Pronoun, null, start);
        }

        if (scene.Tokens[start].Kind is not (TokenKind.Word or TokenKind.Number) || (scene.Tokens[start].Is(WordClass.Prepositions) && scene.MentionOf(start) < 0))
        {
            return null;
        }

        var end = start;
        while (end < high && !EndsInverted(scene, end))
        {
            end++;
        }

        if (end == start)
        {
            return null;
        }

        var phrase = FirstName(scene, start, end) ?? SubjectFinder.Classify(scene, start, end);
        return phrase.Kind == PhraseKind.Nominal && NamedInApposition(scene, end, high) is { } named
            ? new SpeakerPhrase(start, named.EndToken, PhraseKind.Name, named, named.FirstToken)
            : phrase;
    }

    /// <summary>The name that ends the head of the phrase, before "of" and its like.</summary>
    private static SpeakerPhrase? FirstName(Scene scene, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (scene.PersonAt(i) is { } person)
            {
                var next = person.EndToken;
                var isHead = next >= end || !(scene.Tokens[next].Kind is TokenKind.Possessive or TokenKind.Word) || scene.Tokens[next].Is(WordClass.Prepositions | WordClass.FunctionWords | WordClass.BareTimes | WordClass.Adverbs);
                if (isHead)
                {
                    return new SpeakerPhrase(start, next, PhraseKind.Name, person, person.FirstToken);
                }

                i = next - 1;
            }
            else if (scene.Tokens[i].Is(WordClass.Prepositions) && !scene.Text.Is(i, "of"))
            {
                return null;
            }
        }

        return null;
    }

    private static bool EndsInverted(Scene scene, int i) =>
        scene.IsQuoted(i)
        || (scene.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Possessive) && scene.Text.Word(i) is not ("&" or "$" or "/"))
        || (scene.Tokens[i].Is(WordClass.Subordinators | WordClass.Auxiliaries | WordClass.Modals) && scene.MentionOf(i) < 0)
        || scene.Text.Word(i) is "and" or "but";

    private static NameMention? NamedInApposition(Scene scene, int comma, int high) =>
        comma + 1 < high && scene.Text.Word(comma) is "," && scene.PersonAt(comma + 1) is { } person && person.FirstToken == comma + 1
        && (person.EndToken >= high || scene.Text.Word(person.EndToken) is "," or "." or ";" or "—" or "–")
            ? person
            : null;
}
