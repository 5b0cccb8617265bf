using Bot.Digest.People;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Whether words that may be a topic as well are somebody's name.</summary>
internal static class NamedPerson
{
    /// <summary>Words are a person only when they are that person's name and nobody else's.</summary>
    public static async Task<PersonMatch?> FindAsync(IPeople people, CommandCall call, string words, CancellationToken ct)
    {
        var found = await people.FindAsync(call.Community, words, 2, ct);
        return found.Count > 0
            && found[0].Match is NameMatch.Slug or NameMatch.FullName or NameMatch.Alias or NameMatch.Surname
            && (found.Count == 1 || found[1].Match != found[0].Match)
            ? found[0]
            : null;
    }
}
