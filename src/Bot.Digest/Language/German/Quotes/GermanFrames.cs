using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Reads one sentence after another: verbs of speaking, their subjects, and the words they report, on the left or on the right.</summary>
internal sealed class GermanFrames(Scene scene) : IQuoteGrammar
{
    private readonly List<Clause> _clauses = [];
    private readonly bool[] _usedRuns = new bool[scene.Text.QuotedRuns.Count];
    private int _sentenceIndex;
    private Sentence _sentence;

    /// <summary>First token of the sentence that no quote has taken yet.</summary>
    private int _free;

    public List<Draft> Drafts { get; } = [];

    public bool IsUsed(int run) => _usedRuns[run];

    public void Read(int sentence)
    {
        _sentenceIndex = sentence;
        _sentence = scene.Text.Sentences[sentence];
        _free = _sentence.FirstToken;
        Clauses.Find(scene, _sentence, _clauses);
        var before = Drafts.Count;
        SpeakerPhrase? main = null;
        for (var k = 0; k < _clauses.Count; k++)
        {
            if (!_clauses[k].IsRun && _clauses[k].First >= _free)
            {
                main = ReadClause(k, main) ?? main;
            }
        }

        ReadAfterColon();
        new SourceFrames(scene, this, _clauses).Read(_sentence);
        if (Drafts.Count == before)
        {
            UnmarkedReport.Read(scene, _clauses, _sentenceIndex, Drafts);
        }
    }

    public SpeakerPhrase? SubjectAfter(int start, int end) => GermanSubjects.After(scene, start, end);

    public SpeakerPhrase? MainSubject(Sentence sentence, int before)
    {
        for (var i = sentence.FirstToken; i < before; i++)
        {
            if (scene.IsQuoted(i))
            {
                continue;
            }

            if (GenderOf(scene.Text.Word(i)) != 0)
            {
                return new SpeakerPhrase(i, i + 1, PhraseKind.Pronoun, null, i);
            }

            if (scene.PersonAt(i) is { } person)
            {
                if (i == sentence.FirstToken || !scene.Tokens[i - 1].Is(WordClass.Prepositions | WordClass.Determiners))
                {
                    var led = i > sentence.FirstToken + 1 && scene.Text.Word(i - 1) is "," && GermanSubjects.EndOf(scene, sentence.FirstToken, i - 1) == i - 1;
                    return new SpeakerPhrase(led ? sentence.FirstToken : person.FirstToken, person.EndToken, PhraseKind.Name, person, person.FirstToken);
                }

                i = person.EndToken - 1;
            }
        }

        return before > sentence.FirstToken ? GermanSubjects.OfSentence(scene, new Clause(sentence.FirstToken, before, false)) : null;
    }

    public int GenderOf(ReadOnlySpan<char> pronoun) => pronoun switch
    {
        "er" or "Er" => -1,
        "sie" or "Sie" => 1,
        _ => 0,
    };

