using System.Text.RegularExpressions;
using Bot.Digest.People;

namespace Bot.Digest.Filters;

/// <summary>
/// An article made ready to be compared with many rules: it is folded once, when a rule asks for it, and what an expression answered is kept, so that the slow part can
/// be done before others have to wait. For one thread at a time.
/// </summary>
public sealed class FilterText(string title, string text)
{
    private readonly Dictionary<string, bool> _answers = new(StringComparer.Ordinal);

    // A phrase never runs from the title into the text.
    private string Folded => field ??= $" {NameKeys.Fold(title)} \n {NameKeys.Fold(text)} ";

    private string Printed => field ??= $"{title}\n{text}";

    /// <summary>Whether folded words stand there one after the other.</summary>
    internal bool HasFolded(string words) => Folded.Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>Whether letters stand there as they are, inside of others too.</summary>
    internal bool HasPrinted(string letters) => Printed.Contains(letters, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an expression fits the beginning.</summary>
    internal bool Fits(Regex expression)
    {
        var key = expression.ToString();
        if (!_answers.TryGetValue(key, out var fits))
        {
            _answers[key] = fits = expression.IsMatch(Printed.AsSpan(0, Math.Min(Printed.Length, FilterLimits.MostCompared)));
        }

        return fits;
    }
}
