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
        if ((alone && (NoCue.IsNoun(scene, previous, verb, participle) || NoCue.IsBareParticiple(scene, verb) || NoCue.IsObject(scene, sentence, verb) || NoCue.LacksSubject(scene, sentence, verb)))
            || (auxiliary && past && IsPassive(scene, first, verb)) || (past && IsContractedPassive(scene, first - 1)) || NoCue.SpeaksOfNothing(scene, sentence, verb))
        {
            return null;
        }

        var form = (negated, modal, infinitive) is not (false, false, false) ? CueForm.Unsaid
            : participle && !auxiliary && !(previous >= 0 && scene.Tokens[previous].Is(WordClass.Contractions)) ? CueForm.Participle
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
            if (token.Is(Helpers) && !token.Is(WordClass.SubjectPronouns) && !IsName(scene, sentence, i, verb))
            {
                auxiliary |= token.Is(WordClass.Auxiliaries);
                modal |= token.Is(WordClass.Modals);
                negated |= token.Is(WordClass.Negations);
            }
            else if (isTo)
            {
                infinitive = true;
            }
            else if (!IsShared(scene, sentence, i) && (!IsAdverb(scene, i) || (token.Is(WordClass.Determiners) && i > sentence.FirstToken)))
            {
                break;
            }

            first = i;
        }

        return (first, negated, modal, infinitive, auxiliary);
    }

    /// <summary>"have both said"</summary>
    private static bool IsShared(Scene scene, Sentence sentence, int token) =>
        scene.Text.Word(token) is "both" or "all" or "each" && token > sentence.FirstToken && scene.Tokens[token - 1].Is(WordClass.Auxiliaries);

    /// <summary>Elizabeth May said, Will said.</summary>
    private static bool IsName(Scene scene, Sentence sentence, int token, int verb) =>
        scene.MentionOf(token) >= 0 || (scene.Text.IsCapitalised(token) && (token > sentence.FirstToken || token + 1 == verb));

    /// <summary>An adverb beside a verb: listed, or in -ly.</summary>
    internal static bool IsAdverb(Scene scene, int token) =>
        scene.Tokens[token].Kind == TokenKind.Word && scene.MentionOf(token) < 0
        && (scene.Tokens[token].Is(WordClass.Adverbs)
            || (scene.Tokens[token].Length > 4 && !scene.Text.IsCapitalised(token) && scene.Text.Word(token).EndsWith("ly", StringComparison.Ordinal)));

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