    /// <summary>Adds a quote and marks its quotations as taken.</summary>
    public void Add(Frame frame, List<TokenRange> pieces, Cue cue, SpeakerPhrase speaker)
    {
        foreach (var piece in pieces)
        {
            for (var i = piece.First; i < piece.End; i++)
            {
                if (scene.IsQuoted(i))
                {
                    _usedRuns[scene.RunOf(i)] = true;
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
            Speaker = speaker,
        });
        _free = Math.Max(_free, pieces[^1].End);
    }

    /// <summary>Varga war zuversichtlich: „…“ Marked words behind a colon are those of the subject before it.</summary>
    private void ReadAfterColon()
    {
        for (var k = 1; k < _clauses.Count; k++)
        {
            var clause = _clauses[k];
            if (!clause.IsRun || IsUsed(scene.RunOf(clause.First)) || scene.Text.Word(clause.First - 1) is not ":")
            {
                continue;
            }

            for (var j = k - 1; j >= 0 && !_clauses[j].IsRun; j--)
            {
                var isLed = j > 1 && !scene.Text.IsCapitalised(_clauses[j].First) && IsLedBySubject(j, null);
                if ((isLed ? Earlier(j, null) : GermanSubjects.OfSentence(scene, _clauses[j])) is { } speaker)
                {
                    Add(Frame.Uncued, [new(clause.First, clause.End)], new Cue(clause.First, clause.First - 1, clause.First, CueForm.Finite), speaker);
                    break;
                }
            }
        }
    }

    /// <summary>Whether a token lies in what was taken in this sentence.</summary>
    public bool IsTaken(int token) =>
        Drafts.Exists(draft => draft.Sentence == _sentenceIndex && draft.Pieces.Any(piece => piece.First <= token && token < piece.End));

    private SpeakerPhrase? ReadClause(int k, SpeakerPhrase? main)
    {
        var clause = _clauses[k];
        if (GermanCues.Find(scene, clause) is not { } cue || (cue.IsFinal && scene.Text.Word(cue.Start) is "wie" or "Wie"))
        {
            return null;
        }

        var isInverted = cue.Finite == cue.Start;
        var subject = (isInverted && IsLedBySubject(k, main) ? Earlier(k, main) : null) ?? GermanSubjects.Of(scene, clause, cue) ?? (isInverted ? Earlier(k, main) : null);
        if (subject is not { } speaker)
        {
            return null;
        }

        if (!(isInverted && k > 0 && speaker.First > cue.Finite && TryLeft(k, cue, speaker)))
        {
            TryRight(k, cue, speaker);
        }

        return speaker;
    }

    /// <summary>"Varga, die Ministerin, nannte das Haus …", "… und nannte das Haus": what follows the verb is its object, unless it is a name or a pronoun.</summary>
    private bool IsLedBySubject(int k, SpeakerPhrase? main)
    {
        var verb = scene.Text.Word(_clauses[k].First) is "und" or "aber" or "doch" ? _clauses[k].First + 1 : _clauses[k].First;
        if (verb + 1 < _clauses[k].End && (scene.PersonAt(verb + 1) is not null || scene.Tokens[verb + 1].Is(WordClass.SubjectPronouns)))
        {
            return false;
        }

        if (verb > _clauses[k].First)
        {
            return main is not null;
        }

        var first = _clauses.FindIndex(clause => clause.First >= _free);
        return first >= 0 && first < k - 1 && !_clauses[first].IsRun && !_clauses[k - 1].IsRun
            && GermanSubjects.EndOf(scene, _clauses[first].First, _clauses[first].End) == _clauses[first].End;
    }

    /// <summary>"Varga, die Ministerin, sagte", "Varga lächelte und sagte": the subject stands in an earlier clause.</summary>
    private SpeakerPhrase? Earlier(int k, SpeakerPhrase? main)
    {
        if (main is not null && scene.Text.Word(_clauses[k].First) is "und" or "aber" or "doch")
        {
            return main;
        }

        SpeakerPhrase? found = null;
        for (var j = k - 1; j >= 0 && !_clauses[j].IsRun && _clauses[j].First >= _free; j--)
        {
            if (scene.Tokens[_clauses[j].First].Is(WordClass.Subordinators) || GermanSubjects.OfSentence(scene, _clauses[j]) is not { } phrase)
            {
                continue;
            }

            // A phrase that fills its clause: "…, der Hafenchef, sagte"; a name among them is the speaker.
            found = found is { } role && phrase.Kind != PhraseKind.Name ? role : phrase;
            if (found.Value.Kind == PhraseKind.Name)
            {
                return Whole(j, found.Value) with { Distant = _clauses[k].First - phrase.End > 8 };
            }
        }

        return found ?? main;
    }

    /// <summary>"Die Hafenministerin, Ilse Varga, …": the role before the name belongs to it.</summary>
    private SpeakerPhrase Whole(int k, SpeakerPhrase named)
    {
        var isNameAlone = named.First == _clauses[k].First && named.End == _clauses[k].End && named.Mention?.TitleToken == named.First;
        return isNameAlone && k > 0 && _clauses[k - 1].First >= _free && GermanSubjects.EndOf(scene, _clauses[k - 1].First, _clauses[k - 1].End) == _clauses[k - 1].End
            ? named with { First = _clauses[k - 1].First }
            : named;
    }

    /// <summary>„…“, sagte Varga. / Der Pier sei sicher, sagte Varga.</summary>
    private bool TryLeft(int k, ClauseCue cue, SpeakerPhrase speaker)
    {
        var previous = _clauses[k - 1];
        if (previous.First < _free)
        {
            return false;
        }

        if (previous.IsRun)
        {
            var isLed = k > 1 && scene.Text.Word(previous.First - 1) is not ":" && _clauses[k - 2].First >= _free && scene.WordCount(_clauses[k - 2].First, _clauses[k - 2].End) > 1;
            List<TokenRange> pieces = [new(isLed ? _free : previous.First, previous.End)];
            if (k + 1 < _clauses.Count && _clauses[k + 1].IsRun)
            {
                pieces.Add(new(_clauses[k + 1].First, _clauses[k + 1].End));
            }

            Add(Frame.QuoteThenCue, pieces, cue.Cue, speaker);
            return true;
        }

        var end = previous.End;
        var first = scene.Text.Word(_free) is "," ? _free + 1 : _free;
        if (cue.Cue.Is(WordClass.NamingVerbs) || scene.WordCount(first, end) < 3 || scene.Text.Word(_clauses[k].First - 1) is not ("," or "–"))
        {
            return false;
        }

        Add(Frame.TrailingCue, [new(first, end)], cue.Cue, speaker);
        return true;
    }

    private void TryRight(int k, ClauseCue cue, SpeakerPhrase speaker)
    {
        if (RunIn(_clauses[k], cue) is { } run)
        {
            Add(Frame.Naming, [run], cue.Cue, speaker);
        }

        if (k + 1 >= _clauses.Count || cue.Cue.Is(WordClass.NamingVerbs))
        {
            return;
        }

        var next = _clauses[k + 1];
        var mark = scene.Text.Word(next.First - 1);
        if (next.IsRun && mark is ":" or "," or "." or "–")
        {
            Add(Frame.CueThenQuote, [new(next.First, next.End)], cue.Cue, speaker);
        }
        else if (mark is ":")
        {
            Add(Frame.Clause, [new(next.First, _clauses[^1].End)], cue.Cue, speaker);
        }
        else if (mark is "," && GermanContent.FirstOf(scene, _clauses, k, cue) is >= 0 and var first)
        {
            var end = GermanContent.EndOf(scene, _clauses, first);
            Add(Frame.Clause, [new(_clauses[first].First, end)], cue.Cue, speaker);
            AddRunBehind(end, cue.Cue, speaker);
        }
        else
        {
            AddRunBehind(_clauses[k].End, cue.Cue, speaker);
        }
    }

    /// <summary>sagte, es eile: „…“</summary>
    private void AddRunBehind(int end, Cue cue, SpeakerPhrase speaker)
    {
        var run = _clauses.Find(clause => clause.IsRun && clause.First == end + 1);
        if (run.End > 0 && scene.Text.Word(end) is ":" && !IsUsed(scene.RunOf(run.First)))
        {
            Add(Frame.CueThenQuote, [new(run.First, run.End)], cue, speaker);
        }
    }

    /// <summary>sprach von einem „…“: marked words within the clause, behind the verb.</summary>
    private TokenRange? RunIn(Clause clause, ClauseCue cue)
    {
        for (var i = cue.Finite + 1; i < clause.End; i++)
        {
            if (scene.IsQuoted(i))
            {
                var run = scene.RunRange(scene.RunOf(i));
                var isName = scene.Tokens[i - 1].Is(WordClass.ScareWords | WordClass.OutletWords | WordClass.OrganisationWords)
                    || scene.Text.Word(cue.Cue.Verb) is "lautet" or "lautete" or "lauten" or "lauteten"
                    || (scene.Tokens[i - 1].Is(WordClass.Prepositions) && scene.Text.Word(i - 1) is not ("von" or "vor" or "mit"))
                    || (!cue.Cue.Is(WordClass.NamingVerbs) && (scene.Text.IsCapitalised(i - 1) || ScareFilter.IsTitle(scene, run)));
                return isName || _usedRuns[scene.RunOf(i)] ? null : run;
            }
        }

        return null;
    }
}
