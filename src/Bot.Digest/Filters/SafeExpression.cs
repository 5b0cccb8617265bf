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

    /// <summary>Not written as a regular expression is, or spread out with notes and blanks.</summary>
    Unreadable,

    /// <summary>Look-around, back-references, conditions: whatever cannot be answered in one pass over the text.</summary>
    NotInOnePass,

    /// <summary>Repetitions of repetitions that would become too large.</summary>
    TooSlow,
}

/// <summary>
/// Regular expressions that anybody may write: matched in one pass over the text whatever they say (.NET's non-backtracking engine: Moseley et al.,
/// "Derivative Based Nonbacktracking Real-World Regex Matching with Backtracking Semantics", PLDI 2023), and with a limit of size instead of one
/// of time: whether an article fits must not depend on what else the machine does.
/// </summary>
internal static class SafeExpression
{
    /// <summary>Expressions kept ready; beyond that all are made anew.</summary>
    private const int MostKept = 1024;

    private const RegexOptions Ways = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly ConcurrentDictionary<string, Regex> Kept = new(StringComparer.Ordinal);

    /// <summary>The expression, null when it cannot be used.</summary>
    public static Regex? Of(string pattern) => Make(pattern).Expression;

    /// <summary>Why an expression is refused; null when it is not.</summary>
    public static FilterFault? FaultOf(string pattern) => Make(pattern).Fault;

    private static (Regex? Expression, FilterFault? Fault) Make(string pattern)
    {
        if (Kept.TryGetValue(pattern, out var kept))
        {
            return (kept, null);
        }

        try
        {
            var made = new Regex(pattern, Ways);
            if (ExpressionSize.IsSpacedOut(pattern))
            {
                return (null, FilterFault.Unreadable);
            }

            if (ExpressionSize.Of(pattern) > FilterLimits.MostPlaces)
            {
                return (null, FilterFault.TooSlow);
            }

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

    private static bool AsksForMore(string pattern) =>
        pattern.Contains("(?=", StringComparison.Ordinal) || pattern.Contains("(?!", StringComparison.Ordinal)
        || pattern.Contains("(?<=", StringComparison.Ordinal) || pattern.Contains("(?<!", StringComparison.Ordinal)
        || pattern.Contains("(?>", StringComparison.Ordinal) || pattern.Contains("(?(", StringComparison.Ordinal)
        || pattern.Contains(@"\k", StringComparison.Ordinal) || pattern.Contains(@"\G", StringComparison.Ordinal)
        || pattern.Zip(pattern.Skip(1)).Any(pair => pair is ('\\', >= '1' and <= '9'));
}
