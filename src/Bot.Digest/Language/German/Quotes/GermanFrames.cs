using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Reads one sentence after another: verbs of speaking, their subjects, and the words they report, on the left or on the right.</summary>
internal sealed class GermanFrames : IQuoteGrammar
{
    private readonly Scene _scene;
    private readonly List<Clause> _clauses = [];
    private readonly ClauseSubjects _subjects;
    private readonly bool[] _usedRuns;
    private int _sentenceIndex;
    private Sentence _sentence;

    /// <summary>First token of the sentence that no quote has taken yet.</summary>
    private int _free;

    public GermanFrames(Scene scene)
    {
        _scene = scene;
        _subjects = new ClauseSubjects(scene, _clauses);
        _usedRuns = new bool[scene.Text.QuotedRuns.Count];
    }

    public List<Draft> Drafts { get; } = [];

    public bool IsUsed(int run) => _usedRuns[run];

    public void Read(int sentence)
    {
        _sentenceIndex = sentence;
        _sentence = _scene.Text.Sentences[sentence];
        _free = _sentence.FirstToken;
        Clauses.Find(_scene, _sentence, _clauses);
        var before = Drafts.Count;
        BackwardCues.Read(_scene, this, _clauses, sentence);
        SpeakerPhrase? main = null;
        for (var k = 0; k < _clauses.Count; k++)
        {
            if (!_clauses[k].IsRun && _clauses[k].First >= _free)
            {
                main = ReadClause(k, main) ?? main;
            }
        }

        PassiveNaming.Read(_scene, this, _clauses);
        new ColonFrames(_scene, this, _clauses, _subjects).Read(_free);
        new SourceFrames(_scene, this, _clauses).Read(_sentence);
        new UnlistedCues(_scene, this, _clauses).Read();
        if (Drafts.Count == before)
        {
            UnmarkedReport.Read(_scene, _clauses, _sentenceIndex, Drafts);
        }
    }

    public SpeakerPhrase? SubjectAfter(int start, int end) => GermanSubjects.After(_scene, start, end);

    public SpeakerPhrase? MainSubject(Sentence sentence, int before) => GermanMainSubject.Of(_scene, sentence, before);

    public bool IsDefinite(ReadOnlySpan<char> article) => article is "der" or "Der" or "die" or "Die";

    public int GenderOf(ReadOnlySpan<char> pronoun) => GermanMainSubject.GenderOf(pronoun);

    /// <summary>Adds a quote and marks its quotations as taken.</summary>
    public void Add(Frame frame, List<TokenRange> pieces, Cue cue, SpeakerPhrase speaker) =>
        Add(new Draft { Frame = frame, Pieces = pieces, Sentence = _sentenceIndex, Paragraph = _sentence.Paragraph, Cue = cue, Speaker = speaker });

    /// <summary>Adds marked words that go on with whoever spoke before.</summary>
    public void AddFloating(TokenRange words) =>
        Add(new Draft { Frame = Frame.SameParagraph, Pieces = [words], Sentence = _sentenceIndex, Paragraph = _sentence.Paragraph });

    private void Add(Draft draft)
    {
        foreach (var piece in draft.Pieces)
        {
            for (var i = piece.First; i < piece.End; i++)
            {
                if (_scene.IsQuoted(i))
                {
                    _usedRuns[_scene.RunOf(i)] = true;
                }
            }
        }

        Drafts.Add(draft);
        _free = Math.Max(_free, draft.End);
    }

    /// <summary>Whether a token lies in what was taken in this sentence.</summary>
    public bool IsTaken(int token)
    {
        for (var i = Drafts.Count - 1; i >= 0 && Drafts[i].Sentence == _sentenceIndex; i--)
        {
            if (Drafts[i].Pieces.Any(piece => piece.First <= token && token < piece.End))
            {
                return true;
            }
        }

        return false;
    }

