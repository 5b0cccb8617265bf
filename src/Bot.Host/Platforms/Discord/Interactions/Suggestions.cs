using Bot.Digest.Commands;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>What an option that is being typed could be.</summary>
public sealed class Suggestions(CommandCompletion completion, CommandTree tree, TimeProvider clock)
{
    /// <summary>Times a minute that one may ask: more than anybody types letters.</summary>
    public const int PerUser = 300;

    private const int PerChat = 1_500;

    private const int Longest = 100;

    private readonly RateLimit _limit = new(clock, PerUser, PerChat);

    /// <summary>Whether there is ever anything to suggest.</summary>
    public static bool Has(Argument argument) =>
        CommandCompletion.IsOfArchive(argument) || argument.Kind is ArgumentKind.Moment or ArgumentKind.Command
        || (argument is { Kind: ArgumentKind.Choice, Choices.Count: > 25 });

    /// <summary>At most 25, likeliest first; none for who asks too often.</summary>
    public async Task<IReadOnlyList<OptionChoice>> FindAsync(InteractionData data, Asker asker, CancellationToken ct)
    {
        if (tree.Find(data) is not var (spec, options) || options.FirstOrDefault(option => option.Focused) is not { } focused
            || spec.Arguments.FirstOrDefault(argument => argument.Name == focused.Name) is not { } argument
            || _limit.Wait(asker.Chat, asker.User.Id) is not null)
        {
            return [];
        }

        // Two people are typed one after the other: the last word goes on, those before it stay.
        var typed = focused.Value is { } value ? OptionLine.Text(value) : "";
        var before = argument.Kind == ArgumentKind.People ? typed[..(typed.LastIndexOf(' ') + 1)] : "";
        var found = await completion.ValuesAsync(asker.Community.Id, asker.Access, argument, before, typed[before.Length..], ct);
        return [.. found
            .Select(one => new OptionChoice(DiscordMarkdown.Short(one.Detail is { } detail ? $"{before}{one.Label} · {detail}" : before + one.Label, Longest), Value(one.Line)))
            .Where(choice => choice.Value.Length is > 0 and <= Longest)
            .DistinctBy(choice => choice.Value, StringComparer.Ordinal)
            .Take(CommandCompletion.Most)];
    }

    /// <summary>An option needs no quotation marks around what a line has to quote.</summary>
    private static string Value(string line) => line.Trim() is ['"', .. var inside, '"'] && !inside.Contains('"', StringComparison.Ordinal) ? inside : line.Trim();
}
