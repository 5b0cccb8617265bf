using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Reads one sentence after another: cues, their subjects, and the words they report, on the left or on the right.</summary>
internal sealed class SentenceFrames(Scene scene) : IQuoteGrammar
{
    private readonly List<Cue> _cues = [];
    private readonly bool[] _usedRuns = new bool[scene.Text.QuotedRuns.Count];
    private int _sentenceIndex;
    private Sentence _sentence;

    /// <summary>First token of the sentence that no quote has taken yet.</summary>
    private int _free;

    public List<Draft> Drafts { get; } = [];

    public bool IsUsed(int run) => _usedRuns[run];

    public void Read(int sentenceIndex)
    {
        _sentenceIndex = sentenceIndex;
        _sentence = scene.Text.Sentences[sentenceIndex];
        _free = _sentence.FirstToken;
        _cues.Clear();
        CueFinder.Find(scene, _sentence, _cues);
        SpeakerPhrase? main = null;
        for (var i = 0; i < _cues.Count; i++)
        {
            ReadAccordingTo(i == 0 ? _sentence.FirstToken : _cues[i - 1].End, _cues[i].First);
            if (_cues[i].Verb < _free)
            {
                continue;
            }

            var (subject, inverted) = SubjectOf(_cues[i], main);
            if (subject is null)
            {
                continue;
            }

            main = _cues[i].Form == CueForm.Unsaid ? main ?? subject : subject;
            if (!TryLeftQuote(i, subject.Value, inverted) && !TryAs(i, subject.Value) && !TryRight(i, subject.Value, inverted) && !TryLeftClause(i, subject.Value, inverted))
            {
                TryQuoteBefore(i, subject.Value);
            }
        }

        ReadAccordingTo(_cues.Count == 0 ? _sentence.FirstToken : _cues[^1].End, _sentence.EndToken);
    }

    public SpeakerPhrase? SubjectAfter(int start, int end) => SubjectFinder.After(scene, start, end);

    public SpeakerPhrase? MainSubject(Sentence sentence, int before) => Quotes.MainSubject.Of(scene, sentence, before);

    public int GenderOf(ReadOnlySpan<char> pronoun) => pronoun switch
    {
        "he" or "He" => -1,
        "she" or "She" => 1,
        _ => 0,
    };

    private (SpeakerPhrase? Subject, bool Inverted) SubjectOf(Cue cue, SpeakerPhrase? main)
    {
        var before = cue.First - 1;
        if (cue.Form == CueForm.Participle)
        {
            return (main ?? Quotes.MainSubject.OfAny(scene, _sentence, cue.First), false);
        }

        var afterMark = before >= _sentence.FirstToken && (scene.IsQuoted(before) || (scene.Text.Word(before) is "," && before > _sentence.FirstToken && scene.IsQuoted(before - 1)));
        var afterComma = before > _sentence.FirstToken && scene.Text.Word(before) is "," or "—" or "–" or "―" or "--";
        if (afterMark || before < _sentence.FirstToken)
        {
            return (SubjectFinder.After(scene, cue.End, _sentence.EndToken), true);
        }

        if (afterComma && !cue.Is(WordClass.TellingVerbs) && SubjectFinder.After(scene, cue.End, _sentence.EndToken) is { } inverted && EndsClause(inverted.End) && inverted.Kind != PhraseKind.Nominal)
        {
            return (inverted, true);
        }

        var low = Math.Max(_sentence.FirstToken, _free);
        return (SubjectFinder.Before(scene, low, cue.First) ?? (scene.Text.Word(before) is "and" or "but" ? main ?? Quotes.MainSubject.OfAny(scene, _sentence, before) : null), false);
    }

    private bool EndsClause(int token) =>
        token >= _sentence.EndToken || scene.Text.Word(token) is "," or "." or ";" or "—" or "–" or "―" or "--";

