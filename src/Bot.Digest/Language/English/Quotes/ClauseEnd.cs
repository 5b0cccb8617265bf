using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Finds where a reported clause ends: at the sentence's end, or where the outlet's own words go on.</summary>
internal static class ClauseEnd
{
    /// <summary>Fewer tokens are no clause before "and".</summary>
    private const int FewestWords = 3;

    /// <summary>
    /// One past the clause that starts at <paramref name="start"/>; <paramref name="cueIndex"/> is its own cue's index, -1 for none.
    /// "While Varga said that …, Feld": a <paramref name="subordinated"/> cue's clause ends where the main clause begins.
    /// </summary>
    public static int Of(Scene scene, Sentence sentence, List<Cue> cues, int cueIndex, int start, bool subordinated = false)
    {
        var next = cueIndex + 1;
        var marked = false;
        for (var i = start; i < sentence.EndToken; i++)
        {
            if (scene.IsQuoted(i))
            {
                if (i > start + 1 && scene.Text.Word(i - 1) is ":" or "—" or "–" or "-" && HasOwnCue(scene, sentence, cues, i))
                {
                    return i - 1;
                }

                if (BeforeOwnCue(scene, sentence, cues, start, i) is { } own)
                {
                    return own;
                }

                i = Math.Min(scene.RunRange(scene.RunOf(i)).End, sentence.EndToken) - 1;
                marked = true;
                var goesOn = EndsQuoted(scene, i) && i + 1 < sentence.EndToken;
                if (goesOn && (ClauseTail.IsComment(scene, i + 1) || (subordinated && ClauseTail.IsSubject(scene, sentence, i + 1)) || StartsOwnWords(scene, i + 1, cues, ref next)))
                {
                    return i + 1;
                }

                continue;
            }

            var isComma = i + 1 < sentence.EndToken && scene.Text.Word(i) is "," or "—" or "–" or "―" or "--";
            if (scene.Text.Word(i) is ";" || CoordinatesCue(scene, start, i, cues, cueIndex, ref next) || IsOwnDeed(scene, sentence, i)
                || (isComma && (StartsOwnWords(scene, i + 1, cues, ref next) || (i > start + FewestWords && ClauseTail.Begins(scene, sentence, i, marked, subordinated)))))
            {
                return i;
            }
        }

        var end = sentence.EndToken;
        while (end > start && scene.Tokens[end - 1].Kind == TokenKind.Punctuation && !scene.IsQuoted(end - 1) && scene.Text.Word(end - 1) is "." or "?" or "!" or "," or ":")
        {
            end--;
        }

        return end;
    }

