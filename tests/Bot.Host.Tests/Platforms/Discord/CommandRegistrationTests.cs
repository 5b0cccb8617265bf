using Bot.Digest.Commands;
using Bot.Digest.Tests.Commands;
using Bot.Host.Platforms.Discord.Interactions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Platforms.Discord;

public sealed class CommandRegistrationTests
{
    [Fact]
    public async Task An_archive_that_fails_at_the_start_leaves_the_commands_as_discord_knows_them_and_ends_nothing()
    {
        using var log = new RecordedLog();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var archive = new MemoryArchive();
        var tree = new CommandTree(new CommandDispatcher([], new RateLimit(TimeProvider.System), archive.Communities, archive.Sources, TimeProvider.System));
        var state = new MemoryPlatformState { Fault = new SqliteException("database or disk is full", 13) };

        await new CommandRegistration(tree, rest: null!, state, loggers.CreateLogger<CommandRegistration>()).RegisterAsync("1", TestContext.Current.CancellationToken);

        Assert.Contains("tried again at the next start", Assert.Single(log.Lines), StringComparison.Ordinal);
    }
}