    /// <summary>“…,” Varga said; and what follows her words in the same sentence: “…,” Varga said, “…”.</summary>
    private bool TryLeftQuote(int cueIndex, SpeakerPhrase subject, bool inverted)
    {
        var cue = _cues[cueIndex];
        var start = inverted ? cue.First : subject.ClauseFirst;
        var close = start - 1;
        while (close > _free && !scene.IsQuoted(close) && (scene.Text.Word(close) is "," || CueFinder.IsAdverb(scene, close) || scene.Text.Word(close) is "as"))
        {
            close--;
        }

        if (cue.Form == CueForm.Participle || close < _free || !scene.IsQuoted(close))
        {
            return false;
        }

        var run = scene.RunOf(close);
        var open = scene.Text.QuotedRuns[run].Open;
        if (_usedRuns[run] || (!EndsWithStop(run) && scene.Text.Word(close + 1) is not ","))
        {
            return false;
        }

        var first = Math.Max(_free, _sentence.FirstToken);
        var lead = scene.WordCount(first, open);
        var from = lead > 1 && scene.Text.Word(open - 1) is not ("," or ":" or "—" or "–") ? first : open;
        List<TokenRange> pieces = [new(from, close + 1)];
        var after = inverted ? subject.End : cue.End;
        var nextCue = cueIndex + 1 < _cues.Count ? _cues[cueIndex + 1].First : _sentence.EndToken;
        if (NextRun(after, nextCue) is { } next && scene.Text.Word(next.First - 1) is "," or ":" or "—" or "–" or "that")
        {
            pieces.Add(next);
        }

        Add(Frame.QuoteThenCue, pieces, cue, subject);
        _free = Math.Max(after, pieces[^1].End);
        return true;
    }

    /// <summary>Whether the words in the marks end like a clause before its cue.</summary>
    private bool EndsWithStop(int run)
    {
        var last = scene.Text.QuotedRuns[run].Close - 1;
        return last > scene.Text.QuotedRuns[run].Open && scene.Text.Text[scene.Tokens[last].End - 1] is ',' or '?' or '!' or '.' or '—' or '–' or '-' or '…' or '’' or '\'';
    }

