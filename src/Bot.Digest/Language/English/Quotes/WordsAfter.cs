using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Words that stand behind their cue: Varga said “…”, Varga said that …</summary>
internal sealed class WordsAfter(SentenceReading reading)
{
    private readonly Scene _scene = reading.Scene;

    /// <summary>As Varga put it, …; As Varga told the council, …</summary>
    public bool TryAs(int cueIndex, SpeakerPhrase subject)
    {
        var cue = reading.Cues[cueIndex];
        if (cue.Form != CueForm.Finite || !StandsBehindAs(subject))
        {
            return false;
        }

        var put = cue.End < reading.Sentence.EndToken && _scene.Text.Word(cue.End) is "it" ? cue.End + 1 : cue.End;
        var comma = Adverbials.Skip(_scene, reading.Sentence, cue.Is(WordClass.TellingVerbs) ? Complement.AfterObject(_scene, reading.Sentence, put) : put);
        if (comma + 3 >= reading.Sentence.EndToken || _scene.Text.Word(comma) is not ("," or ":"))
        {
            return false;
        }

        var marked = _scene.IsQuoted(comma + 1) ? _scene.RunRange(_scene.RunOf(comma + 1)) : (TokenRange?)null;
        var isWhole = marked is { } run && !Complement.IsFragment(_scene, reading.Sentence, run);
        var range = isWhole ? marked!.Value : new TokenRange(comma + 1, ClauseEnd.Of(_scene, reading.Sentence, reading.Cues, cueIndex, comma + 1));
        reading.Add(isWhole ? Frame.CueThenQuote : Frame.Clause, [range], cue, subject);
        reading.Free = range.End;
        return true;
    }

    /// <summary>"As the council's Varga", "But as Varga": the clause is the outlet's way of naming who speaks.</summary>
    private bool StandsBehindAs(SpeakerPhrase subject)
    {
        const int reach = 5; // tokens of a name's owner
        var first = Math.Max(reading.Free, reading.Sentence.FirstToken);
        var at = subject.ClauseFirst - 1;
        while (at > first && subject.ClauseFirst - at <= reach && !_scene.IsQuoted(at) && !_scene.Text.Is(at, "as") && IsOfName(at))
        {
            at--;
        }

        return at >= first && _scene.Text.Is(at, "as")
            && (at == reading.Sentence.FirstToken || _scene.Text.Word(at - 1) is "," || (at == reading.Sentence.FirstToken + 1 && _scene.Text.Word(at - 1) is "And" or "But" or "Yet"));
    }

    private bool IsOfName(int token) =>
        _scene.Tokens[token].Kind == TokenKind.Possessive || _scene.Tokens[token + 1].Kind == TokenKind.Possessive || _scene.Text.IsCapitalised(token) || _scene.Tokens[token].Is(WordClass.Determiners);

    /// <summary>Varga said “…”, that …, it would …</summary>
    public bool TryRead(int cueIndex, SpeakerPhrase subject, bool inverted)
    {
        if (inverted && reading.Cues[cueIndex].First > reading.Sentence.FirstToken)
        {
            return false;
        }

        var cue = reading.Cues[cueIndex];
        var content = Complement.Of(_scene, reading.Sentence, cue, inverted ? subject.End : cue.End);
        if (content is not { } found)
        {
            return false;
        }

        if (!found.IsQuote && !found.IsMarked && (cue.Form == CueForm.Participle || !cue.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs)) && QuoteAtEnd(cueIndex, found.Start) is { } last)
        {
            if (last.IsOwn)
            {
                AddDirect(cue, subject, last.Range);
            }

            return last.IsOwn;
        }

        var end = found.IsQuote ? found.Start : ClauseEnd.Of(_scene, reading.Sentence, reading.Cues, cueIndex, found.Start, IsSubordinated(subject));
        if (found.IsQuote)
        {
            var range = _scene.RunRange(_scene.RunOf(found.Start));
            if (!Complement.IsFragment(_scene, reading.Sentence, range))
            {
                if (!inverted && ClauseBefore(cue, subject, verbFollows: Phrases.StartsWithVerb(_scene, Math.Min(range.First + 1, range.End - 1))) is { } clause && char.IsLower(_scene.Text.Text[_scene.Tokens[Math.Min(range.First + 1, range.End - 1)].Start]))
                {
                    reading.Add(Frame.TrailingCue, [clause, range], cue, subject);
                    reading.Free = range.End;
                    return true;
                }

                AddDirect(cue, subject, range);
                AddCoordinated(cueIndex, subject, range.End);
                return true;
            }

            end = ClauseEnd.Of(_scene, reading.Sentence, reading.Cues, cueIndex, found.Start);
        }

        var run = reading.NextRun(found.Start, end);
        if (!found.IsMarked && run is { } led && IsLedIn(cueIndex, found.Start, led))
        {
            AddDirect(cue, subject, led);
            return true;
        }

