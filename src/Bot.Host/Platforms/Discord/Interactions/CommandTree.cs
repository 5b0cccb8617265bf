using Bot.Digest.Commands;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>
/// The commands as Discord knows them: what has two words is a subcommand of the first. Where the first alone is a command too, it becomes the
/// subcommand "show", since Discord runs no command that has subcommands.
/// </summary>
public sealed class CommandTree(CommandDispatcher dispatcher)
{
    private const string Bare = "show";

    /// <summary>Longest description of a command or an option.</summary>
    private const int LongestDescription = 100;

    private const int MostChoices = 25;

    /// <summary>What can be run from Discord; the operator's own commands belong to the machine.</summary>
    public IReadOnlyList<CommandSpec> Specs { get; } = dispatcher.CommandsFor(Access.CommunityAdmin);

    /// <summary>All commands, to be registered.</summary>
    public IReadOnlyList<CommandBody> Bodies() => CommandTranslation.Of(() =>
        [.. dispatcher.CommandsFor(Access.CommunityAdmin).GroupBy(spec => spec.Name.Split(' ')[0], StringComparer.Ordinal).Select(Body)]);

    /// <summary>The command that was run, and its options; null for one that is registered no more.</summary>
    public (CommandSpec Spec, IReadOnlyList<GivenOption> Options)? Find(InteractionData data)
    {
        var given = data.Options ?? [];
        var (name, options) = given is [{ Type: OptionBody.Subcommand } sub] ? (sub.Name == Bare && Named(data.Name!) is not null ? data.Name! : $"{data.Name} {sub.Name}", sub.Options ?? []) : (data.Name!, given);
        return Named(name) is { } spec ? (spec, options) : null;
    }

    /// <summary>The command that a line runs; null for none.</summary>
    public CommandSpec? OfLine(string line)
    {
        var words = line.TrimStart('/').Split(' ', 3);
        return (words.Length > 1 ? Named($"{words[0]} {words[1]}") : null) ?? Named(words[0]);
    }

    private CommandSpec? Named(string name) => Specs.FirstOrDefault(spec => spec.Name == name);

    private static CommandBody Body(IGrouping<string, CommandSpec> group)
    {
        var specs = group.ToList();
        var isOne = specs is [{ } only] && only.Name == group.Key;
        return new CommandBody(group.Key, Short(isOne ? specs[0].Summary : string.Join("; ", specs.Select(spec => spec.Summary))))
        {
            DefaultMemberPermissions = specs.TrueForAll(spec => spec.Access >= Access.ChannelAdmin) ? Permissions.Text(Permissions.ManageChannels) : null,
            Options = isOne
                ? Options(specs[0])
                : [.. specs.Select(spec => new OptionBody(OptionBody.Subcommand, spec.Name == group.Key ? Bare : spec.Name[(group.Key.Length + 1)..], Short(spec.Summary)) { Options = Options(spec) })],
        };
    }

    /// <summary>Discord wants what is required first.</summary>
    private static List<OptionBody> Options(CommandSpec spec) =>
        [.. spec.Arguments.Where(argument => !argument.Hidden).OrderBy(argument => !argument.Required).Select(Option)];

    private static OptionBody Option(Argument argument)
    {
        var option = new OptionBody(TypeOf(argument.Kind), argument.Name, Short(argument.Summary)) { Required = argument.Required ? true : null };
        return argument.Kind switch
        {
            ArgumentKind.Number => option with { MinValue = argument.Min, MaxValue = argument.Max },
            ArgumentKind.Choice when argument.Choices.Count <= MostChoices => option with { Choices = [.. argument.Choices.Select(choice => new OptionChoice(choice, choice))] },
            ArgumentKind.Channel => option with { ChannelTypes = [0, 5, 10, 11, 12, 15] },
            _ when Suggestions.Has(argument) => option with { Autocomplete = true },
            _ => option,
        };
    }

    private static int TypeOf(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Number => OptionBody.Whole,
        ArgumentKind.File => OptionBody.File,
        ArgumentKind.Channel => OptionBody.Channel,
        _ => OptionBody.Text,
    };

    /// <summary>Whole words within the limit.</summary>
    private static string Short(string text) =>
        text.Length <= LongestDescription ? text : text[..text.LastIndexOf(' ', LongestDescription - 2)].TrimEnd(',', ';', ' ') + " …";
}
