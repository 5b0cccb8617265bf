using Bot.Digest.Language.Names;
using Bot.Digest.People;

namespace Bot.Digest.Language.German.Names;

/// <summary>How names stand in German texts.</summary>
internal sealed class GermanNames : INameGrammar
{
    private const int LongestByline = 7; // tokens

    public List<NameCandidate> FindCandidates(TextAnalysis text) => GermanNameCandidates.Find(text);

    public NameFeatures ContextOf(TextAnalysis text, NameCandidate name) =>
        Before(text, name) | After(text, name.EndToken, text.Sentences[name.Sentence].EndToken);

    public bool IsAfterThe(TextAnalysis text, NameCandidate name) =>
        name.RunToken > 0 && name.RunToken == name.FirstToken && text.Tokens[name.RunToken - 1].Is(WordClass.Determiners);

    public bool IsAfterPlacePreposition(TextAnalysis text, NameCandidate name) =>
        name.RunToken > 0 && name.RunToken == name.TitleToken && text.Word(name.RunToken - 1) is "in" or "In" or "im" or "Im" or "aus" or "Aus" or "nach" or "bei";

    /// <summary>A short paragraph of its own.</summary>
    public bool IsCredit(TextAnalysis text, NameCandidate name)
    {
        var paragraph = text.Paragraphs[text.Sentences[name.Sentence].Paragraph];
        return paragraph.FirstToken == name.FirstToken && paragraph.EndToken - paragraph.FirstToken <= LongestByline
            && (name.EndToken == paragraph.EndToken || text.Is(name.EndToken, ","));
    }

    public double ChanceOf(NameFeatures features) => GermanNameWeights.All.Chance(features);

    public int GenderOf(ReadOnlySpan<char> pronoun) => pronoun switch
    {
        "sie" or "Sie" or "ihr" or "ihre" or "Ihre" or "ihren" or "ihrem" or "ihrer" => 1,
        "er" or "Er" or "sein" or "seine" or "Seine" or "seinen" or "seinem" or "seiner" or "ihm" or "ihn" => -1,
        _ => 0,
    };

    public Range? RoleBefore(TextAnalysis text, NameCandidate name, int start) => GermanRoles.Before(text, name, start);

    public IEnumerable<Range> RolesAfter(TextAnalysis text, int at, int end) => GermanRoles.After(text, at, end);

    private static NameFeatures Before(TextAnalysis text, NameCandidate name)
    {
        var found = NameFeatures.None;
        for (var token = name.RunToken; token < name.FirstToken; token++)
        {
            found |= text.Tokens[token].Is(WordClass.MaleTitles | WordClass.FemaleTitles) ? NameFeatures.Honorific
                : text.Tokens[token].Is(WordClass.Titles) ? NameFeatures.Title
                : GermanWords.IsRole(text, token) ? NameFeatures.RoleBefore
                : NameFeatures.None;
        }

        var before = name.RunToken - 1;
        if (before < text.Sentences[name.Sentence].FirstToken)
        {
            return found;
        }

        return found
            | (text.Tokens[before].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs) ? NameFeatures.SpeechVerbBeside : NameFeatures.None)
            | (text.Tokens[before].Kind == TokenKind.OpenQuote ? NameFeatures.InMarks : NameFeatures.None)
            | (text.Is(before, "&") ? NameFeatures.AmpersandBeside : NameFeatures.None);
    }

    private static NameFeatures After(TextAnalysis text, int at, int end)
    {
        if (at >= end)
        {
            return NameFeatures.None;
        }

        if (text.Tokens[at].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs | WordClass.SeparableVerbs))
        {
            return NameFeatures.SpeechVerbBeside;
        }

        return text.Word(at) switch
        {
            "(" when at + 1 < end && text.Tokens[at + 1].Kind == TokenKind.Number => NameFeatures.AgeAfter,
            "(" => NameFeatures.BracketAfter,
            "," when at + 1 < end => AfterComma(text, at + 1, end),
            _ => NameFeatures.None,
        };
    }

    private static NameFeatures AfterComma(TextAnalysis text, int at, int end) =>
        text.Word(at) is "der" or "die" && at + 1 < end && !text.IsCapitalised(at + 1) ? NameFeatures.WhoAfter
        : GermanRoles.IsApposition(text, at, end) ? NameFeatures.RoleAfter
        : NameFeatures.None;
}
