using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Finds the subject of one clause of a sentence: in the clause itself, or in those before it that an apposition or "und" ties to it.</summary>
internal sealed class ClauseSubjects(Scene scene, List<Clause> clauses)
{
    /// <summary>The subject of a clause with a verb of speaking.</summary>
    /// <param name="free">First token of the sentence that no quote has taken.</param>
    /// <param name="main">The subject of the verb of speaking before.</param>
    public SpeakerPhrase? Of(int k, ClauseCue cue, int free, SpeakerPhrase? main)
    {
        var isInverted = cue.Finite == cue.Start;
        var found = (isInverted && IsLedBySubject(k, free) ? Earlier(k, free, main) : null)
            ?? GermanSubjects.Of(scene, clauses[k], cue)
            ?? (isInverted ? Earlier(k, free, main) : null);
        return found is { } subject ? WithNameBefore(k, subject) : null;
    }

    /// <summary>The subject of a clause of any verb.</summary>
    public SpeakerPhrase? OfAny(int k, int free)
    {
        var isLed = k > 1 && !scene.Text.IsCapitalised(clauses[k].First) && IsLedBySubject(k, free);
        return isLed ? Earlier(k, free, null)
            : GermanSubjects.OfSentence(scene, clauses[k]) is { } subject ? WithNameBefore(k, subject)
            : null;
    }

    /// <summary>"Varga, die Ministerin, nannte das Haus …", "… und nannte das Haus": what follows the verb is its object, unless it is a name or a pronoun.</summary>
    private bool IsLedBySubject(int k, int free)
    {
        if (k > 1 && NameOf(k - 1) is not null)
        {
            return true;
        }

        var verb = scene.Text.Word(clauses[k].First) is "und" or "aber" or "doch" ? clauses[k].First + 1 : clauses[k].First;
        var isObject = verb > clauses[k].First && scene.Tokens[verb].Is(WordClass.NamingVerbs); // "und nannte sie ein Wunder"
        if (verb + 1 < clauses[k].End && !isObject && (scene.PersonAt(verb + 1) is not null || scene.Tokens[verb + 1].Is(WordClass.SubjectPronouns)))
        {
            return false;
        }

        if (verb > clauses[k].First)
        {
            return true;
        }

        var first = clauses.FindIndex(clause => clause.First >= free);
        return first >= 0 && first < k - 1 && !clauses[first].IsRun && !clauses[k - 1].IsRun
            && NounPhrases.EndOf(scene, clauses[first].First, clauses[first].End) == clauses[first].End;
    }

    /// <summary>"Varga, die Ministerin, sagte", "Varga lächelte und sagte": the subject stands in an earlier clause.</summary>
    private SpeakerPhrase? Earlier(int k, int free, SpeakerPhrase? main)
    {
        if (main is not null && scene.Text.Word(clauses[k].First) is "und" or "aber" or "doch")
        {
            return main;
        }

        SpeakerPhrase? found = null;
        for (var j = k - 1; j >= 0 && !clauses[j].IsRun && clauses[j].First >= free; j--)
        {
            if (scene.Tokens[clauses[j].First].Is(WordClass.Subordinators) || GermanSubjects.OfSentence(scene, clauses[j]) is not { } phrase)
            {
                continue;
            }

            // A phrase that fills its clause: "…, der Hafenchef, sagte"; a name among them is the speaker.
            found = found is { } role && phrase.Kind != PhraseKind.Name ? role : phrase;
            if (found.Value.Kind == PhraseKind.Name)
            {
                return Whole(j, free, found.Value) with { Distant = clauses[k].First - phrase.End > 8 };
            }
        }

        return found ?? main;
    }

    /// <summary>The person whose name, with titles, is all that a clause holds.</summary>
    private NameMention? NameOf(int k) =>
        !clauses[k].IsRun && scene.PersonAt(clauses[k].First) is { } person
        && (person.EndToken == clauses[k].End || scene.Text.Word(person.EndToken) is "(")
            ? person
            : null;

    /// <summary>
    /// "Omar Feld, Sprecher des Hafens sagte", "Omar Feld, der Sprecher des Hafens sagte": the name stands before the role, its second comma is
    /// missing. Before an article only a name that begins the sentence does.
    /// </summary>
    private SpeakerPhrase WithNameBefore(int k, SpeakerPhrase found) =>
        found.Kind == PhraseKind.Nominal && k > 0 && found.First == clauses[k].First && (k == 1 || !scene.Tokens[found.First].Is(WordClass.Determiners)) && NameOf(k - 1) is { } person
            ? found with { First = clauses[k - 1].First, Kind = PhraseKind.Name, Mention = person }
            : found;

    /// <summary>"Die Hafenministerin, Ilse Varga, …": the role before the name belongs to it.</summary>
    private SpeakerPhrase Whole(int k, int free, SpeakerPhrase named)
    {
        var isNameAlone = named.First == clauses[k].First && named.End == clauses[k].End && named.Mention?.TitleToken == named.First;
        return isNameAlone && k > 0 && clauses[k - 1].First >= free && NounPhrases.RoleUpTo(scene, clauses[k - 1].First, clauses[k - 1].End) is >= 0 and var role
            ? named with { First = role }
            : named;
    }
}
