using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>The sentence that is being read: its cues, how far its words are taken, and the drafts of all sentences so far.</summary>
internal sealed class SentenceReading(Scene scene)
{
    private readonly bool[] _usedRuns = new bool[scene.Text.QuotedRuns.Count];
    private int _index;

    public Scene Scene { get; } = scene;

    public Sentence Sentence { get; private set; }

    public List<Cue> Cues { get; } = [];

    public List<Draft> Drafts { get; } = [];

    /// <summary>First token of the sentence that no quote has taken yet.</summary>
    public int Free { get; set; }

    /// <summary>Whether a quotation is part of a draft.</summary>
    public bool IsUsed(int run) => _usedRuns[run];

    /// <summary>Goes to a sentence and finds its cues.</summary>
    public void Begin(int index)
    {
        _index = index;
        Sentence = Scene.Text.Sentences[index];
        Free = Sentence.FirstToken;
        Cues.Clear();
        CueFinder.Find(Scene, Sentence, Cues);
    }

    /// <summary>Gives words to a subject and marks the quotations in them as used.</summary>
    public void Add(Frame frame, IReadOnlyList<TokenRange> pieces, Cue cue, SpeakerPhrase subject)
    {
        foreach (var piece in pieces)
        {
            for (var i = piece.First; i < piece.End; i++)
            {
                if (Scene.IsQuoted(i))
                {
                    _usedRuns[Scene.RunOf(i)] = true;
                    i = Scene.RunRange(Scene.RunOf(i)).End - 1;
                }
            }
        }

        Drafts.Add(new Draft { Frame = frame, Pieces = pieces, Sentence = _index, Paragraph = Sentence.Paragraph, Cue = cue, Speaker = subject });
    }

    /// <summary>Whether a clause can end before a token.</summary>
    public bool EndsClause(int token) =>
        token >= Sentence.EndToken || Scene.Text.Word(token) is "," or "." or ";" or "—" or "–" or "―" or "--";

    /// <summary>Whether the words in the marks end like a clause before its cue.</summary>
    public bool EndsWithStop(int run)
    {
        var last = Scene.Text.QuotedRuns[run].Close - 1;
        return last > Scene.Text.QuotedRuns[run].Open && Scene.Text.Text[Scene.Tokens[last].End - 1] is ',' or '?' or '!' or '.' or '—' or '–' or '-' or '…' or '’' or '\'';
    }

    /// <summary>The next marked run that starts in a range of tokens.</summary>
    public TokenRange? NextRun(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (Scene.IsQuoted(i))
            {
                return Scene.RunRange(Scene.RunOf(i));
            }
        }

        return null;
    }
}
