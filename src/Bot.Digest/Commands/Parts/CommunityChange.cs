using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Changes one community that an operator names by its number.</summary>
internal static class CommunityChange
{
    private const string Community = "number";

    public static Argument Number => new(Community, ArgumentKind.Number, CommandWords.CommunityNumber) { Positional = true, Required = true, Min = 1 };

    /// <summary>Makes a change and says what was done, by the community's name; the same answer for every number that is none.</summary>
    public static async Task<Reply> MakeAsync(
        ICommunities communities, CommandCall call, Func<CommunityId, Task<bool>> change, Func<string, RichText> done, CancellationToken ct)
    {
        var community = new CommunityId(call.Number(Community, 0));
        return await change(community) && await communities.FindAsync(community, ct) is { } changed
            ? Reply.Ok(new Paragraph(done(NameOf(changed))))
            : Reply.Problem(CommunityWords.NoSuch(community.Value.ToString(CultureInfo.InvariantCulture)));
    }

    public static string NameOf(Community community) => NameOf(community.Name);

    public static string NameOf(string name) => name.Length > 0 ? name : CommunityWords.Nameless;
}
