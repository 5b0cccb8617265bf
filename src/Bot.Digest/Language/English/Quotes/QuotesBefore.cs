using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Marked words that stand before their cue: “…,” Varga said.</summary>
internal sealed class QuotesBefore(SentenceReading reading)
{
    private readonly Scene _scene = reading.Scene;

    /// <summary>“…,” Varga said; and what follows her words in the same sentence: “…,” Varga said, “…”.</summary>
    public bool TryRead(int cueIndex, SpeakerPhrase subject, bool inverted)
    {
        var cue = reading.Cues[cueIndex];
        var start = inverted ? cue.First : subject.ClauseFirst;
        var close = start - 1;
        while (close > reading.Free && !_scene.IsQuoted(close) && (_scene.Text.Word(close) is "," || CueFinder.IsAdverb(_scene, close) || _scene.Text.Word(close) is "as"))
        {
            close--;
        }

        if (cue.Form == CueForm.Participle || close < reading.Free || !_scene.IsQuoted(close))
        {
            return false;
        }

        var run = _scene.RunOf(close);
        var open = _scene.Text.QuotedRuns[run].Open;
        if (reading.IsUsed(run) || (!reading.EndsWithStop(run) && _scene.Text.Word(close + 1) is not ","))
        {
            return false;
        }

        var first = Math.Max(reading.Free, reading.Sentence.FirstToken);
        if (!inverted && open > first && IsOfPhrase(open, cue))
        {
            return false;
        }

        var lead = _scene.WordCount(first, open);
        var from = lead > 1 && !StandsApart(first, open) ? first : open;
        List<TokenRange> pieces = [new(from, close + 1)];
        var after = inverted ? subject.End : cue.End;
        var nextCue = cueIndex + 1 < reading.Cues.Count ? reading.Cues[cueIndex + 1].First : reading.Sentence.EndToken;
        if (reading.NextRun(after, nextCue) is { } next && _scene.Text.Word(next.First - 1) is "," or ":" or "—" or "–" or "that")
        {
            pieces.Add(next);
        }

        reading.Add(Frame.QuoteThenCue, pieces, cue, subject);
        reading.Free = Math.Max(after, pieces[^1].End);
        return true;
    }

    /// <summary>Whether marked words are set off from what stands before them; in "In our town, “people wait,” she said" they go on with it.</summary>
    private bool StandsApart(int first, int open) =>
        _scene.Text.Word(open - 1) is ":" or "—" or "–" || (_scene.Text.Word(open - 1) is "," && !(open - first > 4 && char.IsLower(_scene.Text.Text[_scene.Tokens[open + 1].Start])))
        || (_scene.Text.Word(open - 1) is "--" or "-" && reading.NextRun(first, open) is null);

    /// <summary>To chants of “Varga! Varga!,” the mayor said that …: the marks belong to what leads the sentence, and the cue has words of its own.</summary>
    private bool IsOfPhrase(int open, Cue cue) =>
        (_scene.Tokens[open - 1].Is(WordClass.Prepositions) || _scene.Tokens[open - 1].Kind == TokenKind.Possessive)
        && !reading.EndsClause(Adverbials.Skip(_scene, reading.Sentence, cue.End)) && Complement.Of(_scene, reading.Sentence, cue, cue.End) is { IsQuote: false };

    /// <summary>“….” Varga, the minister, said in a statement. – the cue has a sentence of its own behind the words.</summary>
    public void TryWholeBefore(int cueIndex, SpeakerPhrase subject)
    {
        var cue = reading.Cues[cueIndex];
        var close = reading.Sentence.FirstToken - 1;
        if (cue.Form != CueForm.Finite || !cue.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) || subject.ClauseFirst != reading.Sentence.FirstToken || subject.Kind == PhraseKind.Pronoun
            || close < _scene.Text.Paragraphs[reading.Sentence.Paragraph].FirstToken || !_scene.IsQuoted(close) || reading.IsUsed(_scene.RunOf(close))
            || !reading.EndsClause(Adverbials.Skip(_scene, reading.Sentence, cue.End)))
        {
            return;
        }

        reading.Add(Frame.QuoteThenCue, [_scene.RunRange(_scene.RunOf(close))], cue, subject);
        reading.Free = cue.End;
    }
}
