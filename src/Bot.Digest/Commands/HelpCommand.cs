using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;

namespace Bot.Digest.Commands;

/// <summary>/help: what can be asked, written from the commands' own specs.</summary>
public sealed class HelpCommand : IChatCommand
{
    internal const string Name = "help";

    private const string Command = "command";

    public CommandSpec Spec => new(Name, CommandWords.HelpSummary, Access.Everyone)
    {
        IsForStrangers = true,
        Arguments = [new(Command, ArgumentKind.Command, CommandWords.HelpCommand) { Positional = true }],
        Examples = ["/help who"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text(Command)?.TrimStart('/') is not { Length: > 0 } name)
        {
            return Task.FromResult(List(call.Commands));
        }

        var asked = call.Commands.FirstOrDefault(spec => string.Equals(spec.Name, name, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(asked is not null ? Describe(asked)
            : Family(name, call.Commands) is { Count: > 0 } family ? List(family)
            : Unknown(name, call.Commands));
    }

    /// <summary>The commands of two words that begin with this one.</summary>
    private static List<CommandSpec> Family(string name, IReadOnlyList<CommandSpec> commands) =>
        [.. commands.Where(spec => spec.Name.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase))];

    private static Reply List(IReadOnlyList<CommandSpec> commands) => Reply.Ok(
    [
        new Heading(Words.HelpTitle),
        .. commands.Select(spec => new Entry([new CommandLink(CommandText.Usage(spec), $"/help {spec.Name}")], spec.Summary)),
        new Note(Words.HelpMore),
    ]);

    private static Reply Describe(CommandSpec spec) => Reply.Ok(
    [
        new Heading("/" + spec.Name),
        new Paragraph(spec.Summary),
        new Paragraph([new Code(CommandText.Usage(spec))]),
        .. spec.Arguments.Where(argument => !argument.Hidden).Select(Describe),
        .. spec.Examples.Count == 0 ? [] : Examples(spec),
    ]);

    private static Entry Describe(Argument argument)
    {
        var label = argument.Positional ? argument.Name : argument.Name + ":";
        return argument.Choices.Count == 0
            ? new Entry([new Code(label)], argument.Summary)
            : new Entry([new Code(label)], argument.Summary, Words.HelpChoices(string.Join(", ", argument.Choices)));
    }

    private static IEnumerable<Block> Examples(CommandSpec spec) =>
    [
        new Section(Words.HelpExamples),
        .. spec.Examples.Select(example => new Paragraph([new CommandLink(example, example)])),
    ];

    /// <summary>The answer to a command that does not exist: the one it is nearest to, or where the list is.</summary>
    internal static Reply Unknown(string name, IReadOnlyList<CommandSpec> commands) => Reply.Problem(
        Family(name, commands).Count > 0 ? Words.SeveralCommands(name, $"/help {name}")
        : NearestName.To(name, commands.Select(spec => spec.Name)) is { } nearest
            ? Words.UnknownCommandNear(name, nearest)
            : Words.UnknownCommand(name));
}
