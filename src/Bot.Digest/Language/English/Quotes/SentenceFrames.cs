using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Reads one sentence after another: cues, their subjects, and the words they report, on the left or on the right.</summary>
internal sealed class SentenceFrames : IQuoteGrammar
{
    private readonly Scene _scene;
    private readonly SentenceReading _reading;
    private readonly QuotesBefore _quotesBefore;
    private readonly ClausesBefore _clausesBefore;
    private readonly WordsAfter _wordsAfter;
    private readonly AccordingTo _accordingTo;

    public SentenceFrames(Scene scene)
    {
        (_scene, _reading) = (scene, new SentenceReading(scene));
        (_quotesBefore, _clausesBefore, _wordsAfter, _accordingTo) = (new(_reading), new(_reading), new(_reading), new(_reading));
    }

    public List<Draft> Drafts => _reading.Drafts;

    public bool IsUsed(int run) => _reading.IsUsed(run);

    public void Read(int sentence)
    {
        _reading.Begin(sentence);
        var (cues, range) = (_reading.Cues, _reading.Sentence);
        SpeakerPhrase? main = null;
        for (var i = 0; i < cues.Count; i++)
        {
            _accordingTo.Read(i == 0 ? range.FirstToken : cues[i - 1].End, cues[i].First);
            if (cues[i].Verb < _reading.Free)
            {
                continue;
            }

            var (found, inverted) = SubjectOf(cues[i], main);
            if (found is not { } subject)
            {
                continue;
            }

            main = cues[i].Form == CueForm.Unsaid ? main ?? subject : subject;
            if (!_quotesBefore.TryRead(i, subject, inverted) && !_wordsAfter.TryAs(i, subject) && !_wordsAfter.TryRead(i, subject, inverted) && !_clausesBefore.TryRead(i, subject, inverted))
            {
                _quotesBefore.TryWholeBefore(i, subject);
            }
        }

        Chants.Read(_reading);
        _accordingTo.Read(cues.Count == 0 ? range.FirstToken : cues[^1].End, range.EndToken);
    }

    public bool IsAside(ParagraphTokens paragraph) => Asides.Is(_scene, paragraph);

    public SpeakerPhrase? SubjectAfter(int start, int end) => Quotes.SubjectAfter.Of(_scene, start, end);

    public SpeakerPhrase? MainSubject(Sentence sentence, int before) => Quotes.MainSubject.Of(_scene, sentence, before);

    public SpeakerPhrase? AnySubject(Sentence sentence, int before) => Quotes.MainSubject.OfAny(_scene, sentence, before);

    public bool IsDefinite(ReadOnlySpan<char> article) => article is "the" or "The";

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
            return (Absolute(before) ?? LastClause(cue.First) ?? main ?? Quotes.MainSubject.OfAny(_scene, _reading.Sentence, cue.First), false);
        }

        var afterMark = before >= _reading.Sentence.FirstToken && (_scene.IsQuoted(before) || (_scene.Text.Word(before) is "," && before > _reading.Sentence.FirstToken && _scene.IsQuoted(before - 1)));
        var afterComma = before > _reading.Sentence.FirstToken && _scene.Text.Word(before) is "," or "—" or "–" or "―" or "--";
        if ((afterMark || before < _reading.Sentence.FirstToken) && Quotes.SubjectAfter.Of(_scene, cue.End, _reading.Sentence.EndToken) is { } after)
        {
            return (after, true);
        }

        if (before < _reading.Sentence.FirstToken)
        {
            return (null, true);
        }

        if (afterComma && !cue.Is(WordClass.TellingVerbs) && Quotes.SubjectAfter.Of(_scene, cue.End, _reading.Sentence.EndToken) is { } inverted && _reading.EndsClause(inverted.End) && inverted.Kind != PhraseKind.Nominal)
        {
            return (inverted, true);
        }

        var low = Math.Max(_reading.Sentence.FirstToken, _reading.Free);
        return (SubjectFinder.Before(_scene, low, cue.First) is not { } found ? MainBefore(before, main) : IsLed(found, low) ? MainBefore(found.First - 2, main) : found, false);
    }

    /// <summary>met Varga, who said: the one before "who", whose name stands in words that are taken already.</summary>
    private SpeakerPhrase? BeforeWho(int who, SpeakerPhrase? main)
    {
        if (who == _reading.Sentence.FirstToken)
        {
            return main;
        }

        var end = _scene.Text.Word(who - 1) is "," ? who - 1 : who;
        return main is { } subject && subject.End == end ? main
            : _scene.PersonAt(end - 1) is { } person ? SpeakerPhrase.Of(person)
            : Relatives.BeforeWho(_scene, _reading.Sentence.FirstToken, who) ?? main;
    }

    /// <summary>"Varga left, but Feld stayed, saying": the subject of the clause that the participle goes with.</summary>
    private SpeakerPhrase? LastClause(int end)
    {
        for (var i = end - 1; i > _reading.Sentence.FirstToken + 1; i--)
        {
            if (!_scene.IsQuoted(i) && _scene.Text.Word(i - 1) is "but" or "and" or "while" && _scene.Text.Word(i - 2) is "," && _scene.PersonAt(i) is { } person && person.TitleToken == i && person.EndToken < end
                && _scene.Tokens[person.EndToken].Kind == TokenKind.Word && _scene.Text.Word(person.EndToken) is not ("and" or "or"))
            {
                return SpeakerPhrase.Of(person);
            }
        }

        return null;
    }

    /// <summary>"…, with Feld calling it a farce", "… and Feld saying": a participle with a subject of its own.</summary>
    private SpeakerPhrase? Absolute(int before) =>
        _scene.PersonAt(before) is { } own && own.TitleToken > _reading.Sentence.FirstToken && _scene.Text.Word(own.TitleToken - 1) is "with" or "and" or "," or "–" or "—" or "-"
            ? SpeakerPhrase.Of(own)
            : null;

    /// <summary>"came and in a short reply said": what a preposition leads behind "and" is no subject.</summary>
    private bool IsLed(SpeakerPhrase phrase, int low) =>
        phrase.Kind == PhraseKind.Nominal && phrase.ClauseFirst == phrase.First && phrase.First > low + 2
        && _scene.Text.Word(phrase.First - 1) is "in" or "on" or "at" or "with" or "through" or "for" or "from" && _scene.Text.Word(phrase.First - 2) is "and" or "but" or ",";

    /// <summary>"came, and said", "…, crowed", “…,” said Varga, who noted: the subject stands at an earlier verb.</summary>
    private SpeakerPhrase? MainBefore(int before, SpeakerPhrase? main) => _scene.Text.Word(before) switch
    {
        "and" or "but" or "," => main ?? Quotes.MainSubject.OfAny(_scene, _reading.Sentence, before),
        "who" => BeforeWho(before, main),
        _ => null,
    };
}
