using Bot.Digest.Language.Names;
using Bot.Digest.People;

namespace Bot.Digest.Language.English.Names;

/// <summary>How names stand in English texts.</summary>
internal sealed class EnglishNames : INameGrammar
{
    public List<NameCandidate> FindCandidates(TextAnalysis text) => NameCandidates.Find(text);

    public NameFeatures ContextOf(TextAnalysis text, NameCandidate name) => NameContext.Of(text, name);

    public bool IsAfterThe(TextAnalysis text, NameCandidate name) => NameContext.IsAfterThe(text, name);

    public bool IsAfterPlacePreposition(TextAnalysis text, NameCandidate name) => NameContext.IsAfterPlacePreposition(text, name);

    public bool IsCredit(TextAnalysis text, NameCandidate name) => Credits.Holds(text, name);

    public double ChanceOf(NameFeatures features) => NameWeights.All.Chance(features);

    public int GenderOf(ReadOnlySpan<char> pronoun) => pronoun switch
    {
        "she" or "She" or "her" or "Her" or "hers" or "herself" => 1,
        "he" or "He" or "his" or "His" or "him" or "himself" => -1,
        _ => 0,
    };

    public Range? RoleBefore(TextAnalysis text, NameCandidate name, int start) => Names.RoleBefore.Find(text, name, start);

    public IEnumerable<Range> RolesAfter(TextAnalysis text, int at, int end) => RoleAfter.Find(text, at, end);
}
