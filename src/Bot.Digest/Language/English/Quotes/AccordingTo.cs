using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>According to Varga, …: words whose source a preposition names.</summary>
internal sealed class AccordingTo(SentenceReading reading)
{
    private readonly Scene _scene = reading.Scene;

    /// <summary>According to Varga, … / …, according to Varga.</summary>
    public void Read(int from, int to)
    {
        for (var i = Math.Max(from, reading.Free); i + 1 < to; i++)
        {
            if (_scene.IsQuoted(i) || !_scene.Text.Is(i, "according") || !_scene.Text.Is(i + 1, "to"))
            {
                continue;
            }

            if (SubjectAfter.Of(_scene, i + 2, reading.Sentence.EndToken) is not { } source)
            {
                return;
            }

            var cue = new Cue(i, i, i + 2, CueForm.Finite) { Classes = WordClass.SpeechVerbs };
            if (Content(i, source) is { Count: > 0 } pieces && pieces.Sum(piece => _scene.WordCount(piece.First, piece.End)) >= 3)
            {
                reading.Add(Frame.AccordingTo, pieces, cue, source);
                reading.Free = Math.Max(source.End, pieces[^1].End);
            }

            return;
        }
    }

    private List<TokenRange> Content(int according, SpeakerPhrase source)
    {
        var comma = source.End;
        while (comma < reading.Sentence.EndToken && _scene.Text.Word(comma) is not ",")
        {
            comma++;
        }

        comma = according <= reading.Free && comma == source.End ? AfterApposition(comma) : comma;
        TokenRange? after = comma + 1 < reading.Sentence.EndToken ? new(comma + 1, ClauseEnd.Of(_scene, reading.Sentence, reading.Cues, -1, comma + 1)) : null;
        if (according <= reading.Free)
        {
            return after is { } whole ? [whole] : [];
        }

        // The report, according to the council, was late: a first part that is no clause goes on after the source.
        var end = _scene.Text.Word(according - 1) is "," ? according - 1 : according;
        var first = Phrases.SkipFront(_scene, reading.Free, end);
        var before = new TokenRange(first, end);
        if (end <= first)
        {
            return [];
        }

        var goesOn = after is not null && comma == source.End && end < according && !_scene.IsQuoted(first);
        return goesOn && Phrases.IsConnective(_scene, first, end) ? [after!.Value]
            : goesOn && !Phrases.LooksLikeClause(_scene, first, end) && Phrases.StartsWithVerb(_scene, comma + 1) ? [before, after!.Value]
            : [before];
    }

    /// <summary>According to Varga, a friend of the line, …: the comma behind what is said of the source; the same comma where nothing is.</summary>
    private int AfterApposition(int comma)
    {
        const int shortest = 4; // tokens that are told behind it
        if (comma + 1 >= reading.Sentence.EndToken || _scene.Text.Word(comma + 1) is not ("a" or "an" or "who" or "which"))
        {
            return comma;
        }

        for (var i = comma + 2; i + shortest < reading.Sentence.EndToken && !_scene.IsQuoted(i); i++)
        {
            if (_scene.Text.Word(i) is ",")
            {
                return i;
            }
        }

        return comma;
    }
}
