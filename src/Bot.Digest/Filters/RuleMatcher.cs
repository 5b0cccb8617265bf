using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Digest.People;

namespace Bot.Digest.Filters;

/// <summary>A rule ready to be compared with articles. Safe for many threads.</summary>
public sealed class RuleMatcher
{
    private readonly string? _person;
    private readonly Regex? _expression;
    private readonly IReadOnlyList<string> _terms = [];

    public RuleMatcher(FilterRule rule)
    {
        switch (rule.Kind)
        {
            case FilterKind.Person:
                _person = rule.Text;
                break;
            case FilterKind.Regex:
                _expression = SafeExpression.Of(rule.Text);
                break;
            default:
                _terms = TermsOf(rule.Text);
                break;
        }
    }

    /// <summary>What is typed as a rule, taken apart.</summary>
    /// <param name="typed">Words, "phrases" or /an expression/.</param>
    /// <param name="includes">Whether it lets through.</param>
    /// <returns>The rule, or why it is none.</returns>
    public static (FilterRule? Rule, FilterFault? Fault) Read(string typed, bool includes)
    {
        var text = typed.Trim();
        if (text.Length > FilterLimits.LongestRule)
        {
            return (null, FilterFault.TooLong);
        }

        if (text is ['/', .. var pattern, '/'])
        {
            return pattern.Length == 0 ? (null, FilterFault.Empty)
                : SafeExpression.FaultOf(pattern) is { } fault ? (null, fault)
                : (new FilterRule(includes, FilterKind.Regex, pattern), null);
        }

        return TermsOf(text).Count == 0 ? (null, FilterFault.Empty) : (new FilterRule(includes, FilterKind.Words, text), null);
    }

    /// <summary>Whether the rule looks for something that takes long to look for.</summary>
    public bool IsExpression => _expression is not null;

    /// <summary>Whether an article holds what the rule looks for.</summary>
    /// <param name="people">Slugs of those whom it names.</param>
    public bool Fits(FilterText article, IReadOnlyCollection<string> people) =>
        _person is not null ? people.Contains(_person)
        : _expression is not null ? article.Fits(_expression)
        : _terms.Count > 0 && _terms.All(term => IsPrinted(term) ? article.HasPrinted(term) : article.HasFolded(term));

    /// <summary>Folded words and phrases; as they are printed in scripts that part no words.</summary>
    private static List<string> TermsOf(string text) =>
    [
        .. text.Split('"').SelectMany((piece, index) => index % 2 == 1 ? [piece] : piece.Split(' '))
            .Select(term => IsPrinted(term) ? term.Trim() : NameKeys.Fold(term))
            .Where(term => term.Length > 0),
    ];

    /// <summary>
    /// Letters without case are those of scripts that write words without blanks or with endings (Han, Thai, Hangul, Arabic): they are looked for
    /// anywhere.
    /// </summary>
    private static bool IsPrinted(string term) => term.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter);
}
