using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Finds the noun phrase that says who speaks.</summary>
internal static class GermanSubjects
{
    /// <summary>The subject of a clause with a verb of speaking: before the verb, else after it; null where there is none.</summary>
    public static SpeakerPhrase? Of(Scene scene, Clause clause, ClauseCue cue)
    {
        if (cue.IsFinal)
        {
            return At(scene, cue.Start + 1, cue.Finite, nominative: true);
        }

        if (scene.Text.Word(cue.Cue.Verb) is "heißt" or "hieß" or "geheißen")
        {
            return InSource(scene, cue.Cue.Verb + 2, clause.End) ?? InSource(scene, cue.Start, cue.Cue.Verb);
        }

        var before = cue.Finite > cue.Start && NounPhrases.Starts(scene, cue.Start) ? At(scene, cue.Start, cue.Finite, nominative: true) : null;
        if (before is null && cue.Finite == cue.Start && cue.Finite + 1 < clause.End && NounPhrases.IsMarkedName(scene, cue.Finite + 1))
        {
            // „…“, schrieb „Die Inselpost“
            var run = scene.RunRange(scene.RunOf(cue.Finite + 1));
            return new SpeakerPhrase(run.First, run.End, PhraseKind.Nominal, null, run.End - 1);
        }

        if (before is null || (before.Value.Kind == PhraseKind.Nominal && scene.PersonAt(cue.Finite + 1) is not null && IsTold(scene, before.Value, cue)))
        {
            return After(scene, cue.Finite + 1, clause.End) ?? before;
        }

        return before;
    }

    /// <summary>
    /// "Der Hafenzeitung sagte Varga", "Ergänzend sagte Varga": a name right behind the verb is its subject. In "Die Kritiker warfen Varga vor" and
    /// "Die Behörde warf Varga vor" it is the one who is told.
    /// </summary>
    private static bool IsTold(Scene scene, SpeakerPhrase before, ClauseCue cue) =>
        !scene.Text.Word(cue.Finite).EndsWith("en") && cue.Cue.Is(WordClass.SpeechVerbs) && !scene.Tokens[cue.Cue.Verb].Is(WordClass.SeparableVerbs)
        && (!scene.Tokens[before.First].Is(WordClass.Determiners) || (scene.Text.Word(before.First) is [.., 'e' or 'E', 'r'] && !GermanWords.IsRole(scene.Text, before.Head)));

    /// <summary>The subject of a clause of any verb: its first noun phrase in the nominative.</summary>
    public static SpeakerPhrase? OfSentence(Scene scene, Clause clause)
    {
        if (!NounPhrases.Starts(scene, clause.First) || At(scene, clause.First, clause.End, nominative: true) is not { } before)
        {
            return After(scene, clause.First, clause.End);
        }

        var verb = NounPhrases.EndWithTied(scene, clause.First, clause.End);
        return IsThing(scene, before) && verb + 1 < clause.End && At(scene, verb + 1, clause.End, nominative: true) is { Kind: PhraseKind.Name } named ? named : before;
    }

    /// <summary>"Jede Schuld an dem Unglück weist Varga von sich": what stands first there is the object, unless it can speak.</summary>
    private static bool IsThing(Scene scene, SpeakerPhrase phrase)
    {
        var noun = phrase.First;
        while (noun < phrase.Head && (!scene.Text.IsCapitalised(noun) || scene.Tokens[noun].Is(WordClass.Determiners)))
        {
            noun++;
        }

        return phrase.Kind == PhraseKind.Nominal && !GermanWords.IsRole(scene.Text, noun) && !scene.Tokens[noun].Is(WordClass.RoleNouns | WordClass.OrganisationWords | WordClass.OutletWords);
    }

    /// <summary>The first noun phrase in the nominative between verb and the clause's end.</summary>
    public static SpeakerPhrase? After(Scene scene, int start, int end)
    {
        for (var i = start; i < end && !scene.IsQuoted(i); i++)
        {
            if (scene.Tokens[i].Is(WordClass.Prepositions) || scene.Text.Word(i) is "dem" or "den" or "einem" or "einen" or "seinem" or "ihrem")
            {
                i = Math.Max(i, NounPhrases.EndOf(scene, i + 1, end) - 1);
            }
            else if (NounPhrases.Starts(scene, i) && At(scene, i, end, nominative: true) is { } phrase)
            {
                return phrase;
            }
        }

        return null;
    }

