using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Bot.Digest.Filters;

/// <summary>Why a rule is refused.</summary>
public enum FilterFault
{
    /// <summary>Nothing to look for.</summary>
    Empty,

    /// <summary>More than <see cref="FilterLimits.LongestRule"/> characters.</summary>
    TooLong,

    /// <summary>Not written as a regular expression is.</summary>
    Unreadable,

    /// <summary>Look-around, back-references, conditions: whatever cannot be answered in one pass over the text.</summary>
    NotInOnePass,

    /// <summary>Repetitions of repetitions that would become too large, or take too long.</summary>
    TooSlow,
}

/// <summary>
/// Regular expressions that anybody may write: matched in one pass over the text whatever they say (.NET's non-backtracking engine: Moseley et al.,
/// "Derivative Based Nonbacktracking Real-World Regex Matching with Backtracking Semantics", PLDI 2023), and with a limit of time.
/// </summary>
internal static class SafeExpression
{
    /// <summary>Expressions kept ready; beyond that all are made anew.</summary>
    private const int MostKept = 1024;

    /// <summary>A busy machine may hold one attempt up.</summary>
    private const int Attempts = 5;

    private const RegexOptions Ways = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly ConcurrentDictionary<string, Regex> Kept = new(StringComparer.Ordinal);

    /// <summary>The expression, null when it cannot be used.</summary>
    public static Regex? Of(string pattern) => Make(pattern).Expression;

    /// <summary>Why an expression is refused; null when it is not.</summary>
    public static FilterFault? FaultOf(string pattern) =>
        Make(pattern) is var (expression, fault) && expression is null ? fault : IsQuick(pattern) ? null : FilterFault.TooSlow;

    private static (Regex? Expression, FilterFault? Fault) Make(string pattern)
    {
        if (Kept.TryGetValue(pattern, out var kept))
        {
            return (kept, null);
        }

        try
        {
            var made = new Regex(pattern, Ways, FilterLimits.Patience);
            if (Kept.Count >= MostKept)
            {
                Kept.Clear();
            }

            Kept[pattern] = made;
            return (made, null);
        }
        catch (ArgumentException)
        {
            return (null, FilterFault.Unreadable);
        }
        catch (NotSupportedException)
        {
            return (null, AsksForMore(pattern) ? FilterFault.NotInOnePass : FilterFault.TooSlow);
        }
    }

    /// <summary>Tried on the letters that it speaks of, in an order that hits its loops.</summary>
    private static bool IsQuick(string pattern)
    {
        var expression = new Regex(pattern, Ways, FilterLimits.Longest);
        var letters = pattern.Where(char.IsLetterOrDigit).Distinct().DefaultIfEmpty('a').ToArray();

        // A run of the first letter, then all of them in an order that does not repeat (Knuth's multiplicative hashing), the same for everybody.
        var text = string.Create(FilterLimits.MostCompared, letters, (span, from) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                span[at] = at < span.Length / 4 ? from[0] : from[(int)((unchecked((uint)at * 2_654_435_761u) >> 16) % from.Length)];
            }
        });
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                expression.Count(text);
                return true;
            }
            catch (RegexMatchTimeoutException)
            {
            }
        }

        return false;
    }

    private static bool AsksForMore(string pattern) =>
        pattern.Contains("(?=", StringComparison.Ordinal) || pattern.Contains("(?!", StringComparison.Ordinal)
        || pattern.Contains("(?<=", StringComparison.Ordinal) || pattern.Contains("(?<!", StringComparison.Ordinal)
        || pattern.Contains("(?>", StringComparison.Ordinal) || pattern.Contains("(?(", StringComparison.Ordinal)
        || pattern.Contains(@"\k", StringComparison.Ordinal) || pattern.Contains(@"\G", StringComparison.Ordinal)
        || pattern.Zip(pattern.Skip(1)).Any(pair => pair is ('\\', >= '1' and <= '9'));
}