    /// <summary>He wanted it back: “It is ours,” he said. – marked words with a verb of speaking right behind them are no part of the clause before.</summary>
    private static bool HasOwnCue(Scene scene, Sentence sentence, List<Cue> cues, int open)
    {
        const int reach = 4; // tokens: "Ilse Varga told reporters"
        var close = scene.RunRange(scene.RunOf(open)).End - 1;
        var next = cues.FindIndex(cue => cue.Verb > close);
        return close < sentence.EndToken && EndsQuoted(scene, close) && next >= 0 && cues[next].Verb - close <= reach && (cues[next].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) || scene.Text.Word(cues[next].Verb) is "wrote" or "writes");
    }

    /// <summary>
    /// said that the pier was closed, and told reporters: “It is ours.” – marked words that a later cue leads in are no part of the clause before it.
    /// </summary>
    /// <returns>Where that cue's own clause begins; null when there is no such cue.</returns>
    private static int? BeforeOwnCue(Scene scene, Sentence sentence, List<Cue> cues, int start, int open)
    {
        var index = cues.FindLastIndex(cue => cue.Verb < open);
        if (index < 0 || cues[index].First <= start + 1 || scene.Text.Word(open - 1) is not ("," or ":") || !cues[index].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) || cues[index].Form == CueForm.Unsaid
            || Complement.Of(scene, sentence, cues[index], cues[index].End) is not { IsQuote: true } led || led.Start != open || Complement.IsFragment(scene, sentence, scene.RunRange(scene.RunOf(open))))
        {
            return null;
        }

        for (var i = cues[index].First - 1; i > start + 1; i--)
        {
            if (scene.IsQuoted(i) || scene.Text.Word(i) is "if" or "when" or "that")
            {
                return null;
            }

            if (scene.Text.Word(i) is "," or ";" or "—" or "–" or "--" or "and" or "but")
            {
                return scene.Text.Word(i + 1) is "if" or "when" or "that" ? null : i;
            }
        }

        return null;
    }

    /// <summary>Whether the words in the marks end with a comma or a full stop.</summary>
    public static bool EndsQuoted(Scene scene, int close) =>
        close > 0 && scene.Tokens[close].Kind == TokenKind.CloseQuote && scene.Text.Text[scene.Tokens[close].Start - 1] is ',' or '.';

    /// <summary>", adding …", ", who said …", ", according to …", ", while …" after the clause.</summary>
    private static bool StartsOwnWords(Scene scene, int i, List<Cue> cues, ref int next)
    {
        while (next < cues.Count && cues[next].Verb < i)
        {
            next++;
        }

        if (next < cues.Count && (cues[next].First == i ? cues[next].Form == CueForm.Participle : IsNextStatement(scene, i, cues[next])
            || (scene.Text.Word(i) is "who" && cues[next].First == i + 1 && cues[next].Form == CueForm.Finite)))
        {
            return true;
        }

        return scene.Text.Word(i) is "according" or "while" or "although" or "though" or "whereas";
    }

    /// <summary>", this week she said that …": another statement, with nothing but its subject between comma and cue.</summary>
    private static bool IsNextStatement(Scene scene, int i, Cue cue)
    {
        if (cue.Form != CueForm.Finite || !(cue.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.CallingVerbs) || scene.Text.Word(cue.Verb) is "reported" or "wrote")
            || scene.Tokens[i].Is(WordClass.Subordinators) || scene.IsQuoted(i))
        {
            return false;
        }

        for (var k = i; k < cue.First; k++)
        {
            if (scene.Tokens[k].Kind == TokenKind.Punctuation || scene.IsQuoted(k) || (k > i && scene.Tokens[k].Is(WordClass.Subordinators | WordClass.Auxiliaries | WordClass.Modals)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool BeginsSubject(Scene scene, int token) =>
        scene.Tokens[token].Is(WordClass.SubjectPronouns | WordClass.Determiners | WordClass.RoleNouns) || scene.Text.IsCapitalised(token);

    /// <summary>"… and insisted that …", "… and Feld says …": the next cue, of the same subject or of another.</summary>
    private static bool CoordinatesCue(Scene scene, int start, int i, List<Cue> cues, int own, ref int next)
    {
        while (next < cues.Count && cues[next].Verb < i)
        {
            next++;
        }

        if (scene.Text.Word(i) is not ("and" or "but") || next >= cues.Count)
        {
            return false;
        }

        if (own >= 0 && cues[own].Form == CueForm.Participle && cues[next].Form == CueForm.Participle)
        {
            // "calling it a farce and saying", "calling it a farce and Feld saying"
            return cues[next].First == i + 1 || (scene.PersonAt(i + 1) is { } named && named.EndToken == cues[next].First);
        }

        // "said that they must wait and argue": no coordinate of "said".
        return cues[next].Form == CueForm.Finite && !(own >= 0 && IsBase(scene, cues[next]) && !IsBase(scene, cues[own]))
            && (cues[next].First == i + 1 || (i - start >= FewestWords && BeginsSubject(scene, i + 1) && IsNextStatement(scene, i + 1, cues[next])));
    }

    /// <summary>"say", "argue": not "said", "argues".</summary>
    private static bool IsBase(Scene scene, Cue cue) =>
        cue.First == cue.Verb && scene.Text.Word(cue.Verb) is var verb && !(verb[^1] is 'd' or 's' || verb is "wrote" or "spoke" or "thought" or "knew" or "felt" or "began" or "swore" or "found");

    /// <summary>"but did not say when": the speaker's doing, no words.</summary>
    private static bool IsOwnDeed(Scene scene, Sentence sentence, int i) =>
        scene.Text.Word(i) is "but" or "and" && i + 1 < sentence.EndToken
        && scene.Text.Word(i + 1) is "did" or "declined" or "refused" or "didn't" or "didn’t" or "gave" or "offered";
}