    private SpeakerPhrase? ReadClause(int k, SpeakerPhrase? main)
    {
        var clause = _clauses[k];
        if (GermanCues.Find(_scene, clause) is not { } cue || (cue.IsFinal && _scene.Text.Word(cue.Start) is "wie" or "Wie"))
        {
            return null;
        }

        if (_subjects.Of(k, cue, _free, main) is not { } speaker)
        {
            return null;
        }

        // Auf die Frage, wann gebaut wird, antwortete Varga: „…“ What stands behind the colon was said; what stands before it only where its verb tells so.
        var isOpen = k + 1 < _clauses.Count && _clauses[k + 1].IsRun && _scene.Text.Word(_clauses[k + 1].First - 1) is ":";
        var hasLeft = cue.Finite == cue.Start && k > 0 && speaker.First > cue.Finite
            && (!isOpen || _clauses[k - 1].IsRun || GermanContent.HasSubjunctive(_scene, _clauses[k - 1])) && TryLeft(k, cue, speaker);
        if (!hasLeft || (isOpen && !_clauses[k - 1].IsRun))
        {
            TryRight(k, cue, speaker);
        }

        return speaker;
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
            var isLed = k > 1 && !_clauses[k - 2].IsRun && _scene.Text.Word(previous.First - 1) is not ":" && _clauses[k - 2].First >= _free && _scene.WordCount(_clauses[k - 2].First, _clauses[k - 2].End) > 1;
            List<TokenRange> pieces = [new(isLed ? _free : previous.First, previous.End)];
            if (k + 1 < _clauses.Count && _clauses[k + 1].IsRun)
            {
                pieces.Add(new(_clauses[k + 1].First, _clauses[k + 1].End));
            }

            Add(Frame.QuoteThenCue, pieces, cue.Cue, speaker);
            for (var j = k - 2; j >= 0 && _clauses[j].IsRun && _clauses[j].End + 1 == _clauses[j + 1].First && !IsUsed(_scene.RunOf(_clauses[j].First)); j--)
            {
                // „…“ und „…“, sagte Varga
                Add(Frame.QuoteThenCue, [new(_clauses[j].First, _clauses[j].End)], cue.Cue, speaker);
            }

            return true;
        }

        var end = previous.End;
        var first = _scene.Text.Word(_free) is "," ? _free + 1 : _free;
        if (cue.Cue.Is(WordClass.NamingVerbs) || _scene.WordCount(first, end) < 3 || _scene.Text.Word(_clauses[k].First - 1) is not ("," or "–"))
        {
            return false;
        }

        Add(Frame.TrailingCue, [new(first, end)], cue.Cue, speaker);
        return true;
    }

    private void TryRight(int k, ClauseCue cue, SpeakerPhrase speaker)
    {
        var run = MarkedWords.In(_scene, _clauses[k], cue) ?? (cue.Cue.Is(WordClass.NamingVerbs) ? MarkedWords.Behind(_scene, _clauses, k) : null);
        if (run is { } marked && !IsUsed(_scene.RunOf(marked.First)))
        {
            Add(Frame.Naming, [marked], cue.Cue, speaker);
        }

        if (k + 1 >= _clauses.Count || cue.Cue.Is(WordClass.NamingVerbs))
        {
            return;
        }

        var next = _clauses[k + 1];
        var mark = _scene.Text.Word(next.First - 1);
        if (next.IsRun && mark is ":" or "," or "." or "–")
        {
            for (var j = k + 1; j < _clauses.Count && _clauses[j].IsRun && (j == k + 1 || _clauses[j].First == _clauses[j - 1].End + 1); j++)
            {
                // sagte Varga: „…“ und „…“
                Add(Frame.CueThenQuote, [new(_clauses[j].First, _clauses[j].End)], cue.Cue, speaker);
            }
        }
        else if (mark is ":" && !_clauses.Exists(clause => clause.IsRun && clause.First > next.First))
        {
            Add(Frame.Clause, [new(next.First, _clauses[^1].End)], cue.Cue, speaker);
        }
        else if (mark is "," && GermanContent.FirstOf(_scene, _clauses, k, cue) is >= 0 and var first)
        {
            var end = GermanContent.EndOf(_scene, _clauses, first);
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
        if (run.End > 0 && _scene.Text.Word(end) is ":" && !IsUsed(_scene.RunOf(run.First)))
        {
            Add(Frame.CueThenQuote, [new(run.First, run.End)], cue, speaker);
        }
    }
}
