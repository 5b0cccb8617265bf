using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.English.Names;

/// <summary>Where a name begins and ends within capitalised words: what belongs to the sentence, the role or a headline is left out.</summary>
internal static class NameEdges
{
    /// <summary>The first token of the name; <paramref name="end"/> when nothing is left.</summary>
    public static int First(TextAnalysis text, int first, int end, int sentenceStart)
    {
        while (first < end && IsNoPart(text, first, end, sentenceStart))
        {
            first++;
        }

        return WithoutLongLead(text, first, end);
    }

    /// <summary>One past the last token of the name.</summary>
    public static int End(TextAnalysis text, int first, int end)
    {
        while (end - first > 1 && IsTrailing(text, first, end))
        {
            end--;
        }

        return end;
    }

    /// <summary>A leading word that belongs to the sentence or to the role, not to the name ("Meanwhile Ann Lee", "State Ann Lee").</summary>
    private static bool IsNoPart(TextAnalysis text, int first, int end, int sentenceStart)
    {
        var word = text.Tokens[first];
        if (word.Is(NameWords.Given))
        {
            return false;
        }

        var startsSentence = first == sentenceStart || (first > 0 && text.Tokens[first - 1].Kind == TokenKind.OpenQuote);
        if (startsSentence && word.Is(WordClass.CommonWords | WordClass.FunctionWords | WordClass.StopWords) && !word.Is(WordClass.OrganisationWords))
        {
            return !IsActingFamilyName(text, first, end);
        }

        var isAlien = word.Is(NameWords.Impersonal | WordClass.Places | WordClass.Roles) || NameWords.IsAllCapitals(text.Word(first));
        return end - first > 2 && isAlien && !word.Is(WordClass.ThingsNamedAfter) && NameWords.IsGiven(text, first + 1);
    }

    /// <summary>"Small said": a word that is a family name too, and speaks.</summary>
    private static bool IsActingFamilyName(TextAnalysis text, int first, int end) =>
        end - first == 1 && text.Tokens[first].Is(WordClass.FamilyNames) && end < text.Tokens.Length
        && text.Tokens[end].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs);

    /// <summary>"Harbour Relations Ann Lee": two or more words that belong to no name before a given name and another word.</summary>
    private static int WithoutLongLead(TextAnalysis text, int first, int end)
    {
        if (end - first < 4 || text.Tokens[first].Is(NameWords.Given | WordClass.FamilyFirstNames | WordClass.ThingsNamedAfter))
        {
            return first;
        }

        for (var token = first + 1; token < end - 1; token++)
        {
            if (NameWords.IsGiven(text, token))
            {
                return token - first > 1 && !text.Tokens[end - 1].Is(WordClass.OrganisationWords) ? token : first;
            }
        }

        return first;
    }

    /// <summary>A last word that the sentence goes on with ("Ann Lee Thursday", "Ann Lee Says").</summary>
    private static bool IsTrailing(TextAnalysis text, int first, int end)
    {
        var word = text.Tokens[end - 1];
        if (word.Is(WordClass.NameParticles) && char.IsLower(text.Text[word.Start]))
        {
            return true;
        }

        const WordClass goesOn = WordClass.CalendarWords | WordClass.CommonWords | WordClass.FunctionWords
            | WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.OpenVerbs;
        return end - first > 2 && word.Is(goesOn) && !word.Is(NameWords.Family | WordClass.NameSuffixes) && NameWords.IsGiven(text, first);
    }
}
