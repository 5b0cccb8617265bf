using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;
using Bot.Digest.Commands.Parts;

namespace Bot.Digest.Commands;

/// <summary>/help: what can be asked, written from the commands' own specs.</summary>
public sealed class HelpCommand : IChatCommand
{
    internal const string Name = "help";

    private const string Command = "command";

    public CommandSpec Spec => new(Name, CommandWords.HelpSummary, Access.Everyone, CommandGroup.Bot)
    {
        IsForStrangers = true,
        Arguments = [new(Command, ArgumentKind.Command, CommandWords.HelpCommand) { Positional = true }],
        Examples = ["/help who"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var commands = call.NotServed is null ? call.Commands : [.. call.Commands.Where(spec => spec.IsForStrangers)];
        if (call.Text(Command)?.TrimStart('/') is not { Length: > 0 } name)
        {
            return Task.FromResult(List(commands));
        }

        var asked = commands.FirstOrDefault(spec => string.Equals(spec.Name, name, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(asked is not null ? Describe(asked, Family(name, commands))
            : commands.Where(spec => name.Equals(spec.Group.Name(), StringComparison.OrdinalIgnoreCase)).ToList() is [var first, ..] group ? Lines(first.Group.Title(), group)
            : Unknown(name, commands));
    }

    /// <summary>What questions there are; of the other groups the names, and a button that tells more.</summary>
    private static Reply List(IReadOnlyList<CommandSpec> commands)
    {
        var groups = commands.GroupBy(spec => spec.Group).OrderBy(group => group.Key).ToList();
        return new Reply
        {
            Blocks = [new Heading(Words.HelpTitle), .. groups.SelectMany(Listed), new Note(Words.HelpMore)],
            Buttons = ButtonRow.Of(groups.Where(group => group.Key != CommandGroup.Ask)
                .Select(group => new Button(group.Key.Title(), CommandText.Of(Name, group.Key.Name())))),
        };
    }

    private static IEnumerable<Block> Listed(IGrouping<CommandGroup, CommandSpec> group) =>
    [
        new Section(group.Key.Title()),
        .. group.Key == CommandGroup.Ask ? group.Select(Line) : (IEnumerable<Block>)[new Paragraph(Names(group))],
    ];

    /// <summary>Each first word once: what its second words do is told when it is pressed.</summary>
    private static RichText Names(IEnumerable<CommandSpec> commands) =>
        [.. commands.Select(FirstWord).Distinct().SelectMany(name => (Inline[])[new Plain(" · "), Linked(name)]).Skip(1)];

    private static Reply Lines(string title, IEnumerable<CommandSpec> commands) =>
        Reply.Ok([new Heading(title), .. commands.Select(Line), new Note(Words.HelpMore)]);

    private static Entry Line(CommandSpec spec) => new([Linked(spec.Name)], spec.Summary);

    private static string FirstWord(CommandSpec spec) => spec.Name.Split(' ')[0];

    private static CommandLink Linked(string name) => new("/" + name, CommandText.Of(Name, name));

    /// <summary>The commands of two words that begin with this one.</summary>
    private static List<CommandSpec> Family(string name, IReadOnlyList<CommandSpec> commands) =>
        [.. commands.Where(spec => spec.Name.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase))];

    private static Reply Describe(CommandSpec spec, List<CommandSpec> family) => Reply.Ok(
    [
        new Heading("/" + spec.Name),
        new Paragraph(spec.Summary),
        new Paragraph([new Code(CommandText.Usage(spec))]),
        .. spec.Arguments.Where(argument => !argument.Hidden).Select(Describe),
        .. spec.Examples.Count == 0 ? [] : Examples(spec),
        .. family.Count == 0 ? [] : family.Select(Line).Prepend<Block>(new Section(Words.HelpFamily)),
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

    /// <summary>The answer to a command that does not exist: those of two words that begin so, the one it is nearest to, or where the list is.</summary>
    internal static Reply Unknown(string name, IReadOnlyList<CommandSpec> commands) =>
        Family(name, commands) is { Count: > 0 } family
            ? Lines("/" + FirstWord(family[0]), family) with { Kind = ReplyKind.Question }
            : Reply.Problem(NearestName.To(name, commands.Select(spec => spec.Name).Concat(commands.Select(FirstWord))) is { } nearest
                ? Words.UnknownCommandNear(name, nearest)
                : Words.UnknownCommand(name));
}
