using System.Text;
using Bot.Digest.Chat;
using Bot.Digest.Tests;
using Bot.Host.Platforms.Telegram;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>
/// What each command answers as Telegram shows it: the lines that the commands' own snapshots ask, on the same newsroom. <c>DIGESTBOT_UPDATE=1</c> rewrites the
/// files under <c>Snapshots</c>, a file a command.
/// </summary>
public sealed class TelegramSnapshotTests
{
    public static TheoryData<string> Lines => [.. AskedCommands.Names];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_command_is_answered_as_written_down(string command)
    {
        var text = new StringBuilder();
        foreach (var line in AskedCommands.LinesOf(command))
        {
            text.Append("=== ").Append(line).Append("\n\n").Append(TextOf(await AskedCommands.AskAsync("telegram", line)));
        }

        RepositoryFile.MustHold($"tests/Bot.Host.Tests/Platforms/Telegram/Snapshots/{command.Replace(' ', '-')}.html", text.ToString());
    }

    private static string TextOf(Reply reply)
    {
        var text = new StringBuilder();
        RenderedReply.Check(reply);
        foreach (var message in TelegramRenderer.Render(reply))
        {
            text.Append(message.Html).Append('\n');
            foreach (var row in message.Buttons)
            {
                text.AppendJoin(' ', row.Select(button => $"[{button.Label}]")).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
