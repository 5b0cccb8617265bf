using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Reads sentences that name a source instead of a speaker: "laut Polizei", "nach Angaben der Stadt", "dem Bericht zufolge", "so Varga", "wie die Stadt mitteilte".</summary>
internal sealed class SourceFrames(Scene scene, GermanFrames frames, List<Clause> clauses)
{
    private const int Reach = 20; // tokens of a phrase before its marker

    private const int Fewest = 3; // words of what is reported

    /// <summary>Where a source is named: what is left out of the reported words.</summary>
    private readonly record struct Source(int First, int End, int Marker, SpeakerPhrase Speaker);

    public void Read(Sentence sentence)
    {
        for (var k = 0; k < clauses.Count; k++)
        {
            if (!clauses[k].IsRun && Find(clauses[k]) is { } source && !frames.IsTaken(source.Marker))
            {
                Add(k, source);
            }
        }
    }

    private Source? Find(Clause clause)
    {
        if (scene.Text.Word(clause.First) is "so" or "So" && clause.First + 1 < clause.End)
        {
            return OfSo(clause);
        }

        if (scene.Text.Word(clause.First) is "wie" or "Wie" && GermanCues.Find(scene, clause) is { IsFinal: true } cue && GermanSubjects.Of(scene, clause, cue) is { } subject)
        {
            return new Source(clause.First, clause.End, cue.Cue.Verb, subject);
        }

        for (var i = clause.First; i < clause.End; i++)
        {
            if (!scene.IsQuoted(i) && At(clause, i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>„…“, so Varga: nothing but the speaker, and perhaps when and where, stands in the clause.</summary>
    private Source? OfSo(Clause clause)
    {
        var isAfterWords = clause.First > 0 && (scene.Text.Word(clause.First - 1) is "," or "–" or "—" || scene.IsQuoted(clause.First - 1));
        return isAfterWords && GermanSubjects.At(scene, clause.First + 1, clause.End, nominative: true) is { } speaker
            ? new Source(clause.First, clause.End, clause.First, speaker)
            : null;
    }

    private Source? At(Clause clause, int i)
    {
        switch (scene.Text.Word(i))
        {
            case "laut" or "Laut" or "gemäß" or "Gemäß" or "seitens":
                return Behind(clause, i, i + 1);
            case "nach" or "Nach":
                var end = NounPhrases.EndOf(scene, i + 1, clause.End);
                return HasSourceNoun(i + 1, end) ? Behind(clause, i, i + 1)
                    : i > clause.First && scene.Tokens[i - 1].Is(WordClass.SourceNouns) ? Before(clause, i)
                    : null;
            case "zufolge":
                return Before(clause, i);
            default:
                return null;
        }
    }

    private bool HasSourceNoun(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tokens[i].Is(WordClass.SourceNouns))
            {
                return true;
            }
        }

        return false;
    }

    private Source? Behind(Clause clause, int marker, int start) =>
        GermanSubjects.At(scene, start, clause.End, nominative: false) is { } phrase ? new Source(marker, phrase.End, marker, Whose(phrase)) : null;

    /// <summary>"Angaben der Stadt", "Angaben von Varga": the source is whoever stands behind the noun.</summary>
    private SpeakerPhrase Whose(SpeakerPhrase phrase)
    {
        for (var i = phrase.First; i + 2 < phrase.End; i++)
        {
            if (scene.Tokens[i].Is(WordClass.SourceNouns))
            {
                var owner = scene.Text.Word(i + 1) is "von" or "vom" ? i + 2 : i + 1;
                return GermanSubjects.At(scene, owner, phrase.End, nominative: false) ?? phrase;
            }
        }

        return phrase;
    }

    /// <summary>"dem Bericht zufolge": the longest phrase that ends before the marker.</summary>
    private Source? Before(Clause clause, int marker)
    {
        for (var first = Math.Max(clause.First, marker - Reach); first < marker; first++)
        {
            if (NounPhrases.EndOf(scene, first, marker) == marker && GermanSubjects.At(scene, first, marker, nominative: false) is { } speaker)
            {
                return new Source(first, marker + 1, marker, Whose(speaker));
            }
        }

        return null;
    }

    private void Add(int k, Source source)
    {
        var cue = new Cue(source.Marker, source.Marker, source.Marker + 1, CueForm.Finite) { Classes = WordClass.SpeechVerbs };
        if (k > 0 && clauses[k - 1].IsRun && source.First == clauses[k].First)
        {
            frames.Add(Frame.QuoteThenCue, [new(clauses[k - 1].First, clauses[k - 1].End)], cue, source.Speaker);
            return;
        }

        List<TokenRange> pieces = [];
        AddPiece(pieces, clauses[0].First, source.First);
        var end = source.First == clauses[0].First || source.First > clauses[k].First || !IsReportEnd(k) ? GermanContent.EndOf(scene, clauses, k) : source.End;
        AddPiece(pieces, source.End, end);
        if (pieces.Count > 0 && pieces.Sum(piece => scene.WordCount(piece.First, piece.End)) >= Fewest && !pieces.Exists(piece => frames.IsTaken(piece.First) || frames.IsTaken(piece.End - 1)))
        {
            frames.Add(Frame.AccordingTo, pieces, cue, source.Speaker);
        }
    }

    private bool IsReportEnd(int k) => k == clauses.Count - 1;

    private void AddPiece(List<TokenRange> pieces, int first, int end)
    {
        while (first < end && !scene.IsQuoted(first) && scene.Tokens[first].Kind == TokenKind.Punctuation)
        {
            first++;
        }

        while (end > first && !scene.IsQuoted(end - 1) && scene.Tokens[end - 1].Kind == TokenKind.Punctuation)
        {
            end--;
        }

        if (end > first)
        {
            pieces.Add(new TokenRange(first, end));
        }
    }
}
