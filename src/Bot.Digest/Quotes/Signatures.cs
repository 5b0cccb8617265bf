using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>
/// Words that are signed: “…” — Ilse Varga, harbour minister; marked words with the name in the next paragraph; and posts of a network as
/// outlets embed them: … — Ilse Varga (@varga) May 3, 2026.
/// </summary>
internal static class Signatures
{
    /// <summary>A longer line is a sentence and no signature.</summary>
    private const int Longest = 16;

    private const int FewestWords = 4;

    /// <summary>The post that a paragraph holds, without the links and pictures at its end; null for none.</summary>
    public static Draft? Post(Scene scene, int index)
    {
        var paragraph = scene.Text.Paragraphs[index];
        for (var dash = Math.Max(paragraph.FirstToken + FewestWords, paragraph.EndToken - (2 * Longest)); dash + 4 < paragraph.EndToken; dash++)
        {
            if (!IsDash(scene, dash) || Bracket(scene, dash + 1, paragraph.EndToken) is not (> 0 and var bracket))
            {
                continue;
            }

            var end = WithoutLinks(scene, paragraph.FirstToken, dash);
            return scene.WordCount(paragraph.FirstToken, end) < FewestWords || scene.Text.Word(paragraph.FirstToken) is "<" ? null : new Draft
            {
                Frame = Frame.Signed,
                Pieces = [new(paragraph.FirstToken, end)],
                Sentence = paragraph.FirstSentence,
                Paragraph = index,
                Speaker = scene.PersonAt(dash + 1) is { } person ? SpeakerPhrase.Of(person) with { End = bracket } : new SpeakerPhrase(dash + 1, bracket, PhraseKind.Nominal, null, bracket - 1),
            };
        }

        return null;
    }

    /// <summary>Who signs marked words: behind a dash after them, or in a line of its own below a paragraph that holds nothing else.</summary>
    public static SpeakerPhrase? Of(Scene scene, int index, TokenRange marked)
    {
        var paragraph = scene.Text.Paragraphs[index];
        if (marked.End + 1 < paragraph.EndToken)
        {
            return IsDash(scene, marked.End) ? Line(scene, marked.End + 1, paragraph.EndToken) : null;
        }

        if (marked.First != paragraph.FirstToken || index + 1 >= scene.Text.Paragraphs.Count || scene.WordCount(marked.First, marked.End) < FewestWords)
        {
            return null;
        }

        var next = scene.Text.Paragraphs[index + 1];
        return next.FirstToken < next.EndToken && IsDash(scene, next.FirstToken)
            ? Line(scene, next.FirstToken + 1, next.EndToken)
            : Line(scene, next.FirstToken, next.EndToken);
    }

    /// <summary>"Ilse Varga, harbour minister": a name, what its bearer is, and no sentence.</summary>
    private static SpeakerPhrase? Line(Scene scene, int first, int end)
    {
        if (end - first > Longest || scene.PersonAt(first) is not { } person || person.TitleToken != first || (person.EndToken < end && scene.Text.Word(person.EndToken) is not ("," or "(")))
        {
            return null;
        }

        for (var i = person.EndToken; i < end; i++)
        {
            if (scene.IsQuoted(i) || scene.Tokens[i].Is(WordClass.SpeechVerbs | WordClass.Auxiliaries | WordClass.Modals) || scene.Text.Word(i) is "." or ":" or "?" or "!")
            {
                return null;
            }
        }

        return SpeakerPhrase.Of(person);
    }

    private static bool IsDash(Scene scene, int token) => !scene.IsQuoted(token) && scene.Text.Word(token) is "—" or "–" or "―" or "--" or "-";

    /// <summary>The bracket with the name of an account after a capitalised name; -1 for none.</summary>
    private static int Bracket(Scene scene, int first, int end)
    {
        for (var i = first; i + 1 < Math.Min(end, first + Longest); i++)
        {
            if (scene.Text.Word(i) is "(" && scene.Text.Word(i + 1) is "@")
            {
                return i > first && scene.Text.IsCapitalised(first) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>Takes addresses of pages and pictures off the end.</summary>
    private static int WithoutLinks(Scene scene, int first, int end)
    {
        var text = scene.Text.Text;
        for (var last = end; last > first;)
        {
            var start = last - 1;
            while (start > first && scene.Tokens[start - 1].End == scene.Tokens[start].Start)
            {
                start--;
            }

            var chunk = text.AsSpan(scene.Tokens[start].Start, scene.Tokens[last - 1].End - scene.Tokens[start].Start);
            if (!chunk.Contains("://", StringComparison.Ordinal) && !chunk.Contains("pic.", StringComparison.Ordinal))
            {
                return last;
            }

            last = start;
            end = last;
        }

        return end;
    }
}
