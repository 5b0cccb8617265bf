using System.Text.RegularExpressions;
using Bot.Digest.Tests;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>README's way from @BotFather to the first digest.</summary>
public sealed class ReadmeTests(RunningBot bot) : IClassFixture<RunningBot>
{
    private static readonly string Part = RepositoryFile.Read("README.md").Split("## On Telegram")[1].Split("\n## ")[0];

    [Fact]
    public async Task Every_line_that_README_has_people_type_is_answered()
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);
        var lines = Part.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('/')).ToList();

        Assert.Equal(["/source_add", "/latest", "/who", "/subscribe", "/digest"], lines.Select(line => line.Split(' ')[0]));
        foreach (var line in lines)
        {
            anna.Says(line, group);
            var answer = (await bot.NextAsync(group)).Text;

            // The example's site is nowhere: that is said, and not that nobody understands the command.
            var words = line.Split(' ')[0] switch
            {
                "/source_add" => "your-paper.example",
                "/latest" => "Latest",
                "/who" => "Ilse Varga",
                "/subscribe" => "08:00",
                _ => "stories",
            };
            Assert.Contains(words, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_setting_that_README_names_is_one() =>
        Assert.All(
            Regex.Matches(Part, "DIGESTBOT__(?<section>[A-Za-z]+)__(?<key>[A-Za-z]+)", RegexOptions.None, TimeSpan.FromSeconds(1)),
            match => Assert.Contains($"`{match.Groups["section"].Value}:{match.Groups["key"].Value}`", RepositoryFile.Read("docs/operating.md"), StringComparison.Ordinal));
}