        if (!Complement.IsSpeech(_scene, reading.Sentence, cue, found, end, hasQuote: run is not null))
        {
            return false;
        }

        var names = cue.Is(WordClass.NamingVerbs) && !cue.Is(WordClass.SpeechVerbs);
        end = names ? NameEnd.Of(_scene, cue, found.Start, end) : end;
        var frame = cue.Form == CueForm.Participle ? Frame.Participle : names ? Frame.Naming : Frame.Clause;
        reading.Add(frame, [new(found.Start, end)], cue, subject);
        reading.Free = end;
        return true;
    }

    /// <summary>"While Varga said", "A week after Varga said": the sentence has another main clause.</summary>
    private bool IsSubordinated(SpeakerPhrase subject)
    {
        const int reach = 6; // tokens: "Only a few short weeks after"
        var before = subject.ClauseFirst - 1;
        return before >= reading.Sentence.FirstToken && subject.ClauseFirst < reading.Sentence.FirstToken + reach
            && (_scene.Tokens[before].Is(WordClass.Subordinators) || _scene.Text.Is(before, "after") || _scene.Text.Is(before, "before") || _scene.Text.Is(before, "as"));
    }

    /// <summary>She had come at dawn, Varga said, “to see it.”, The pier, Varga said, “is old.”: marked words go on with the clause, or the subject, before their cue.</summary>
    private TokenRange? ClauseBefore(Cue cue, SpeakerPhrase subject, bool verbFollows)
    {
        const int fewest = 3; // words of a clause
        var comma = subject.ClauseFirst - 1;
        var first = Math.Max(reading.Free, reading.Sentence.FirstToken);
        if (cue.Form != CueForm.Finite || comma <= first || _scene.Text.Word(comma) is not "," || _scene.IsQuoted(comma) || reading.NextRun(first, comma) is not null)
        {
            return null;
        }

        first = Phrases.SkipFront(_scene, first, comma);
        return _scene.WordCount(first, comma) >= fewest && (verbFollows || Phrases.LooksLikeClause(_scene, first, comma)) ? new TokenRange(first, comma) : null;
    }

    /// <summary>had a word for it: “It is ours.” – a whole sentence behind a colon, led in by no clause of its own.</summary>
    private bool IsLedIn(int cueIndex, int start, TokenRange range) =>
        range.First - 1 > start && _scene.Text.Word(range.First - 1) is ":" && range.End >= reading.Sentence.EndToken && reading.EndsWithStop(_scene.RunOf(range.First))
        && char.IsUpper(_scene.Text.Text[_scene.Tokens[range.First + 1].Start]) && !Phrases.LooksLikeClause(_scene, start, range.First - 1)
        && !reading.Cues.Skip(cueIndex + 1).Any(other => other.Form == CueForm.Finite && other.Verb < range.First);

    private void AddDirect(Cue cue, SpeakerPhrase subject, TokenRange range)
    {
        reading.Add(cue.Form == CueForm.Participle ? Frame.Participle : Frame.CueThenQuote, [range], cue, subject);
        reading.Free = range.End;
    }

    /// <summary>
    /// called over her shoulder, “…” / answered with one word: “…” – whole marked words behind a comma or colon at the sentence's end, and whether they
    /// are this cue's or a later one's.
    /// </summary>
    private (TokenRange Range, bool IsOwn)? QuoteAtEnd(int cueIndex, int start)
    {
        for (var i = start; i < reading.Sentence.EndToken; i++)
        {
            if (!_scene.IsQuoted(i))
            {
                continue;
            }

            var range = _scene.RunRange(_scene.RunOf(i));
            if (range.End >= reading.Sentence.EndToken && i > start && _scene.Text.Word(i - 1) is "," or ":" && reading.EndsWithStop(_scene.RunOf(i)) && _scene.WordCount(range.First, range.End) >= 3)
            {
                return (range, cueIndex + 1 >= reading.Cues.Count || reading.Cues[cueIndex + 1].First > i);
            }

            i = range.End - 1;
        }

        return null;
    }

    /// <summary>said “…,” and the hall “fell silent”: the clause after "and" goes on with the same speaker.</summary>
    private void AddCoordinated(int cueIndex, SpeakerPhrase subject, int start)
    {
        if (start >= reading.Sentence.EndToken || _scene.Text.Word(start) is not ("and" or "but"))
        {
            return;
        }

        var end = ClauseEnd.Of(_scene, reading.Sentence, reading.Cues, cueIndex, start + 1);
        var nextCue = cueIndex + 1 < reading.Cues.Count ? reading.Cues[cueIndex + 1].First : end;
        if (nextCue >= end && reading.NextRun(start, end) is not null)
        {
            reading.Add(Frame.Clause, [new(start, end)], reading.Cues[cueIndex], subject);
            reading.Free = end;
        }
    }
}