    /// <summary>The next marked run that starts in a range of tokens.</summary>
    private TokenRange? NextRun(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.IsQuoted(i))
            {
                return scene.RunRange(scene.RunOf(i));
            }
        }

        return null;
    }

    /// <summary>“….” Varga, the minister, said in a statement. – the cue has a sentence of its own behind the words.</summary>
    private void TryQuoteBefore(int cueIndex, SpeakerPhrase subject)
    {
        var cue = _cues[cueIndex];
        var close = _sentence.FirstToken - 1;
        if (cue.Form != CueForm.Finite || !cue.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) || subject.ClauseFirst != _sentence.FirstToken || subject.Kind == PhraseKind.Pronoun
            || close < scene.Text.Paragraphs[_sentence.Paragraph].FirstToken || !scene.IsQuoted(close) || _usedRuns[scene.RunOf(close)]
            || !EndsClause(Phrases.SkipAdverbials(scene, _sentence, cue.End)))
        {
            return;
        }

        Add(Frame.QuoteThenCue, [scene.RunRange(scene.RunOf(close))], cue, subject);
        _free = cue.End;
    }

    /// <summary>As Varga put it, …</summary>
    private bool TryAs(int cueIndex, SpeakerPhrase subject)
    {
        var (cue, before) = (_cues[cueIndex], subject.ClauseFirst - 1);
        if (cue.Form != CueForm.Finite || before < Math.Max(_free, _sentence.FirstToken) || !scene.Text.Is(before, "as") || (before > _sentence.FirstToken && scene.Text.Word(before - 1) is not ","))
        {
            return false;
        }

        var comma = Phrases.SkipAdverbials(scene, _sentence, cue.End < _sentence.EndToken && scene.Text.Word(cue.End) is "it" ? cue.End + 1 : cue.End);
        if (comma + 3 >= _sentence.EndToken || scene.Text.Word(comma) is not ("," or ":"))
        {
            return false;
        }

        var range = scene.IsQuoted(comma + 1) ? scene.RunRange(scene.RunOf(comma + 1)) : new TokenRange(comma + 1, ClauseEnd.Of(scene, _sentence, _cues, cueIndex, comma + 1));
        Add(scene.IsQuoted(comma + 1) ? Frame.CueThenQuote : Frame.Clause, [range], cue, subject);
        _free = range.End;
        return true;
    }

    /// <summary>Varga said “…”, that …, it would …</summary>
    private bool TryRight(int cueIndex, SpeakerPhrase subject, bool inverted)
    {
        if (inverted && _cues[cueIndex].First > _sentence.FirstToken)
        {
            return false;
        }

        var cue = _cues[cueIndex];
        var content = Complement.Of(scene, _sentence, cue, inverted ? subject.End : cue.End);
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

        var end = found.IsQuote ? found.Start : ClauseEnd.Of(scene, _sentence, _cues, cueIndex, found.Start);
        if (found.IsQuote)
        {
            var range = scene.RunRange(scene.RunOf(found.Start));
            if (!Complement.IsFragment(scene, _sentence, range))
            {
                AddDirect(cue, subject, range);
                AddCoordinated(cueIndex, subject, range.End);
                return true;
            }

            end = ClauseEnd.Of(scene, _sentence, _cues, cueIndex, found.Start);
        }

        var hasQuote = NextRun(found.Start, end) is not null;
        if (!Complement.IsSpeech(scene, _sentence, cue, found, end, hasQuote))
        {
            return false;
        }

        var names = cue.Is(WordClass.NamingVerbs) && !cue.Is(WordClass.SpeechVerbs);
        end = names ? ClauseEnd.OfName(scene, found.Start, end) : end;
        var frame = cue.Form == CueForm.Participle ? Frame.Participle : names ? Frame.Naming : Frame.Clause;
        Add(frame, [new(found.Start, end)], cue, subject);
        _free = end;
        return true;
    }

    private void AddDirect(Cue cue, SpeakerPhrase subject, TokenRange range)
    {
        Add(cue.Form == CueForm.Participle ? Frame.Participle : Frame.CueThenQuote, [range], cue, subject);
        _free = range.End;
    }

    /// <summary>
    /// called over her shoulder, “…” / answered with one word: “…” – whole marked words behind a comma or colon at the sentence's end, and whether they
    /// are this cue's or a later one's.
    /// </summary>
    private (TokenRange Range, bool IsOwn)? QuoteAtEnd(int cueIndex, int start)
    {
        for (var i = start; i < _sentence.EndToken; i++)
        {
            if (!scene.IsQuoted(i))
            {
                continue;
            }

            var range = scene.RunRange(scene.RunOf(i));
            if (range.End >= _sentence.EndToken && i > start && scene.Text.Word(i - 1) is "," or ":" && EndsWithStop(scene.RunOf(i)) && scene.WordCount(range.First, range.End) >= 3)
            {
                return (range, cueIndex + 1 >= _cues.Count || _cues[cueIndex + 1].First > i);
            }

            i = range.End - 1;
        }

        return null;
    }

    /// <summary>said “…,” and the hall “fell silent”: the clause after "and" goes on with the same speaker.</summary>
    private void AddCoordinated(int cueIndex, SpeakerPhrase subject, int start)
    {
        if (start >= _sentence.EndToken || scene.Text.Word(start) is not ("and" or "but"))
        {
            return;
        }

        var end = ClauseEnd.Of(scene, _sentence, _cues, cueIndex, start + 1);
        var nextCue = cueIndex + 1 < _cues.Count ? _cues[cueIndex + 1].First : end;
        if (nextCue >= end && NextRun(start, end) is not null)
        {
            Add(Frame.Clause, [new(start, end)], _cues[cueIndex], subject);
            _free = end;
        }
    }

    /// <summary>…, Varga said; and what follows: …, Varga said, that …; and the split form: A new pier, Varga said, would …</summary>
    private bool TryLeftClause(int cueIndex, SpeakerPhrase subject, bool inverted)
    {
        var cue = _cues[cueIndex];
        var comma = (inverted ? cue.First : subject.ClauseFirst) - 1;
        var first = Phrases.SkipFront(scene, Math.Max(_free, _sentence.FirstToken), comma);
        var after = inverted ? subject.End : cue.End;
        var rest = Phrases.SkipAdverbials(scene, _sentence, IsTold(cue) ? Complement.AfterObject(scene, _sentence, after) : after);
        if (cue.Form != CueForm.Finite || cue.Denies || comma <= first || scene.Text.Word(comma) is not ("," or "—" or "–" or "―" or "--") || scene.IsQuoted(comma)
            || (cue.Is(WordClass.NamingVerbs) && !cue.Is(WordClass.SpeechVerbs)) || !EndsClause(rest))
        {
            return false;
        }

        var goesOn = rest + 4 < _sentence.EndToken && scene.Text.Word(rest) is "," or "—" or "–" or "―" or "--";
        var isClause = scene.WordCount(first, comma) >= 4 && (Phrases.LooksLikeClause(scene, first, comma) || (!goesOn && !scene.Tokens[first].Is(WordClass.Prepositions | WordClass.Subordinators)));
        var isSplit = !isClause && goesOn && !inverted && cue.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) && !scene.Tokens[rest + 1].Is(WordClass.Subordinators) && IsOpening(first, comma);
        if (!isClause && !isSplit)
        {
            return false;
        }

        List<TokenRange> pieces = isSplit && IsConnective(first, comma) ? [] : [new(first, comma)];
        if (isSplit || (goesOn && scene.Text.Word(rest + 1) is "that" or "and" or "but" or "or" or "to"))
        {
            var end = ClauseEnd.Of(scene, _sentence, _cues, cueIndex, rest + 1);
            if (end > rest + 1)
            {
                pieces.Add(new(rest + 1, end));
            }
        }

        if (pieces.Count == 0)
        {
            return false;
        }

        Add(Frame.TrailingCue, pieces, cue, subject);
        _free = Math.Max(after, pieces[^1].End);
        return true;
    }

    /// <summary>told the council, wrote the council: the cue has somebody who is told.</summary>
    private bool IsTold(Cue cue) => cue.Is(WordClass.TellingVerbs) || scene.Text.Word(cue.Verb) is "wrote" or "writes";

    /// <summary>The first part of a split clause: what it speaks of, or what it depends on; no clause of the outlet's own.</summary>
    private bool IsOpening(int first, int comma) =>
        scene.Text.Word(comma - 1) is not ("who" or "which" or "that" or "whom") && !scene.Text.Is(first, "as") && !scene.Text.Is(first, "asked")
        && !_cues.Any(other => first <= other.Verb && other.Verb < comma);

    /// <summary>"For instance", "And yet", "In the end": leads the clause and is no part of it.</summary>
    private bool IsConnective(int first, int comma)
    {
        const int words = 3;
        var lead = scene.Tokens[first];
        return comma - first <= words && (lead.Is(WordClass.Prepositions | WordClass.BareTimes | WordClass.FunctionWords) || CueFinder.IsAdverb(scene, first))
            && !lead.Is(WordClass.Determiners | WordClass.SubjectPronouns | WordClass.Subordinators);
    }

    /// <summary>According to Varga, … / …, according to Varga.</summary>
    private void ReadAccordingTo(int from, int to)
    {
        for (var i = Math.Max(from, _free); i + 1 < to; i++)
        {
            if (scene.IsQuoted(i) || !scene.Text.Is(i, "according") || !scene.Text.Is(i + 1, "to"))
            {
                continue;
            }

            if (SubjectFinder.After(scene, i + 2, _sentence.EndToken) is not { } source)
            {
                return;
            }

            var cue = new Cue(i, i, i + 2, CueForm.Finite) { Classes = WordClass.SpeechVerbs };
            if (AccordingContent(i, source) is { Count: > 0 } pieces && pieces.Sum(piece => scene.WordCount(piece.First, piece.End)) >= 3)
            {
                Add(Frame.AccordingTo, pieces, cue, source);
                _free = Math.Max(source.End, pieces[^1].End);
            }

            return;
        }
    }

    private List<TokenRange> AccordingContent(int according, SpeakerPhrase source)
    {
        var comma = source.End;
        while (comma < _sentence.EndToken && scene.Text.Word(comma) is not ",")
        {
            comma++;
        }

        TokenRange? after = comma + 1 < _sentence.EndToken ? new(comma + 1, ClauseEnd.Of(scene, _sentence, _cues, -1, comma + 1)) : null;
        if (according <= _free)
        {
            return after is { } whole ? [whole] : [];
        }

        // The report, according to the council, was late: a first part that is no clause goes on after the source.
        var end = scene.Text.Word(according - 1) is "," ? according - 1 : according;
        var first = Phrases.SkipFront(scene, _free, end);
        var before = new TokenRange(first, end);
        if (end <= first)
        {
            return [];
        }

        var goesOn = after is not null && comma == source.End && end < according && !scene.IsQuoted(first);
        return goesOn && IsConnective(first, end) ? [after!.Value]
            : goesOn && !Phrases.LooksLikeClause(scene, first, end) && Phrases.StartsWithVerb(scene, comma + 1) ? [before, after!.Value]
            : [before];
    }

    private void Add(Frame frame, IReadOnlyList<TokenRange> pieces, Cue cue, SpeakerPhrase subject)
    {
        foreach (var piece in pieces)
        {
            for (var i = piece.First; i < piece.End; i++)
            {
                if (scene.IsQuoted(i))
                {
                    _usedRuns[scene.RunOf(i)] = true;
                    i = scene.RunRange(scene.RunOf(i)).End - 1;
                }
            }
        }

        Drafts.Add(new Draft
        {
            Frame = frame,
            Pieces = pieces,
            Sentence = _sentenceIndex,
            Paragraph = _sentence.Paragraph,
            Cue = cue,
            Speaker = subject,
            HoldsCue = _cues.Any(other => other.Verb != cue.Verb && pieces.Any(piece => piece.First <= other.Verb && other.Verb < piece.End)),
        });
    }
}
