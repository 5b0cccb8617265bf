using System.Globalization;
using System.Text;
using Bot.Digest.Commands;

namespace Bot.Digest.Tests.Commands;

/// <summary>docs/commands.md is written from the specs: <c>DIGESTBOT_UPDATE=1</c> rewrites it.</summary>
public sealed class CommandDocumentTests
{
    [Fact]
    public void The_document_of_commands_says_what_the_specs_say()
    {
        var specs = EveryCommand.Over(new MemoryArchive()).Select(command => command.Spec).OrderBy(spec => spec.Name, StringComparer.Ordinal).ToList();

        RepositoryFile.MustHold("docs/commands.md", Document(specs));
    }

    [Fact]
    public void Every_example_is_understood_by_its_command()
    {
        foreach (var spec in EveryCommand.Over(new MemoryArchive()).Select(command => command.Spec))
        {
            Assert.All(spec.Examples, example => Assert.StartsWith($"/{spec.Name}", example, StringComparison.Ordinal));
        }
    }

    private static string Document(List<CommandSpec> specs)
    {
        var text = new StringBuilder(
            """
            # Commands

            Written from the commands themselves; do not edit. The same on every platform, in the terminal and on the page.
            `<words>` in angle brackets are needed, what stands in square brackets is not. Words go up to the first option, options come in any order,
            and words with a colon or words that belong together may be quoted: `/who varga about:"east pier" since:7d`.

            A *channel admin* changes what one channel gets, and which news the community has; a *manager* takes out all that is stored about it, and sees its secrets; a *community admin*
            says who is a manager. On Discord these are Manage Channels in that channel, the role of `/settings managers:`, and Manage Server; on Telegram every administrator
            is all three, and so is everybody in private.

            """);
        foreach (var group in specs.GroupBy(spec => spec.Group).OrderBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {group.Key.Title()}\n\n| command | who | what it answers |\n|---|---|---|\n");
            foreach (var spec in group)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{CommandText.Usage(spec)}` | {Who(spec.Access)} | {spec.Summary} |\n");
            }
        }

        text.Append("\n## What each takes\n");
        foreach (var spec in specs.Where(spec => spec.Arguments.Any(argument => !argument.Hidden)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### /{spec.Name}\n\n");
            foreach (var argument in spec.Arguments.Where(argument => !argument.Hidden))
            {
                var choices = argument.Choices.Count > 0 ? $" ({string.Join(", ", argument.Choices)})" : string.Empty;
                var who = argument.Access > spec.Access ? $"; {Who(argument.Access)} only" : string.Empty;
                text.Append(CultureInfo.InvariantCulture, $"- `{argument.Name}{(argument.Positional ? "" : ":")}` {argument.Summary}{choices}{who}\n");
            }

            text.Append("\nTo try: ").AppendJoin(", ", spec.Examples.Select(example => $"`{example}`")).Append('\n');
        }

        return text.ToString();
    }

    private static string Who(Access access) => access switch
    {
        Access.Everyone => "all",
        Access.ChannelAdmin => "channel admin",
        Access.Manager => "manager",
        Access.CommunityAdmin => "community admin",
        _ => "operator",
    };
}
