using System.Text.RegularExpressions;
using Bot.Host.Storage;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do with the commands behind buttons, and with what platforms remember.</summary>
public abstract partial class ButtonCommandsContract : StorageContract
{
    private StoredButtonCommands Buttons => new(Database, Clock);

    private StoredPlatformState State => new(Database);

    [Fact]
    public async Task A_command_is_found_by_its_short_key_and_has_the_same_key_every_time()
    {
        string[] commands = ["/who 이민복 page:2", "/top", "/who 이민복 page:2", new string('x', 4000)];

        var keys = await Buttons.KeepAsync(commands, Ct);
        var again = await new StoredButtonCommands(Database, Clock).KeepAsync(commands, Ct);

        Assert.Equal(keys, again);
        Assert.Equal((keys[0], 3), (keys[2], keys.Distinct().Count()));
        Assert.All(keys, key => Assert.Matches(ShortKey(), key));
        Assert.Equal(commands, await Task.WhenAll(keys.Select(key => Buttons.FindAsync(key, Ct))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/top")]
    public async Task What_was_never_kept_is_not_found(string key)
    {
        await Buttons.KeepAsync(["/top"], Ct);

        Assert.Null(await Buttons.FindAsync(key, Ct));
    }

    [Fact]
    public async Task What_a_platform_remembers_is_its_own_and_the_last_value_counts()
    {
        await State.WriteAsync("telegram", "offset", "41", Ct);
        await State.WriteAsync("telegram", "offset", "42", Ct);
        await State.WriteAsync("discord", "offset", "", Ct);

        Assert.Equal(("42", "", null), (await State.ReadAsync("telegram", "offset", Ct), await State.ReadAsync("discord", "offset", Ct), await State.ReadAsync("telegram", "session", Ct)));
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{22}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortKey();
}
