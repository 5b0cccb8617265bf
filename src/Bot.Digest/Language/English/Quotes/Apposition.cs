using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Finds the name that carries a subject across an apposition or a bracket: "Varga, the harbour minister, said".</summary>
internal static class Apposition
{
    /// <summary>Longest apposition that is looked across, in tokens.</summary>
    private const int AppositionReach = 40;

    /// <summary>
    /// "Varga, the harbour minister, said": the name before the nearest comma that has one; else, "a spokesman for the port, Omar Feld, said",
    /// the name between the commas; else the noun phrase before the nearest comma.
    /// </summary>
    public static SpeakerPhrase? Across(Scene scene, int low, int close, ReadOnlySpan<char> mark)
    {
        if (BeforeBracket(scene, low, close) is { } beside)
        {
            return beside;
        }

        var floor = Math.Max(low, close - AppositionReach);
        var nearest = -1;
        for (var i = close - 1; i > floor; i--)
        {
            if (scene.IsQuoted(i))
            {
                if (!IsWork(scene, i))
                {
                    break;
                }

                i = scene.RunRange(scene.RunOf(i)).First;
                continue;
            }

            if (!scene.Text.Word(i).SequenceEqual(mark))
            {
                continue;
            }

            nearest = nearest < 0 ? i : nearest;
            if (BeforeBracket(scene, low, i) is { } bracketed)
            {
                return bracketed;
            }

            if (scene.PersonAt(i - 1) is { } person && person.EndToken == i && !IsAside(scene, low, i))
            {
                var phrase = SubjectFinder.NounPhrase(scene, low, i);
                if (phrase is { Kind: PhraseKind.Name })
                {
                    return phrase.Value with { Distant = close - i > 8 };
                }
            }
        }

        if (scene.PersonAt(close - 1) is { } named && named.EndToken == close && !IsAside(scene, low, close) && (nearest < 0 || SubjectFinder.NounPhrase(scene, nearest + 1, close) is { Kind: PhraseKind.Name }))
        {
            var own = SubjectFinder.NounPhrase(scene, nearest < 0 ? low : nearest + 1, close);
            return own is { } found && nearest > low ? found with { ClauseFirst = SubjectFinder.NounPhrase(scene, low, nearest)?.First ?? low } : own;
        }

        if (nearest > low && NameWithPlace(scene, nearest + 1, close) is { } placed)
        {
            return placed with { ClauseFirst = SubjectFinder.NounPhrase(scene, low, nearest)?.First ?? low };
        }

        return nearest > low && !scene.IsQuoted(nearest - 1) && SubjectFinder.NounPhrase(scene, low, nearest) is { } before ? before with { Distant = true } : null;
    }

    /// <summary>"another rower, Omar Feld of Norrmark, said".</summary>
    private static SpeakerPhrase? NameWithPlace(Scene scene, int first, int close) =>
        scene.PersonAt(first) is { } person && person.TitleToken == first && person.EndToken < close && scene.Text.Word(person.EndToken) is "of" or "from" or "at"
        && SubjectFinder.NounPhrase(scene, first, close) is { Kind: PhraseKind.Name } named
            ? named
            : null;

    /// <summary>Varga, who wrote “The Pier,” said: the name of a book in what stands between.</summary>
    private static bool IsWork(Scene scene, int token)
    {
        const int longest = 8; // tokens
        var run = scene.RunRange(scene.RunOf(token));
        return run.End - run.First <= longest + 2 && run.First > 0 && scene.Text.Word(run.First - 1) is not ("," or ":") && ScareFilter.IsTitle(scene, run);
    }

    /// <summary>"After meeting Varga, the minister, …", "Lind, answering Feld, said": a name inside a fronted phrase or a participle's is no subject.</summary>
    private static bool IsAside(Scene scene, int low, int comma)
    {
        var i = comma - 1;
        while (i > low && scene.Text.Word(i - 1) is not ("," or ";") && !scene.IsQuoted(i - 1))
        {
            i--;
        }

        return i == low
            ? scene.Tokens[i].Is(WordClass.Prepositions) && scene.PersonAt(comma - 1) is { } person && person.FirstToken - i <= 3
            : scene.MentionOf(i) < 0 && !scene.Text.IsCapitalised(i) && scene.Text.Word(i).EndsWith("ing", StringComparison.Ordinal);
    }

    /// <summary>"Varga (Norrmark), the minister, said", "Varga (Norrmark), said".</summary>
    private static SpeakerPhrase? BeforeBracket(Scene scene, int low, int comma) =>
        comma - 1 > low && scene.Text.Word(comma - 1) is ")" && AcrossBracket(scene, low, comma - 1) is { Kind: PhraseKind.Name } named ? named : null;

    /// <summary>"Varga (Norrmark) said".</summary>
    public static SpeakerPhrase? AcrossBracket(Scene scene, int low, int close)
    {
        for (var i = close - 1; i > Math.Max(low, close - AppositionReach); i--)
        {
            if (scene.Text.Word(i) is "(")
            {
                return SubjectFinder.NounPhrase(scene, low, i);
            }
        }

        return null;
    }
}
