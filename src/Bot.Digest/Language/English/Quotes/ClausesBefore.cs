using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Clauses without marks that stand before their cue: …, Varga said.</summary>
internal sealed class ClausesBefore(SentenceReading reading)
{
    private readonly Scene _scene = reading.Scene;

    /// <summary>…, Varga said; and what follows: …, Varga said, that …; and the split form: A new pier, Varga said, would …</summary>
    public bool TryRead(int cueIndex, SpeakerPhrase subject, bool inverted)
    {
        var cue = reading.Cues[cueIndex];
        var comma = (inverted ? cue.First : subject.ClauseFirst) - 1;
        var first = Phrases.SkipFront(_scene, Math.Max(reading.Free, reading.Sentence.FirstToken), comma);
        var after = inverted ? subject.End : cue.End;
        var rest = Adverbials.Skip(_scene, reading.Sentence, IsTold(cue) ? Complement.AfterObject(_scene, reading.Sentence, after) : after);
        if (cue.Form != CueForm.Finite || cue.Denies || comma <= first || _scene.Text.Word(comma) is not ("," or "—" or "–" or "―" or "--") || _scene.IsQuoted(comma)
            || (cue.Is(WordClass.NamingVerbs) && !cue.Is(WordClass.SpeechVerbs)) || !reading.EndsClause(rest))
        {
            return false;
        }

        var goesOn = rest + 4 < reading.Sentence.EndToken && _scene.Text.Word(rest) is "," or "—" or "–" or "―" or "--";
        var isOpening = goesOn && !inverted && (Phrases.StartsWithVerb(_scene, rest + 1) || IsDependent(first));
        var isClause = !isOpening && _scene.WordCount(first, comma) >= 4 && (Phrases.LooksLikeClause(_scene, first, comma) || ((!goesOn || inverted) && !_scene.Tokens[first].Is(WordClass.Prepositions | WordClass.Subordinators)));
        var isSplit = !isClause && goesOn && !inverted && cue.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.NotingVerbs) && !_scene.Tokens[rest + 1].Is(WordClass.Subordinators) && IsOpening(first, comma);
        if (!isClause && !isSplit)
        {
            return false;
        }

        List<TokenRange> pieces = isSplit && Phrases.IsConnective(_scene, first, comma) ? [] : [new(first, comma)];
        if (isSplit || (goesOn && _scene.Text.Word(rest + 1) is "that" or "and" or "but" or "or" or "to"))
        {
            var end = ClauseEnd.Of(_scene, reading.Sentence, reading.Cues, cueIndex, rest + 1);
            if (end > rest + 1)
            {
                pieces.Add(new(rest + 1, end));
            }
        }

        if (pieces.Count == 0)
        {
            return false;
        }

        reading.Add(Frame.TrailingCue, pieces, cue, subject);
        reading.Free = Math.Max(after, pieces[^1].End);
        return true;
    }

    /// <summary>"If it rains", "And while he waits": what is said goes on behind the cue.</summary>
    private bool IsDependent(int first) =>
        _scene.Text.Word(_scene.Text.Word(first) is "And" or "But" or "So" ? first + 1 : first)
            is "if" or "If" or "while" or "While" or "although" or "Although" or "though" or "Though" or "when" or "When" or "because" or "Because" or "unless" or "Unless";

    /// <summary>told the council, wrote the council: the cue has somebody who is told.</summary>
    private bool IsTold(Cue cue) => cue.Is(WordClass.TellingVerbs) || _scene.Text.Word(cue.Verb) is "wrote" or "writes";

    /// <summary>The first part of a split clause: what it speaks of, or what it depends on; no clause of the outlet's own.</summary>
    private bool IsOpening(int first, int comma) =>
        _scene.Text.Word(comma - 1) is not ("who" or "which" or "that" or "whom") && !_scene.Text.Is(first, "as") && !_scene.Text.Is(first, "asked")
        && !reading.Cues.Any(other => first <= other.Verb && other.Verb < comma);
}
