using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;

namespace Bot.Digest.Commands.Parts;

/// <summary>What a reply about another channel offers to run acts in that channel too, not in the one where it is pressed.</summary>
/// <param name="typed">The channel as it was named.</param>
/// <param name="find">What a line runs; null for nothing.</param>
internal sealed class OffersThere(string typed, Func<CommandLine, CommandSpec?> find)
{
    public Reply In(Reply reply) => reply with
    {
        Blocks = [.. reply.Blocks.Select(In)],
        Buttons = [.. reply.Buttons.Select(row => (IReadOnlyList<Button>)[.. row.Select(button => button with { Command = In(button.Command) })])],
    };

    private Block In(Block block) => block switch
    {
        Heading heading => heading with { Text = In(heading.Text), Aside = Maybe(heading.Aside) },
        Section section => section with { Text = In(section.Text) },
        Paragraph paragraph => paragraph with { Text = In(paragraph.Text) },
        Entry entry => entry with { Label = Maybe(entry.Label), Text = In(entry.Text), Detail = Maybe(entry.Detail) },
        Note note => note with { Text = In(note.Text) },
        _ => block,
    };

    private RichText? Maybe(RichText? text) => text is null ? null : In(text);

    private RichText In(RichText text) => [.. text.Select(node => node is CommandLink link ? link with { Command = In(link.Command) } : node)];

    private string In(string command)
    {
        var line = CommandLine.Read(command);
        return find(line)?.Arguments.FirstOrDefault(argument => argument.Kind == ArgumentKind.Channel) is { } argument
            && !line.Tokens.Any(token => argument.Name.Equals(token.Option, StringComparison.OrdinalIgnoreCase))
            ? $"{command} {argument.Name}:{CommandText.Quote(typed)}"
            : command;
    }
}
