using System.Globalization;
using Bot.Host.Platforms.Discord.Interactions;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>The commands that Discord offers, where the archive that knows which it has fails.</summary>
public sealed class CommandRegistrationTests : IAsyncLifetime
{
    private static readonly SqliteException _full = new("database or disk is full", 13);

    private readonly DeskOnAStandstill _desk = new(new SlowCommand());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Application => _desk.Discord.World.Bot.Id.ToString(CultureInfo.InvariantCulture);

    private int Registered => _desk.Discord.Requests.Of("bulk_set_application_commands").Count;

    public async ValueTask InitializeAsync() => await _desk.StartAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_desk.Discord.Violations.All);
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task An_archive_that_fails_at_the_start_ends_nothing_and_the_commands_are_registered_when_it_is_back()
    {
        _desk.State.Fault = _full;
        Assert.False(await _desk.Registration.TryAsync(Application, Ct));
        Assert.Equal(0, Registered);
        var line = Assert.Single(_desk.Log.Lines);
        Assert.StartsWith("Error", line, StringComparison.Ordinal);
        Assert.Contains(nameof(SqliteException), line, StringComparison.Ordinal);

        var trying = _desk.Registration.RetryAsync(Application, Ct);
        _desk.State.Fault = null;
        _desk.Clock.Advance(CommandRegistration.BetweenTries);
        await trying.WaitAsync(Patience.Long, Ct);

        Assert.Equal(1, Registered);
        Assert.True(await _desk.Registration.TryAsync(Application, Ct));
        Assert.Equal(1, Registered);
    }

    [Fact]
    public async Task Commands_that_discord_took_are_not_said_to_be_refused_where_the_archive_cannot_note_it()
    {
        _desk.State.WriteFault = _full;

        Assert.True(await _desk.Registration.TryAsync(Application, Ct));

        Assert.Equal(1, Registered);
        Assert.DoesNotContain(_desk.Log.Lines, line => line.Contains("did not take", StringComparison.Ordinal));
        Assert.Contains(_desk.Log.Lines, line => line.Contains("noted", StringComparison.Ordinal) && line.Contains(nameof(SqliteException), StringComparison.Ordinal));
    }
}
