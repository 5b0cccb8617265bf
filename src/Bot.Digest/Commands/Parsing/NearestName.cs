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

        var nearest = known.Select(name => (Name: name, Distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is { } name
            && (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || nearest.Distance <= Math.Max(1, name.Length / 3))
            ? name
            : null;
    }

    /// <summary>Letters to insert, remove, change or swap with their neighbour (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                        rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[from.Length, to.Length];
    }
}
