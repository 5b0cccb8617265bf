using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>What a language tells about the names in its texts.</summary>
internal interface INameGrammar
{
    /// <summary>All candidates in text order; they never overlap.</summary>
    List<NameCandidate> FindCandidates(TextAnalysis text);

    /// <summary>The features of one mention, by where it stands.</summary>
    NameFeatures ContextOf(TextAnalysis text, NameCandidate name);

    /// <summary>Whether the definite article stands directly before it.</summary>
    bool IsAfterThe(TextAnalysis text, NameCandidate name);

    /// <summary>Whether a preposition of place stands before it.</summary>
    bool IsAfterPlacePreposition(TextAnalysis text, NameCandidate name);

    /// <summary>Whether it is only a credit: of a picture, of the writer, of the agency.</summary>
    bool IsCredit(TextAnalysis text, NameCandidate name);

    /// <summary>The chance, 0 to 1, that a name with these features is a person's.</summary>
    double ChanceOf(NameFeatures features);

    /// <summary>+1 for a pronoun that tells she in any of its forms, -1 for he, 0 for every other word.</summary>
    int GenderOf(ReadOnlySpan<char> pronoun);

    /// <summary>The tokens of the role directly before a name; null when there is none.</summary>
    /// <param name="start">First token of the sentence.</param>
    Range? RoleBefore(TextAnalysis text, NameCandidate name, int start);

    /// <summary>The tokens of each role after a name.</summary>
    /// <param name="at">First token after the name.</param>
    /// <param name="end">One past the last token of the sentence.</param>
    IEnumerable<Range> RolesAfter(TextAnalysis text, int at, int end);
}
