using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Finds where the words begin that a cue reports: after its object ("told reporters") and its adverbials ("in a statement on Friday").</summary>
internal static class Complement
{
    /// <summary>Where the reported words begin.</summary>
    /// <param name="Start">First token of them.</param>
    /// <param name="IsQuote">They begin with a quotation mark.</param>
    /// <param name="IsMarked">They begin with "that", a question word, or the "to" of a request.</param>
    internal readonly record struct Found(int Start, bool IsQuote, bool IsMarked);

    public static Found? Of(Scene scene, Sentence sentence, Cue cue, int start)
    {
        var naming = cue.Is(WordClass.NamingVerbs) && !cue.Is(WordClass.SpeechVerbs);
        if (naming && cue.Form != CueForm.Unsaid && start < sentence.EndToken && !scene.IsQuoted(start))
        {
            return Answered(scene, sentence, cue, start) ?? new Found(start, false, false);
        }

        if (Requests.Of(scene, sentence, cue, start) is { } request)
        {
            return new Found(request, false, true);
        }

        var i = cue.Is(WordClass.TellingVerbs) ? AfterObject(scene, sentence, start) : start;
        i = Adverbials.Skip(scene, sentence, i);
        while (i < sentence.EndToken && scene.Text.Word(i) is "," or ":" or "—" or "–" or "―" or "--" && i + 1 < sentence.EndToken && scene.IsQuoted(i + 1))
        {
            i++;
        }

        if (i < sentence.EndToken && scene.Text.Word(i) is "," && Interrupted(scene, sentence, i) is { } resumed)
        {
            i = resumed;
        }

        if (i >= sentence.EndToken || scene.Text.Word(i) is "and" or "but" or "or" or "than" or "by")
        {
            return null;
        }

        if (scene.IsQuoted(i) && SpokenAbout(scene, start, i) is { } topic)
        {
            return new Found(topic, false, true);
        }

        if (scene.IsQuoted(i))
        {
            return new Found(i, true, true);
        }

        if (scene.Text.Word(i) is "," && i + 2 < sentence.EndToken && scene.Tokens[i + 1].Is(WordClass.Subordinators) && scene.Text.Word(i + 1) is "if" or "that" or "while" or "when" or "because")
        {
            i++;
        }

        var word = scene.Tokens[i].Kind is TokenKind.Word or TokenKind.Number || scene.Text.Word(i) is "$" or "[" or "#";
        var marked = scene.Text.Word(i) is "that" or "if" or "whether" or "how" or "why" or "what" || (scene.Text.Word(i) is "to" && cue.Is(WordClass.UrgingVerbs));
        return word ? new Found(i, false, marked) : null;
    }

