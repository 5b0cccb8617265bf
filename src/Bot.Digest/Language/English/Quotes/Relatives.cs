using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Subjects that a relative clause tells of: "Varga, who said that", "an official who was in court said", "a sign that read “Stay”".</summary>
internal static class Relatives
{
    /// <summary>"he held up a sign that read “Stay”": what the words are written on, without what is done to it.</summary>
    public static SpeakerPhrase? BeforeWhich(Scene scene, int low, int which)
    {
        var end = which > low && scene.Tokens[which - 1].Kind == TokenKind.Punctuation ? which - 1 : which;
        if (end <= low)
        {
            return null;
        }

        var first = end - 1;
        while (first > low && scene.Tokens[first].Kind == TokenKind.Word && !scene.Tokens[first].Is(WordClass.Determiners) && !scene.IsQuoted(first))
        {
            first--;
        }

        first = scene.Tokens[first].Is(WordClass.Determiners) ? first : end - 1;
        return !scene.IsQuoted(first) && scene.Tokens[first].Kind == TokenKind.Word ? new SpeakerPhrase(first, end, PhraseKind.Nominal, null, end - 1) : null;
    }

    /// <summary>"Varga, who said that": the one before "who".</summary>
    public static SpeakerPhrase? BeforeWho(Scene scene, int low, int who)
    {
        var end = who > low && scene.Text.Word(who - 1) is "," ? who - 1 : who;
        return end > low && !scene.IsQuoted(end - 1) ? SubjectFinder.NounPhrase(scene, low, end) : null;
    }

    /// <summary>"an official who relayed the talk said", "an official who was in court said": the "who" whose clause ends before the verb.</summary>
    public static int? WhoBefore(Scene scene, int low, int first, int end)
    {
        if (first <= low + 1 || first >= end)
        {
            return null;
        }

        if (scene.Text.Word(first - 1) is "who" && IsPredicate(scene, first))
        {
            return first - 1;
        }

        return first > low + 2 && scene.Tokens[first - 1].Is(WordClass.Auxiliaries | WordClass.Modals) && scene.Text.Word(first - 2) is "who" ? first - 2 : null;
    }

    /// <summary>"an official who relayed the talk", not "a builder who Varga": a verb follows "who".</summary>
    private static bool IsPredicate(Scene scene, int token) =>
        scene.MentionOf(token) < 0 && scene.Tokens[token].Kind == TokenKind.Word && !scene.Text.IsCapitalised(token)
        && !scene.Tokens[token].Is(WordClass.Determiners | WordClass.SubjectPronouns | WordClass.Prepositions);
}
