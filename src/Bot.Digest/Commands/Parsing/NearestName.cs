using Bot.Digest.People;

namespace Bot.Digest.Commands.Parsing;

/// <summary>The known name that a mistyped one most likely means.</summary>
internal static class NearestName
{
    private const int Longest = 32;

    /// <summary>Null when none is within a third of the letters (at least one) or begins with what was typed.</summary>
    public static string? To(string typed, IEnumerable<string> known)
    {
        if (typed.Length is 0 or > Longest)
        {
            return null;
        }

        var nearest = known.Select(name => (Name: name, Distance: NameKeys.Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is { } name
            && (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || nearest.Distance <= Math.Max(1, name.Length / 3))
            ? name
            : null;
    }
}
