using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.English.Names;

/// <summary>Evidence from where one candidate stands.</summary>
public static class NameContext
{
    private const int RoleReach = 8; // tokens of an apposition that are looked at for a role noun

    /// <summary>The features of one mention.</summary>
    public static NameFeatures Of(TextAnalysis text, NameCandidate name)
    {
        var sentence = text.Sentences[name.Sentence];
        return Titles(text, name) | Before(text, name, sentence) | After(text, name.EndToken, sentence.EndToken);
    }

    /// <summary>Whether "the" stands directly before it.</summary>
    public static bool IsAfterThe(TextAnalysis text, NameCandidate name) =>
        name.RunToken > 0 && name.RunToken == name.FirstToken && text.Is(name.RunToken - 1, "the");

    /// <summary>Whether a preposition of place stands before it.</summary>
    public static bool IsAfterPlacePreposition(TextAnalysis text, NameCandidate name)
    {
        if (name.RunToken == 0 || name.RunToken != name.TitleToken)
        {
            return false;
        }

        return text.Word(name.RunToken - 1) is "in" or "In" or "at" or "At" or "near" or "Near" or "across" or "Across" or "throughout" or "outside" or "Outside" or "inside";
    }

    private static NameFeatures Titles(TextAnalysis text, NameCandidate name)
    {
        var found = NameFeatures.None;
        if (text.Tokens[name.EndToken - 1].Is(WordClass.OrganisationWords) && !text.Tokens[name.EndToken - 1].Is(WordClass.FamilyNames))
        {
            return found; // "Queen Anne University"
        }

        for (var token = name.TitleToken; token < name.FirstToken; token++)
        {
            found |= text.Tokens[token].Is(WordClass.MaleTitles | WordClass.FemaleTitles) ? NameFeatures.Honorific : NameFeatures.Title;
        }

        return found;
    }

    private static NameFeatures Before(TextAnalysis text, NameCandidate name, Sentence sentence)
    {
        var at = name.TitleToken - 1;
        if (at < sentence.FirstToken || name.RunToken < name.TitleToken)
        {
            return NameFeatures.None;
        }

        var found = NameFeatures.None;
        var before = text.Tokens[at];
        var small = !text.IsCapitalised(at);
        if (small && before.Is(WordClass.Roles | NameWords.AnyTitle))
        {
            found |= NameFeatures.RoleBefore;
        }

        if (IsIntroduced(text, name, at, sentence) || SpeaksForOwner(text, name, at, sentence))
        {
            found |= NameFeatures.RoleAfter; // an apposition says as much on either side
        }

        if (before.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs))
        {
            found |= NameFeatures.SpeechVerbBeside;
        }

        if (before.Kind == TokenKind.OpenQuote && name.EndToken < sentence.EndToken && text.Tokens[name.EndToken].Kind == TokenKind.CloseQuote)
        {
            return NameFeatures.InMarks;
        }

        return text.Word(at) switch
        {
            "&" => found | NameFeatures.AmpersandBeside,
            "by" or "with" or "against" => found | NameFeatures.AfterPersonPreposition,
            "a" or "an" or "A" or "An" => found | NameFeatures.AfterArticleA,
            _ => found,
        };
    }

    /// <summary>"the council's spokeswoman for trade, Odile Brac, said": a role, a comma, and the name up to the next comma or the end.</summary>
    private static bool IsIntroduced(TextAnalysis text, NameCandidate name, int comma, Sentence sentence)
    {
        if (text.Word(comma) is not "," || (name.EndToken < sentence.EndToken && text.Word(name.EndToken) is not ("," or "." or ";" or "—" or "–")))
        {
            return false;
        }

        for (var i = comma - 1; i > Math.Max(sentence.FirstToken, comma - 1 - RoleReach) && text.Tokens[i].Kind is TokenKind.Word or TokenKind.Possessive; i--)
        {
            if (text.Tokens[i].Is(WordClass.Roles) && !text.IsCapitalised(i))
            {
                return i == comma - 1 || text.Tokens[i + 1].Is(WordClass.Prepositions);
            }
        }

        return false;
    }

    /// <summary>"the union's Odile Brac said": two words or more behind whom they speak for, with a verb of speaking beside them.</summary>
    private static bool SpeaksForOwner(TextAnalysis text, NameCandidate name, int at, Sentence sentence) =>
        text.Tokens[at].Kind == TokenKind.Possessive && name.Length > 1 && name.EndToken < sentence.EndToken
        && text.Tokens[name.EndToken].Is(WordClass.SpeechVerbs);

    private static NameFeatures After(TextAnalysis text, int at, int end)
    {
        if (at >= end)
        {
            return NameFeatures.None;
        }

        var next = text.Tokens[at];
        if (next.Kind == TokenKind.Possessive)
        {
            var ofThing = at + 1 < end && text.IsCapitalised(at + 1) && text.Tokens[at + 1].Is(WordClass.OrganisationWords);
            return ofThing ? NameFeatures.OrganisationAfter : NameFeatures.Possessive;
        }

        if (next.Kind == TokenKind.Word)
        {
            return AfterWord(text, at, next);
        }

        return text.Word(at) switch
        {
            "," when at + 1 < end => AfterComma(text, at + 1, end),
            "(" => NameFeatures.BracketAfter,
            "&" => NameFeatures.AmpersandBeside,
            _ when next.Kind == TokenKind.Number => NameFeatures.NumberAfter,
            _ => NameFeatures.None,
        };
    }

    private static NameFeatures AfterWord(TextAnalysis text, int at, Token next)
    {
        if (next.Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs))
        {
            return NameFeatures.SpeechVerbBeside;
        }

        if (next.Is(WordClass.OpenVerbs))
        {
            return NameFeatures.OpenVerbAfter;
        }

        var word = text.Word(at);
        if (word is "who" or "whose" or "himself" or "herself")
        {
            return NameFeatures.WhoAfter;
        }

        if (word is "of")
        {
            return NameFeatures.OfAfter;
        }

        if (next.Is(WordClass.FunctionWords) || text.IsCapitalised(at))
        {
            return NameFeatures.None;
        }

        return word.EndsWith("ed") ? NameFeatures.PastVerbAfter : NameFeatures.NounAfter;
    }

    private static NameFeatures AfterComma(TextAnalysis text, int at, int end)
    {
        var next = text.Tokens[at];
        if (next.Kind == TokenKind.Number)
        {
            var isAge = next.Length == 2 && (at + 1 >= end || text.Word(at + 1) is "," or "." or ";");
            return isAge ? NameFeatures.AgeAfter : NameFeatures.None;
        }

        if (text.Word(at) is "who" or "whose")
        {
            return NameFeatures.WhoAfter;
        }

        var found = NameFeatures.None;
        if (text.IsCapitalised(at) && next.Is(WordClass.Places | WordClass.Abbreviations))
        {
            found |= NameFeatures.PlaceAfterComma;
        }

        for (var token = at; token < Math.Min(end, at + RoleReach) && text.Tokens[token].Kind is TokenKind.Word or TokenKind.Possessive; token++)
        {
            if (text.Tokens[token].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs))
            {
                break;
            }

            if (text.Tokens[token].Is(WordClass.Roles))
            {
                return found | NameFeatures.RoleAfter;
            }
        }

        return found;
    }
}
