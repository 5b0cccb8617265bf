using System.Text;
using Bot.Digest.Tests;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What each command answers as Discord shows it; <c>DIGESTBOT_UPDATE=1</c> rewrites the files under <c>Snapshots</c>, a file a command.</summary>
public sealed class DiscordSnapshotTests
{
    public static TheoryData<string> Lines => [.. AskedCommands.Names];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_command_is_answered_as_written_down(string command)
    {
        var text = new StringBuilder();
        foreach (var line in AskedCommands.LinesOf(command))
        {
            text.Append("=== ").Append(line).Append("\n\n");
            foreach (var message in DiscordRenderer.Render(await AskedCommands.AskAsync("discord", line)))
            {
                Write(text, message);
            }
        }

        RepositoryFile.MustHold($"tests/Bot.Host.Tests/Platforms/Discord/Snapshots/{command.Replace(' ', '-')}.md", text.ToString());
    }

    private static void Write(StringBuilder text, MessageBody message)
    {
        foreach (var card in message.Embeds!)
        {
            text.Append(card.Title is null ? "" : $"# {card.Title}\n").Append(card.Description).Append('\n').Append(card.Footer is null ? "" : $"({card.Footer.Text})\n");
        }

        foreach (var row in message.Components ?? [])
        {
            text.AppendJoin(' ', row.Components!.Select(one => one.Options is null ? $"[{one.Label}]" : $"[{one.Placeholder} {string.Join(" / ", one.Options.Select(option => option.Label))}]")).Append('\n');
        }

        text.Append('\n');
    }
}
