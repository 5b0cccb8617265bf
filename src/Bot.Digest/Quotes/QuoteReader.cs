using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Digest.Quotes;

/// <summary>Who said what: reads the quotes of a text in one pass over its paragraphs.</summary>
public static class QuoteReader
{
    /// <summary>The quotes in text order; people are indexes into <paramref name="people"/>. What several said together is there once for each of them.</summary>
    public static IReadOnlyList<Quote> Read(TextAnalysis text, PeopleInText people)
    {
        using var scene = new Scene(text, people);
        var grammar = text.Language.Quotes(scene);
        var drafts = Drafts(scene, grammar);
        var attributions = new SpeakerResolver(scene, grammar).Resolve(drafts);
        var quotes = new List<Quote>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var quote = QuoteForm.Of(scene, drafts[i], attributions[i]);
            quotes.Add(quote);
            quotes.AddRange(SpeakerList.Others(scene, drafts[i]).Select(person => quote with { Person = person, Speaker = people.People[person].Name, IsShared = true }));
        }

        return quotes;
    }

    private static List<Draft> Drafts(Scene scene, IQuoteGrammar frames)
    {
        var leftovers = new Leftovers(scene, frames);
        var run = 0;
        for (var p = 0; p < scene.Text.Paragraphs.Count; p++)
        {
            if (frames.IsAside(scene.Text.Paragraphs[p]))
            {
                continue;
            }

            var before = frames.Drafts.Count;
            for (var s = scene.Text.Paragraphs[p].FirstSentence; s < scene.Text.Paragraphs[p].EndSentence; s++)
            {
                frames.Read(s);
            }

            if (Signatures.Post(scene, p) is { } post)
            {
                frames.Drafts.Add(post);
            }

            leftovers.Read(p, frames.Drafts.Count > before, frames.Drafts, ref run);
        }

        frames.Drafts.RemoveAll(draft => IsWordless(scene, draft));
        frames.Drafts.Sort((a, b) => a.First.CompareTo(b.First));
        return frames.Drafts;
    }

    /// <summary>“…” and “!?”: marks around marks say nothing.</summary>
    private static bool IsWordless(Scene scene, Draft draft)
    {
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (scene.WordCount(draft.Pieces[i].First, draft.Pieces[i].End) > 0)
            {
                return false;
            }
        }

        return true;
    }
}
