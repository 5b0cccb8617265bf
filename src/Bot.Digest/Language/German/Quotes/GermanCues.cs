using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>A verb of speaking in its clause.</summary>
/// <param name="Cue">The verb with what belongs to it.</param>
/// <param name="Finite">The word that stands where finite verbs do: the verb itself, or "hat" before a participle.</param>
/// <param name="Start">First token of the clause, its conjunction "und" left out.</param>
/// <param name="IsFinal">The verb stands last, as in subordinate clauses ("wie die Polizei mitteilte").</param>
internal readonly record struct ClauseCue(Cue Cue, int Finite, int Start, bool IsFinal);

/// <summary>Finds the verb of speaking of a clause.</summary>
internal static class GermanCues
{
    private const WordClass Plain = WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.NamingVerbs;

    public static ClauseCue? Find(Scene scene, Clause clause)
    {
        var start = scene.Text.Word(clause.First) is "und" or "aber" or "doch" or "Und" or "Aber" or "Doch" or "denn" or "sondern" or "sowie" ? clause.First + 1 : clause.First;
        for (var i = start; i < clause.End; i++)
        {
            if (scene.IsQuoted(i) || scene.Tokens[i].Kind != TokenKind.Word || (scene.Text.IsCapitalised(i) && i > start) || scene.MentionOf(i) >= 0)
            {
                continue;
            }

            if (scene.Tokens[i].Is(Plain) && ReadPlain(scene, clause, start, i) is { } plain)
            {
                return plain;
            }

            if (scene.Tokens[i].Is(WordClass.SeparableVerbs) && HasParticle(scene, clause, i))
            {
                return Of(scene, clause, start, i, i);
            }

            if (scene.Text.Word(i) is "geheißen" || (scene.Text.Word(i) is "heißt" or "hieß" && i + 1 < clause.End && scene.Text.Is(i + 1, "es")))
            {
                return Of(scene, clause, start, i, i);
            }
        }

        return null;
    }

    private static ClauseCue? ReadPlain(Scene scene, Clause clause, int start, int verb)
    {
        var word = scene.Text.Word(verb);
        if ((verb > start && scene.Text.Word(verb - 1) is "zu") || (word[^1] == 'n' && Has(scene, clause, WordClass.Modals) && !word.EndsWith("ten")))
        {
            return null;
        }

        var auxiliary = word.EndsWith("te") || word.EndsWith("ten") ? -1 : AuxiliaryOf(scene, clause, verb);
        return auxiliary < 0 ? Of(scene, clause, start, verb, verb)
            : IsHave(scene.Text.Word(auxiliary)) ? Of(scene, clause, start, verb, auxiliary)
            : null;
    }

    private static ClauseCue Of(Scene scene, Clause clause, int start, int verb, int finite)
    {
        var isFinal = finite >= LastWord(scene, clause) && finite > start
            && (scene.Tokens[start].Is(WordClass.Subordinators) || (scene.Text.Word(start) is "der" or "die" or "das" or "welche" or "welcher" && !IsRole(scene, start, finite)));
        var cue = new Cue(Math.Min(finite, verb), verb, verb + 1, CueForm.Finite)
        {
            Classes = scene.Tokens[verb].Is(Plain) ? scene.Tokens[verb].Classes : WordClass.SpeechVerbs,
            Denies = scene.Text.Word(verb) is "bestritt" or "bestreitet" or "dementierte" or "dementiert",
        };
        return new ClauseCue(cue, finite, start, isFinal);
    }

    /// <summary>"Varga, die Ministerin des Landes sagte": no relative clause, though it begins and ends like one.</summary>
    private static bool IsRole(Scene scene, int first, int verb)
    {
        var noun = first + 1;
        while (noun < verb && !scene.Text.IsCapitalised(noun) && NounPhrases.IsPhraseWord(scene, noun))
        {
            noun++;
        }

        return noun < verb && GermanWords.IsRole(scene.Text, noun) && NounPhrases.EndOf(scene, first, verb) == verb;
    }

    /// <summary>The auxiliary of a participle in the same clause; -1 where the verb stands alone.</summary>
    private static int AuxiliaryOf(Scene scene, Clause clause, int verb)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (i != verb && !scene.IsQuoted(i) && (scene.Tokens[i].Is(WordClass.Auxiliaries) || IsHave(scene.Text.Word(i))))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"wurde … genannt": a participle with a form of "werden".</summary>
    public static bool IsPassive(Scene scene, Clause clause, int verb) =>
        AuxiliaryOf(scene, clause, verb) is >= 0 and var auxiliary && scene.Text.Word(auxiliary) is "wird" or "werden" or "wurde" or "wurden" or "worden" or "sei" or "seien";

    private static bool IsHave(ReadOnlySpan<char> word) => word is "hat" or "haben" or "hatte" or "hatten" or "habe" or "hätte" or "hätten" or "Hat";

    private static bool HasParticle(Scene scene, Clause clause, int verb)
    {
        var last = LastWord(scene, clause);
        return last > verb && scene.Tokens[last].Is(WordClass.VerbParticles);
    }

    private static bool Has(Scene scene, Clause clause, WordClass classes)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (scene.Tokens[i].Is(classes) && !scene.IsQuoted(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last word outside marks.</summary>
    public static int LastWord(Scene scene, Clause clause)
    {
        var last = clause.End - 1;
        while (last > clause.First && (scene.IsQuoted(last) || scene.Tokens[last].Kind is not (TokenKind.Word or TokenKind.Number)))
        {
            last--;
        }

        return last;
    }
}
