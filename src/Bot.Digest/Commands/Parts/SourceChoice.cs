using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Reading;

namespace Bot.Digest.Commands.Parts;

/// <summary>Which source a typed number, name or address means: one, or a reply that lets the asker choose.</summary>
internal sealed record SourceChoice(FollowedSource? Source, Reply? Instead)
{
    /// <summary>Most sources offered at once.</summary>
    private const int MostOffered = 8;

    /// <summary>Buttons beyond these would fill a phone.</summary>
    private const int MostButtons = 4;

    /// <summary>The argument that names a source.</summary>
    public static Argument Which(string name) => new(name, ArgumentKind.Source, CommandWords.SourceWhich) { Positional = true, Required = true };

    /// <summary>Looks it up among what the asking community may see; another's source is as unknown as one that does not exist.</summary>
    /// <param name="again">The command to run with the number of the source that is chosen.</param>
    public static async Task<SourceChoice> MakeAsync(
        ISources sources, CommandCall call, string typed, Func<string, string> again, CancellationToken ct)
    {
        var found = await sources.FindAsync(call.Community, typed, MostOffered, ct);
        if (found.Count == 0)
        {
            return new SourceChoice(null, Reply.Problem(SourceWords.NoSuch(Shown(typed), $"/{SourceListCommand.Name}")));
        }

        var isNumber = typed == NumberOf(found[0]);
        var isName = found.Count(source => string.Equals(source.Name, typed, StringComparison.OrdinalIgnoreCase)) == 1
            && string.Equals(found[0].Name, typed, StringComparison.OrdinalIgnoreCase);
        return found.Count == 1 || isNumber || isName
            ? new SourceChoice(found[0], null)
            : new SourceChoice(null, Offer(typed, found, again));
    }

    /// <summary>What was typed, without the secrets of an address.</summary>
    private static string Shown(string typed) => Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Host.Length > 0 ? MaskedAddress.Of(address) : typed;

    public static string NumberOf(FollowedSource source) => source.Id.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where its articles come from: two feeds of one site often have one name.</summary>
    public static string PlaceOf(FollowedSource source) => source.Address?.IdnHost ?? SourceWords.KindFiles;

    private static Reply Offer(string typed, IReadOnlyList<FollowedSource> found, Func<string, string> again) => new()
    {
        Kind = ReplyKind.Question,
        Blocks =
        [
            new Paragraph(SourceWords.Which(typed)),
            .. found.Select(source => new Entry(
                NumberOf(source), [new CommandLink(source.Name, again(NumberOf(source))), new Subtle($" · {PlaceOf(source)}")])),
        ],
        Buttons = [.. found.Take(MostButtons).Select(source => (Button[])[new Button(source.Name, again(NumberOf(source)))])],
    };
}
