using System.Text;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Tests;
using Bot.Digest.Tests.Commands;
using Bot.Host.Platforms.Telegram;
using Commands = Bot.Digest.Tests.Commands;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>
/// What each command answers as Telegram shows it: the lines that the commands' own snapshots ask, on the same newsroom. <c>DIGESTBOT_UPDATE=1</c> rewrites the
/// files under <c>Snapshots</c>, a file a command.
/// </summary>
public sealed class TelegramSnapshotTests
{
    private const string Asked = "tests/Bot.Digest.Tests/Commands/Snapshots";

    private static readonly string[] Names =
        [.. EveryCommand.Over(Newsroom.Archive()).Select(command => command.Spec.Name).OrderByDescending(name => name.Length)];

    public static TheoryData<string> Lines => [.. Names.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_command_is_answered_as_written_down(string command)
    {
        var text = new StringBuilder();
        foreach (var line in LinesOf(command).DefaultIfEmpty(Example(command)))
        {
            text.Append("=== ").Append(line).Append("\n\n").Append(TextOf(await AskAsync(line)));
        }

        RepositoryFile.MustHold($"tests/Bot.Host.Tests/Platforms/Telegram/Snapshots/{command.Replace(' ', '-')}.html", text.ToString());
    }

    /// <summary>Each line once, in the order of the files that ask it.</summary>
    private static IEnumerable<string> LinesOf(string command) => Directory.EnumerateFiles(RepositoryFile.Path(Asked), "*.txt")
        .Order(StringComparer.Ordinal)
        .Select(file => File.ReadLines(file).FirstOrDefault() ?? "")
        .Where(line => Names.FirstOrDefault(name => line == $"/{name}" || line.StartsWith($"/{name} ", StringComparison.Ordinal)) == command)
        .Distinct(StringComparer.Ordinal);

    /// <summary>For commands whose snapshots are kept elsewhere.</summary>
    private static string Example(string command) =>
        EveryCommand.Over(Newsroom.Archive()).Single(one => one.Spec.Name == command).Spec.Examples is [var first, ..] ? first : $"/{command}";

    /// <summary>In a channel that has a digest.</summary>
    private static async Task<Reply> AskAsync(string line)
    {
        var archive = Newsroom.Archive();
        archive.Communities.All.Add(new Community(new CommunityId(3), "telegram", "-100", "Harbour", CommunityStanding.Waiting, Commands.Asking.Noon, 6, 100));
        var asking = new Commands.Asking(EveryCommand.Over(archive));
        await asking.AskAsync("/subscribe at:08:00 zone:Europe/Berlin");
        return await asking.AskAsync(line);
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
