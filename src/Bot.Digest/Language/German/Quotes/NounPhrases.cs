using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German.Quotes;

/// <summary>Finds where noun phrases begin and end: article, adjectives, nouns, and the genitives that belong to them.</summary>
internal static class NounPhrases
{
    private const int MostAdjectives = 8;

    private const int LongestMarked = 5; // words in marks inside a phrase

    /// <summary>One past the noun phrase; the start itself where there is none.</summary>
    public static int EndOf(Scene scene, int start, int end)
    {
        var i = AfterAdjectives(scene, start, end);
        if (i >= end || !(IsNoun(scene, i) || (i > start && IsMarkedName(scene, i))))
        {
            return start;
        }

        while (i < end)
        {
            if (scene.IsQuoted(i))
            {
                var run = scene.RunRange(scene.RunOf(i));
                if (scene.WordCount(run.First, run.End) > LongestMarked)
                {
                    break;
                }

                i = run.End;
            }
            else if (IsNoun(scene, i))
            {
                i++;
            }
            else if (Continues(scene, i, end) is { } next)
            {
                i = next;
            }
            else
            {
                break;
            }
        }

        return Math.Min(i, end);
    }

    /// <summary>One past the noun phrase and those that prepositions tie to it ("die Sprecherin der Werft beim Hafenfest"); the start itself where there is none.</summary>
    public static int EndWithTied(Scene scene, int start, int end)
    {
        var at = EndOf(scene, start, end);
        while (at > start && at < end && scene.Tokens[at].Is(WordClass.Prepositions) && EndOf(scene, at + 1, end) is var next && next > at + 1)
        {
            at = next;
        }

        return at;
    }

    /// <summary>Where the role begins that fills the rest of a clause before a name in apposition ("…, die Sprecherin der Werft, Ilse Varga"); -1 for none.</summary>
    public static int RoleUpTo(Scene scene, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if ((i == first ? Starts(scene, i) : scene.Tokens[i].Is(WordClass.Determiners)) && EndWithTied(scene, i, end) == end)
            {
                return i;
            }
        }

        return -1;
    }

    private static int AfterAdjectives(Scene scene, int start, int end)
    {
        var i = start;
        while (i < end && i - start < MostAdjectives && !scene.IsQuoted(i) && !IsNoun(scene, i) && (IsPhraseWord(scene, i) || (i > start && scene.Text.Word(i) is "nicht")))
        {
            i++;
        }

        return i;
    }

    /// <summary>die „Hafenzeitung“: few words in marks, all with a capital.</summary>
    public static bool IsMarkedName(Scene scene, int i)
    {
        if (!scene.IsQuoted(i))
        {
            return false;
        }

        var run = scene.RunRange(scene.RunOf(i));
        return run.First == i && scene.WordCount(run.First, run.End) is > 0 and <= LongestMarked && ScareFilter.IsTitle(scene, run);
    }

    /// <summary>A determiner, a number or an adjective.</summary>
    public static bool IsPhraseWord(Scene scene, int i)
    {
        var token = scene.Tokens[i];
        if (token.Kind == TokenKind.Number || token.Is(WordClass.Determiners))
        {
            return true;
        }

        return token.Kind == TokenKind.Word && (scene.Text.IsCapitalised(i)
            || (!token.Is(WordClass.Prepositions | WordClass.Auxiliaries | WordClass.Modals | WordClass.Subordinators | WordClass.SubjectPronouns | WordClass.Adverbs | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.Negations)
                && scene.Text.Word(i) is [.., 'e'] or [.., 'e', 'n' or 'r' or 's' or 'm']));
    }

    private static bool IsNoun(Scene scene, int i) =>
        !scene.IsQuoted(i) && (scene.MentionOf(i) >= 0
            || (scene.Tokens[i].Kind == TokenKind.Word && HasCapital(scene, i) && !scene.Tokens[i].Is(WordClass.Determiners | WordClass.SubjectPronouns | WordClass.Prepositions)));

    /// <summary>A capital at its beginning, or behind a hyphen ("e-Mail").</summary>
    private static bool HasCapital(Scene scene, int i) =>
        scene.Text.IsCapitalised(i) || (scene.Text.Word(i).IndexOf('-') is > 0 and var hyphen && hyphen + 1 < scene.Tokens[i].Length && char.IsUpper(scene.Text.Word(i)[hyphen + 1]));

    /// <summary>The token after a genitive, a "von …", an "und …" or a bracket that belongs to the phrase; null where it ends.</summary>
    private static int? Continues(Scene scene, int i, int end)
    {
        switch (scene.Text.Word(i))
        {
            case "des" or "der" or "eines" or "einer" or "dieser" or "dieses" or "und" or "von" or "vom" or "für" or "&" or "/" or "-" or "–":
                var next = AfterAdjectives(scene, i + 1, end);
                return next < end && (IsNoun(scene, next) || (scene.IsQuoted(next) && next == i + 1)) ? next : null;
            case "(":
                for (var close = i + 1; close < Math.Min(end, i + 12); close++)
                {
                    if (scene.Text.Word(close) is ")")
                    {
                        return close + 1;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>Whether a noun phrase can begin there.</summary>
    public static bool Starts(Scene scene, int i) =>
        !scene.IsQuoted(i) && !scene.Tokens[i].Is(WordClass.Prepositions | WordClass.Subordinators)
        && (scene.Tokens[i].Is(WordClass.Determiners | WordClass.SubjectPronouns) || scene.Tokens[i].Kind == TokenKind.Number || scene.MentionOf(i) >= 0
            || scene.Text.Word(i) is "Auch" or "auch" or "Selbst" or "Sogar" or "Nur"
            || (scene.Tokens[i].Kind == TokenKind.Word && scene.Text.IsCapitalised(i) && !scene.Tokens[i].Is(WordClass.Adverbs) && !IsAdverb(scene.Text.Word(i))));

    /// <summary>"Tatsächlich", "Höhnisch", "Erwartungsgemäß": capitalised at the beginning of a sentence only.</summary>
    private static bool IsAdverb(ReadOnlySpan<char> word) =>
        word.Length > 6 && (word.EndsWith("lich") || word.EndsWith("isch") || word.EndsWith("weise") || word.EndsWith("gemäß") || word.EndsWith("ierend"));
}
