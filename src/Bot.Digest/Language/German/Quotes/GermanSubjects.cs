using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Finds the noun phrase that says who speaks.</summary>
internal static class GermanSubjects
{
    private const int MostAdjectives = 8;

    /// <summary>The subject of a clause with a verb of speaking: before the verb, else after it; null where there is none.</summary>
    public static SpeakerPhrase? Of(Scene scene, Clause clause, ClauseCue cue)
    {
        if (cue.IsFinal)
        {
            return At(scene, cue.Start + 1, cue.Finite, nominative: true);
        }

        if (scene.Text.Word(cue.Cue.Verb) is "heißt" or "hieß")
        {
            return InSource(scene, cue.Cue.Verb + 2, clause.End) ?? InSource(scene, cue.Start, cue.Cue.Verb);
        }

        var before = cue.Finite > cue.Start && StartsNounPhrase(scene, cue.Start) ? At(scene, cue.Start, cue.Finite, nominative: true) : null;
        if (before is null || (before.Value.Kind == PhraseKind.Nominal && scene.PersonAt(cue.Finite + 1) is not null))
        {
            // "Der Hafenzeitung sagte Varga", "Ergänzend sagte Varga": a name right behind the verb is its subject.
            return After(scene, cue.Finite + 1, clause.End) ?? before;
        }

        return before;
    }

    /// <summary>The subject of a clause of any verb: its first noun phrase in the nominative.</summary>
    public static SpeakerPhrase? OfSentence(Scene scene, Clause clause) =>
        StartsNounPhrase(scene, clause.First) && At(scene, clause.First, clause.End, nominative: true) is { } before ? before : After(scene, clause.First, clause.End);

    /// <summary>The first noun phrase in the nominative between verb and the clause's end.</summary>
    public static SpeakerPhrase? After(Scene scene, int start, int end)
    {
        for (var i = start; i < end && !scene.IsQuoted(i); i++)
        {
            if (scene.Tokens[i].Is(WordClass.Prepositions) || scene.Text.Word(i) is "dem" or "den" or "einem" or "einen" or "seinem" or "ihrem")
            {
                i = Math.Max(i, EndOf(scene, i + 1, end) - 1);
            }
            else if (StartsNounPhrase(scene, i) && At(scene, i, end, nominative: true) is { } phrase)
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

        if (scene.Tokens[start].Is(WordClass.SubjectPronouns) && (start + 1 >= end || !IsPhraseWord(scene, start + 1)))
        {
            return scene.Text.Is(start, "es") ? null : new SpeakerPhrase(start, start + 1, PhraseKind.Pronoun, null, start);
        }

        var last = EndOf(scene, start, end);
        return last > start ? Classify(scene, start, last) : null;
    }

    /// <summary>One past the noun phrase; the start itself where there is none.</summary>
    public static int EndOf(Scene scene, int start, int end)
    {
        var i = AfterAdjectives(scene, start, end);
        if (i >= end || !IsNoun(scene, i))
        {
            return start;
        }

        while (i < end)
        {
            if (scene.IsQuoted(i))
            {
                var run = scene.RunRange(scene.RunOf(i));
                if (scene.WordCount(run.First, run.End) > 5)
                {
                    break;
                }

                i = run.End;
            }
            else if (IsNoun(scene, i))
            {
                i++;
            }
            else if (Continues(scene, i, end) is { } next)
            {
                i = next;
            }
            else
            {
                break;
            }
        }

        return Math.Min(i, end);
    }

    private static int AfterAdjectives(Scene scene, int start, int end)
    {
        var i = start;
        while (i < end && i - start < MostAdjectives && !scene.IsQuoted(i) && !IsNoun(scene, i) && IsPhraseWord(scene, i))
        {
            i++;
        }

        return i;
    }

    /// <summary>A determiner, a number or an adjective.</summary>
    private static bool IsPhraseWord(Scene scene, int i)
    {
        var token = scene.Tokens[i];
        if (token.Kind == TokenKind.Number || token.Is(WordClass.Determiners))
        {
            return true;
        }

        return token.Kind == TokenKind.Word && (scene.Text.IsCapitalised(i)
            || (!token.Is(WordClass.Prepositions | WordClass.Auxiliaries | WordClass.Modals | WordClass.Subordinators | WordClass.SubjectPronouns | WordClass.Adverbs | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.Negations)
                && scene.Text.Word(i) is [.., 'e'] or [.., 'e', 'n' or 'r' or 's' or 'm']));
    }

    private static bool IsNoun(Scene scene, int i) =>
        !scene.IsQuoted(i) && (scene.MentionOf(i) >= 0
            || (scene.Tokens[i].Kind == TokenKind.Word && HasCapital(scene, i) && !scene.Tokens[i].Is(WordClass.Determiners | WordClass.SubjectPronouns | WordClass.Prepositions)));

    /// <summary>A capital at its beginning, or behind a hyphen ("e-Mail").</summary>
    private static bool HasCapital(Scene scene, int i) =>
        scene.Text.IsCapitalised(i) || (scene.Text.Word(i).IndexOf('-') is > 0 and var hyphen && hyphen + 1 < scene.Tokens[i].Length && char.IsUpper(scene.Text.Word(i)[hyphen + 1]));

    /// <summary>The token after a genitive, a "von …", an "und …" or a bracket that belongs to the phrase; null where it ends.</summary>
    private static int? Continues(Scene scene, int i, int end)
    {
        switch (scene.Text.Word(i))
        {
            case "des" or "der" or "eines" or "einer" or "dieser" or "dieses" or "und" or "von" or "vom" or "für" or "&" or "/" or "-" or "–":
                var next = AfterAdjectives(scene, i + 1, end);
                return next < end && (IsNoun(scene, next) || (scene.IsQuoted(next) && next == i + 1)) ? next : null;
            case "(":
                for (var close = i + 1; close < Math.Min(end, i + 12); close++)
                {
                    if (scene.Text.Word(close) is ")")
                    {
                        return close + 1;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private static bool StartsNounPhrase(Scene scene, int i) =>
        !scene.IsQuoted(i) && !scene.Tokens[i].Is(WordClass.Prepositions | WordClass.Subordinators)
        && (scene.Tokens[i].Is(WordClass.Determiners | WordClass.SubjectPronouns) || scene.Tokens[i].Kind == TokenKind.Number || scene.MentionOf(i) >= 0
            || scene.Text.Word(i) is "Auch" or "auch" or "Selbst" or "Sogar" or "Nur"
            || (scene.Tokens[i].Kind == TokenKind.Word && scene.Text.IsCapitalised(i) && !scene.Tokens[i].Is(WordClass.Adverbs)));

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