    /// <summary>"heißt es in dem Schreiben": the source stands behind a preposition.</summary>
    private static SpeakerPhrase? InSource(Scene scene, int start, int end)
    {
        for (var i = start; i + 1 < end; i++)
        {
            if (scene.Text.Word(i) is "in" or "im" or "aus" or "bei" or "vom" or "von" or "seitens" or "auf" or "In" or "Im" or "Aus" or "Auf" or "Vom")
            {
                return At(scene, i + 1, end, nominative: false);
            }
        }

        return null;
    }

    /// <summary>The noun phrase that begins at a token.</summary>
    public static SpeakerPhrase? At(Scene scene, int start, int end, bool nominative)
    {
        while (start < end && scene.Tokens[start].Is(WordClass.Adverbs) && !scene.Tokens[start].Is(WordClass.Determiners))
        {
            start++;
        }

        if (start >= end || scene.IsQuoted(start) || scene.Tokens[start].Is(WordClass.Prepositions | WordClass.Subordinators) || (nominative && scene.Text.Word(start) is "den" or "dem" or "des" or "Den" or "Dem" or "Des" or "einem" or "einen" or "Einem" or "Einen"))
        {
            return null;
        }

        if (scene.Tokens[start].Is(WordClass.SubjectPronouns) && (start + 1 >= end || !NounPhrases.IsPhraseWord(scene, start + 1)))
        {
            return scene.Text.Is(start, "es") ? null : new SpeakerPhrase(start, start + 1, PhraseKind.Pronoun, null, start);
        }

        var last = NounPhrases.EndOf(scene, start, end);
        return last > start ? Classify(scene, start, last) : null;
    }

    /// <summary>Says whether a noun phrase names a person: its head or the name behind its head, not one in a genitive or behind "von".</summary>
    private static SpeakerPhrase Classify(Scene scene, int first, int last)
    {
        var isHead = true;
        for (var i = first; i < last; i++)
        {
            isHead &= i == first || !(scene.Tokens[i].Is(WordClass.Prepositions) || scene.Text.Word(i) is "des" or "der" or "eines" or "einer" or "(");
            if (scene.PersonAt(i) is not { } person)
            {
                continue;
            }

            if (i > first && !IsTitled(scene, i - 1))
            {
                // "Außerdem warf die Behörde Varga vor": two phrases that stand side by side.
                return new SpeakerPhrase(first, i, PhraseKind.Nominal, null, i - 1);
            }

            if (isHead || (person.EndToken == last && i == person.TitleToken && scene.Text.IsCapitalised(i - 1)))
            {
                return new SpeakerPhrase(first, last, PhraseKind.Name, person, person.FirstToken);
            }

            i = person.EndToken - 1;
        }

        return InApposition(scene, last) is { } named
            ? new SpeakerPhrase(first, named.EndToken, PhraseKind.Name, named, named.FirstToken)
            : new SpeakerPhrase(first, last, PhraseKind.Nominal, null, last - 1);
    }

    /// <summary>Whether a name can belong to the noun before it: one that says what somebody is, not what an authority or a group is.</summary>
    private static bool IsTitled(Scene scene, int noun) =>
        !scene.Text.IsCapitalised(noun) || scene.Tokens[noun].Kind != TokenKind.Word || GermanWords.IsRole(scene.Text, noun)
        || !(scene.Tokens[noun].Is(WordClass.OrganisationWords) || GermanWords.IsNoun(scene.Text.Word(noun)));

    /// <summary>"sagte der Hafenchef, Omar Feld.": nothing but the name stands between comma and mark.</summary>
    private static NameMention? InApposition(Scene scene, int comma)
    {
        if (comma + 1 >= scene.Tokens.Length || scene.Text.Word(comma) is not "," || scene.PersonAt(comma + 1) is not { } person)
        {
            return null;
        }

        var end = person.EndToken;
        return end >= scene.Tokens.Length || scene.Text.Word(end) is "," or "." or "(" or ":" or ";" or "–" ? person : null;
    }
}
