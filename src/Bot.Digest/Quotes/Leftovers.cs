using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>Marked words that no cue took: whole sentences float on the speaker around them, scraps are kept only where they look like speech.</summary>
internal sealed class Leftovers(Scene scene, IQuoteGrammar frames)
{
    /// <summary>Adds the leftover quotes of a paragraph to <paramref name="drafts"/>.</summary>
    public void Read(int paragraph, bool hasCue, List<Draft> drafts, ref int run)
    {
        var tokens = scene.Text.Paragraphs[paragraph];
        var sentence = tokens.FirstSentence;
        while (run < scene.Text.QuotedRuns.Count && scene.Text.QuotedRuns[run].Paragraph < paragraph)
        {
            run++;
        }

        for (; run < scene.Text.QuotedRuns.Count && scene.Text.QuotedRuns[run].Paragraph == paragraph; run++)
        {
            var found = scene.Text.QuotedRuns[run];
            if (found.Depth > 0 || frames.IsUsed(run) || !scene.HasKnownEnd(run))
            {
                continue;
            }

            while (scene.Text.Sentences[sentence].EndToken <= found.Open)
            {
                sentence++;
            }

            if (Of(run, sentence, hasCue) is { } draft)
            {
                drafts.Add(draft);
            }
        }
    }

    private Draft? Of(int run, int sentenceIndex, bool hasCue)
    {
        var sentence = scene.Text.Sentences[sentenceIndex];
        var range = scene.RunRange(run);
        var words = scene.WordCount(range.First, range.End);
        var outside = OutsideWords(sentence);
        var draft = new Draft
        {
            Frame = hasCue ? Frame.SameParagraph : Frame.OwnParagraph,
            Pieces = [range],
            Sentence = sentenceIndex,
            Paragraph = sentence.Paragraph,
        };
        if (Signatures.Of(scene, sentence.Paragraph, range) is { } signed)
        {
            return draft with { Frame = Frame.Signed, Speaker = signed };
        }

        if (outside <= 1)
        {
            return Introduced(sentence, range) is { } who ? draft with { Frame = Frame.Turn, Speaker = who } : hasCue || !IsHeading(sentence, range, words) ? draft : null;
        }

        if (Introduced(sentence, range) is { } turn)
        {
            return draft with { Frame = Frame.Turn, Speaker = turn };
        }

        if (UnlistedCue(sentence, range) is { } speaker)
        {
            return draft with { Frame = Frame.Uncued, Speaker = speaker };
        }

        return ScareFilter.Keeps(scene, sentence, range, words)
            ? draft with { Frame = Frame.Uncued, Speaker = frames.MainSubject(sentence, range.First) }
            : null;
    }

    /// <summary>Varga: “…” – words behind a colon, led by little more than who says them.</summary>
    private SpeakerPhrase? Introduced(Sentence sentence, TokenRange range)
    {
        const int longest = 12; // tokens before the colon
        var colon = range.First - 1;
        if (colon <= sentence.FirstToken || colon - sentence.FirstToken > longest || scene.Text.Word(colon) is not ":" || range.End + 1 < sentence.EndToken)
        {
            return null;
        }

        if (scene.PersonAt(colon - 1) is { } last)
        {
            return SpeakerPhrase.Of(last);
        }

        for (var i = sentence.FirstToken; i < colon; i++)
        {
            if (scene.Tokens[i].Is(WordClass.SubjectPronouns))
            {
                return new SpeakerPhrase(i, i + 1, PhraseKind.Pronoun, null, i);
            }

            if (scene.PersonAt(i) is { } person && scene.Tokens[person.EndToken].Kind != TokenKind.Possessive)
            {
                return SpeakerPhrase.Of(person);
            }
        }

        return scene.Text.IsCapitalised(sentence.FirstToken) && colon - sentence.FirstToken <= 4 ? new SpeakerPhrase(sentence.FirstToken, colon, PhraseKind.Nominal, null, colon - 1) : null;
    }

    private int OutsideWords(Sentence sentence)
    {
        var outside = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken && outside < 3; i++)
        {
            outside += !scene.IsQuoted(i) && scene.Tokens[i].Kind == TokenKind.Word ? 1 : 0;
        }

        return outside;
    }

    /// <summary>A paragraph of a few marked words without a full stop is a heading.</summary>
    private bool IsHeading(Sentence sentence, TokenRange range, int words)
    {
        var paragraph = scene.Text.Paragraphs[sentence.Paragraph];
        var last = scene.Text.Tokens[Math.Max(range.First, range.End - 2)];
        return words <= 8 && paragraph.EndToken - paragraph.FirstToken == range.End - range.First
            && scene.Text.Text[last.End - 1] is not ('.' or ',' or '!' or '?');
    }

    /// <summary>“…,” Varga fumed: a person and one more word after marked words that end in a comma.</summary>
    private SpeakerPhrase? UnlistedCue(Sentence sentence, TokenRange range)
    {
        var next = range.End;
        if (next + 1 >= sentence.EndToken || scene.Text.Text[scene.Tokens[range.End - 2].End - 1] is not (',' or '?' or '!'))
        {
            return null;
        }

        if (scene.Tokens[next].Is(WordClass.SubjectPronouns))
        {
            return new SpeakerPhrase(next, next + 1, PhraseKind.Pronoun, null, next);
        }

        return frames.SubjectAfter(next, sentence.EndToken) is { Kind: PhraseKind.Name } named ? named : null;
    }
}
