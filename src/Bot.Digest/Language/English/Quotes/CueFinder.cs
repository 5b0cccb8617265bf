using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Finds the cues of a sentence: verbs of speaking outside quotations that are no noun, no adjective and no name.</summary>
internal static class CueFinder
{
    public const WordClass CueVerbs = WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.OpenVerbs | WordClass.NamingVerbs | WordClass.UrgingVerbs;

    private const WordClass Helpers = WordClass.Auxiliaries | WordClass.Modals | WordClass.Negations;

    public static void Find(Scene scene, Sentence sentence, List<Cue> cues)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if ((scene.Tokens[i].Is(CueVerbs) || PutsIt(scene, sentence, i)) && !scene.IsQuoted(i) && scene.MentionOf(i) < 0 && Read(scene, sentence, i) is { } cue)
            {
                cues.Add(cue);
            }
        }
    }

    /// <summary>"as Varga put it"</summary>
    private static bool PutsIt(Scene scene, Sentence sentence, int i) =>
        scene.Text.Word(i) is "put" or "puts" && i + 1 < sentence.EndToken && scene.Text.Word(i + 1) is "it";

    private static Cue? Read(Scene scene, Sentence sentence, int verb)
    {
        var text = scene.Text;
        if (text.IsCapitalised(verb) && verb > sentence.FirstToken)
        {
            return null;
        }

        var (first, negated, modal, infinitive, auxiliary) = VerbGroup(scene, sentence, verb);
        var previous = first - 1 >= sentence.FirstToken ? first - 1 : -1;
        var participle = text.Word(verb).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        var past = text.Word(verb).EndsWith("d", StringComparison.OrdinalIgnoreCase);
        var alone = first == verb;
        if ((alone && (IsNoun(scene, previous, participle) || IsBareParticiple(scene, verb) || IsObject(scene, sentence, verb) || LacksSubject(scene, sentence, verb)))
            || (auxiliary && past && IsPassive(scene, first, verb)) || (past && IsContractedPassive(scene, first - 1)) || SpeaksOfNothing(scene, sentence, verb))
        {
            return null;
        }

        var form = (negated, modal, infinitive) is not (false, false, false) ? CueForm.Unsaid
            : participle && !auxiliary ? CueForm.Participle
            : CueForm.Finite;
        if (infinitive && !negated && GoesOn(scene, sentence, first) is { } start)
        {
            (first, form) = (start, CueForm.Finite);
        }

        return new Cue(first, verb, AfterParticles(scene, sentence, verb), form)
        {
            Classes = scene.Tokens[verb].Classes,
            Denies = scene.Text.Word(verb) is "deny" or "denies" or "denied" or "denying",
        };
    }

    /// <summary>Steps left over "has also", "will not", "to".</summary>
    private static (int First, bool Negated, bool Modal, bool Infinitive, bool Auxiliary) VerbGroup(Scene scene, Sentence sentence, int verb)
    {
        var (first, negated, modal, infinitive, auxiliary) = (verb, false, false, false, false);
        for (var i = verb - 1; i >= sentence.FirstToken && verb - i < 6 && !scene.IsQuoted(i); i--)
        {
            var token = scene.Tokens[i];
            var isTo = !infinitive && scene.Text.Is(i, "to");
            if (token.Is(Helpers) && !token.Is(WordClass.SubjectPronouns))
            {
                auxiliary |= token.Is(WordClass.Auxiliaries);
                modal |= token.Is(WordClass.Modals);
                negated |= token.Is(WordClass.Negations);
            }
            else if (isTo)
            {
                infinitive = true;
            }
            else if (!IsAdverb(scene, i) || (token.Is(WordClass.Determiners) && i > sentence.FirstToken))
            {
                break;
            }

            first = i;
        }

        return (first, negated, modal, infinitive, auxiliary);
    }

    /// <summary>An adverb beside a verb: listed, or in -ly.</summary>
    internal static bool IsAdverb(Scene scene, int token) =>
        scene.Tokens[token].Kind == TokenKind.Word && scene.MentionOf(token) < 0
        && (scene.Tokens[token].Is(WordClass.Adverbs)
            || (scene.Tokens[token].Length > 4 && !scene.Text.IsCapitalised(token) && scene.Text.Word(token).EndsWith("ly", StringComparison.Ordinal)));

    /// <summary>"the claims", "Varga's answer", "of calls": a noun or an adjective.</summary>
    private static bool IsNoun(Scene scene, int previous, bool participle)
    {
        if (previous < 0)
        {
            return false;
        }

        var before = scene.Tokens[previous];
        return before.Kind is TokenKind.Possessive or TokenKind.Number
            || (before.Is(WordClass.Determiners) && !before.Is(WordClass.SubjectPronouns) && !scene.Text.Is(previous, "all") && !scene.Text.Is(previous, "many") && !scene.Text.Is(previous, "some") && !scene.Text.Is(previous, "both") && !scene.Text.Is(previous, "that"))
            || (before.Is(WordClass.Prepositions) && !participle);
    }

    /// <summary>"speaking on the pier": no words are told, unlike "spoke of a farce".</summary>
    private static bool SpeaksOfNothing(Scene scene, Sentence sentence, int verb) =>
        scene.Text.Word(verb) is "speak" or "speaks" or "spoke" or "spoken" or "speaking" or "talk" or "talks" or "talked" or "talking"
        && !(verb + 1 < sentence.EndToken && (scene.IsQuoted(verb + 1) || scene.Text.Word(verb + 1) is "of" or "about" or "," or ":"));

    /// <summary>"a science known as", "words written on it": a participle without its auxiliary.</summary>
    private static bool IsBareParticiple(Scene scene, int verb) =>
        scene.Text.Word(verb) is "known" or "written" or "spoken" or "shown" or "sworn";

    /// <summary>"in key states", "a weekend rally call": a word that is a noun as often needs its subject before it.</summary>
    private static bool LacksSubject(Scene scene, Sentence sentence, int verb)
    {
        var previous = verb - 1;
        if (!scene.Tokens[verb].Is(WordClass.VerbsOrNouns) || previous < sentence.FirstToken || scene.IsQuoted(previous))
        {
            return false;
        }

        if (verb + 1 < sentence.EndToken && scene.Tokens[verb + 1].Is(WordClass.RoleNouns | WordClass.Roles))
        {
            return true; // "another state senator"
        }

        if (verb + 1 < sentence.EndToken && scene.Text.Word(verb + 1) is "that" && previous > sentence.FirstToken && scene.Tokens[previous - 1].Is(WordClass.Determiners))
        {
            return false; // "the accused claims that"
        }

        var before = scene.Tokens[previous];
        var agrees = scene.Text.Word(verb)[^1] != 's' && scene.Text.Word(previous)[^1] == 's'; // "scholars caution"
        return !agrees && before.Kind == TokenKind.Word && scene.MentionOf(previous) < 0 && !scene.Text.IsCapitalised(previous)
            && !before.Is(WordClass.SubjectPronouns | WordClass.RoleNouns | WordClass.FunctionWords | WordClass.Adverbs) && !IsAdverb(scene, previous);
    }

    /// <summary>"rejected claims that": a plural after a verb is what was rejected.</summary>
    private static bool IsObject(Scene scene, Sentence sentence, int verb)
    {
        var previous = verb - 1;
        if (previous <= sentence.FirstToken || scene.IsQuoted(previous) || scene.Text.IsCapitalised(previous) || !scene.Text.Word(verb).EndsWith("s", StringComparison.Ordinal)
            || scene.Tokens[previous].Is(WordClass.RoleNouns | WordClass.Determiners) || scene.Tokens[previous - 1].Is(WordClass.Determiners))
        {
            return false;
        }

        var before = scene.Text.Word(previous);
        return before.EndsWith("ed", StringComparison.Ordinal) || before is "rejects" or "denies" or "dismisses" or "disputes" or "refutes";
    }

    /// <summary>"was told", "is expected": someone else spoke, and who is not said here.</summary>
    private static bool IsPassive(Scene scene, int first, int verb)
    {
        for (var i = verb - 1; i >= first; i--)
        {
            var word = scene.Text.Word(i);
            if (word is "is" or "are" or "was" or "were" or "be" or "been" or "being" or "am" or "isn't" or "wasn't" or "weren't" or "aren't")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"we're told"</summary>
    private static bool IsContractedPassive(Scene scene, int before) =>
        before >= 0 && scene.Tokens[before].Is(WordClass.Contractions) && scene.Text.Word(before).EndsWith("re", StringComparison.Ordinal);

    /// <summary>"went on to say", "continued to say", "used to say" report as plainly as "said".</summary>
    private static int? GoesOn(Scene scene, Sentence sentence, int first)
    {
        var i = first - 1;
        if (i > sentence.FirstToken && scene.Text.Is(i, "on") && scene.Text.Word(i - 1) is "went" or "goes" or "go")
        {
            return i - 1;
        }

        return i > sentence.FirstToken && scene.Text.Word(i) is "continued" or "continues" or "used" ? i : null;
    }

    private static int AfterParticles(Scene scene, Sentence sentence, int verb)
    {
        var end = verb + 1;
        if (end < sentence.EndToken && scene.Text.Word(end) is "out" or "back" or "aloud" or "up")
        {
            end++;
        }

        return end;
    }
}
