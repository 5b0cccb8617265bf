namespace Bot.Digest.People;

/// <summary>A known person of a name that an article prints.</summary>
/// <param name="Context">What is known from other articles.</param>
/// <param name="SharedCompanions">How many others whom the article names were named together with this person before.</param>
/// <param name="SameOutlet">Whether the article's outlet named this person before.</param>
public sealed record KnownNamesake(PersonContext Context, int SharedCompanions, bool SameOutlet);

/// <summary>Decides who of several people of one name an article means, or that it is somebody else.</summary>
public static class Namesakes
{
    private const int CompanionsOfOne = 2; // so many shared companions outweigh roles that disagree

    /// <summary>
    /// The index of the one who is meant, -1 for somebody not known yet. Conservative: somebody new only when the roles clearly disagree
    /// with everybody known; where nothing tells them apart, the first.
    /// </summary>
    /// <param name="printed">What the article says of the name.</param>
    /// <param name="surroundings">Fields of life of the roles of everybody in the article: decides where the name itself has none.</param>
    /// <param name="known">In the order in which they became known.</param>
    public static int Choose(PersonContext printed, RoleField surroundings, IReadOnlyList<KnownNamesake> known)
    {
        var (best, bestWorth) = (-1, int.MinValue);
        for (var at = 0; at < known.Count; at++)
        {
            if (!IsAnother(printed, known[at]) && Worth(printed, surroundings, known[at]) is var worth && worth > bestWorth)
            {
                (best, bestWorth) = (at, worth);
            }
        }

        return best;
    }

    private static bool IsAnother(PersonContext printed, KnownNamesake known) =>
        known.SharedCompanions < CompanionsOfOne && printed.Disagrees(known.Context);

    private static int Worth(PersonContext printed, RoleField surroundings, KnownNamesake known)
    {
        var around = printed.Fields == RoleField.None && (surroundings & known.Context.Fields) != 0 ? 2 : 0;
        return (2 * printed.Likeness(known.Context)) + around + Math.Min(known.SharedCompanions, CompanionsOfOne) + (known.SameOutlet ? 1 : 0);
    }
}