    /// <summary>joked about the council’s “farce”: what is spoken about, where the marks are a part of it.</summary>
    private static int? SpokenAbout(Scene scene, int start, int open)
    {
        if (open == start || scene.Tokens[open - 1].Kind == TokenKind.Punctuation)
        {
            return null;
        }

        for (var i = open - 2; i >= start; i--)
        {
            if (scene.Text.Word(i) is "about")
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>said, however, that …; said, among other things, that …</summary>
    private static int? Interrupted(Scene scene, Sentence sentence, int comma)
    {
        const int reach = 25; // tokens
        for (var i = comma + 1; i + 1 < Math.Min(sentence.EndToken, comma + reach) && !scene.IsQuoted(i); i++)
        {
            if (scene.Text.Word(i) is "," && scene.Text.Word(i + 1) is "that")
            {
                return i + 1;
            }

            if (scene.Tokens[i].Is(WordClass.SubjectPronouns | WordClass.Modals | WordClass.SpeechVerbs))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>responding to the claims with “…”: the marked words alone are the answer.</summary>
    private static Found? Answered(Scene scene, Sentence sentence, Cue cue, int start)
    {
        const int reach = 25; // tokens
        if (!scene.Text.Word(cue.Verb).StartsWith("respond", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        for (var i = start; i + 1 < Math.Min(sentence.EndToken, start + reach); i++)
        {
            if (scene.Text.Word(i) is "with" && scene.IsQuoted(i + 1))
            {
                return new Found(i + 1, true, true);
            }
        }

        return null;
    }

    /// <summary>Steps over the one who is told: "told the council", "told her".</summary>
    public static int AfterObject(Scene scene, Sentence sentence, int start)
    {
        if (start >= sentence.EndToken || scene.IsQuoted(start) || scene.Tokens[start].Is(WordClass.Subordinators | WordClass.Prepositions))
        {
            return start;
        }

        var isPronoun = scene.Text.Word(start) is "me" or "him" or "her" or "them" or "us" or "you" or "it" or "reporters" or "everyone" or "people";
        return isPronoun ? start + 1 : Phrases.AfterNounPhrase(scene, sentence, start);
    }

    /// <summary>said “a few” of them had come: a marked scrap that begins a clause is no sentence of its own.</summary>
    public static bool IsFragment(Scene scene, Sentence sentence, TokenRange run)
    {
        const int scrap = 12; // words
        var next = run.End;
        if (next >= sentence.EndToken || scene.Tokens[next].Kind is not TokenKind.Word || scene.WordCount(run.First, run.End) > scrap
            || scene.Text.Word(next) is "and" or "but" or "as" or "while" or "when" or "after" or "before" or "during")
        {
            return false;
        }

        // yelled “You lie!” at the president: a whole sentence all the same.
        var last = scene.Text.Text[scene.Tokens[run.End - 1].Start - 1];
        var goesOnOutside = scene.Tokens[next].Is(WordClass.Prepositions | WordClass.Subordinators) || CueFinder.IsAdverb(scene, next);
        return !(last is '!' or '?' || (last is ',' && goesOnOutside));
    }

    /// <summary>Whether what was found after the cue is speech: each class of verb asks for its own sign of it.</summary>
    public static bool IsSpeech(Scene scene, Sentence sentence, Cue cue, Found found, int end, bool hasQuote)
    {
        var words = scene.WordCount(found.Start, end);
        if (words < 3 && !hasQuote)
        {
            return false;
        }

        if (cue.Form == CueForm.Unsaid || (cue.Denies && !found.IsMarked && NamesWords(scene, sentence, found.Start)))
        {
            return false;
        }

        if (hasQuote && (found.IsMarked || cue.Is(WordClass.NamingVerbs | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.NotingVerbs)))
        {
            return true;
        }

        if (cue.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) && !scene.Tokens[found.Start].Is(WordClass.Prepositions))
        {
            return found.IsMarked || IsPlain(scene, cue) || (TakesThings(scene, cue) ? Phrases.OpensClause(scene, sentence, found.Start, end) : Phrases.LooksLikeClause(scene, found.Start, end));
        }

        return !cue.Is(WordClass.NamingVerbs) && (found.IsMarked || cue.Is(WordClass.NotingVerbs) && Phrases.BeginsClause(scene, sentence, found.Start, end));
    }

    /// <summary>"denied allegations that": what follows are the words of others.</summary>
    private static bool NamesWords(Scene scene, Sentence sentence, int start)
    {
        var end = Phrases.AfterNounPhrase(scene, sentence, start);
        return (end < sentence.EndToken && scene.Text.Word(end) is "that")
            || scene.Text.Word(start) is "allegations" or "accusations" or "suggestions" or "claims" or "reports" or "rumours" or "rumors" or "charges";
    }

    /// <summary>Verbs that take no object but words.</summary>
    private static bool IsPlain(Scene scene, Cue cue) =>
        scene.Text.Word(cue.Verb) is "said" or "says" or "say" or "saying" or "told" or "tells" or "telling" or "insisted" or "argued";

    /// <summary>"added three goals", "denied a request": verbs that report words only where a clause follows.</summary>
    private static bool TakesThings(Scene scene, Cue cue) => cue.Denies || scene.Text.Word(cue.Verb) is "added" or "adding" or "adds";
}
