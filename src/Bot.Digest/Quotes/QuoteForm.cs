using Bot.Digest.Articles;
using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>Turns a draft with its speaker into the quote that is stored: spans, kind, verbatim pieces.</summary>
internal static class QuoteForm
{
    public static Quote Of(Scene scene, Draft draft, Attribution speaker)
    {
        var verbatim = Verbatim(scene, draft, out var allMarked);
        var mention = draft.Speaker is { } phrase ? MentionOf(scene, phrase) : (TextSpan?)null;
        var basis = QuoteConfidence.BasisOf(draft, speaker);
        var confidence = scene.Text.Language.Confidence.Of(basis);
        return new Quote
        {
            Span = scene.Text.SpanOf(draft.First, draft.End),
            Kind = verbatim.Count == 0 ? QuoteKind.Reported : allMarked ? QuoteKind.Direct : QuoteKind.Mixed,
            Pieces = Pieces(scene, draft),
            Verbatim = verbatim,
            Cue = draft.Cue is { } cue ? scene.Text.SpanOf(cue.Verb, cue.End) : null,
            SpeakerKind = speaker.Kind,
            SpeakerMention = mention,
            Speaker = speaker.Person >= 0 ? scene.People.People[speaker.Person].Name
                : draft.Speaker is { Kind: PhraseKind.Pronoun } ? null
                : (mention ?? (speaker.Words is { } words ? MentionOf(scene, words) : null))?.In(scene.Text.Text),
            Person = speaker.Person >= 0 ? speaker.Person : null,
            Floating = draft.Speaker is null,
            Via = Relay.Of(scene, draft),
            Translated = Translation.Of(scene, draft),
            Basis = basis,
            Confidence = confidence,
            Shown = speaker.Person >= 0 && confidence >= QuoteConfidence.Shown,
        };
    }

    private static TextSpan MentionOf(Scene scene, SpeakerPhrase phrase) =>
        scene.Text.SpanOf(phrase.First, phrase.End);

    private static TextSpan[] Pieces(Scene scene, Draft draft)
    {
        var pieces = new TextSpan[draft.Pieces.Count];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = scene.Text.SpanOf(draft.Pieces[i].First, draft.Pieces[i].End);
        }

        return pieces;
    }

    /// <summary>”… “…”: where a closing mark opens, and an opening one follows, one of them belongs to another quotation.</summary>
    private static bool Crosses(string text, TextSpan inner) =>
        text.AsSpan(0, inner.Start).TrimEnd() is [.., '”'] && inner.Length > 0 && text.AsSpan(inner.Start, inner.Length).Contains('“');

    private static List<TextSpan> Verbatim(Scene scene, Draft draft, out bool allMarked)
    {
        var verbatim = new List<TextSpan>();
        allMarked = true;
        foreach (var piece in draft.Pieces)
        {
            for (var i = piece.First; i < piece.End; i++)
            {
                if (!scene.IsQuoted(i))
                {
                    allMarked &= scene.Tokens[i].Kind == TokenKind.Punctuation;
                    continue;
                }

                var range = scene.RunRange(scene.RunOf(i));
                var inner = scene.Text.SpanOf(range.First + 1, scene.Text.QuotedRuns[scene.RunOf(i)].Close);

                // A run that sticks out of the clause, or never ends, is no piece of it: nobody knows whose words the rest is.
                var whole = range.First >= piece.First && range.End <= piece.End && scene.HasKnownEnd(scene.RunOf(i)) && !Crosses(scene.Text.Text, inner);
                allMarked &= whole;
                if (whole && inner.Length > 0)
                {
                    verbatim.Add(inner);
                }

                i = range.End - 1;
            }
        }

        return verbatim;
    }
}
