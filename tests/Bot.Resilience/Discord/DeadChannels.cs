using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.DiscordStandIn;
using Bot.DiscordStandIn.Communities;
using Bot.Host.Platforms.Discord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Resilience.Discord;

/// <summary>
/// Digests for channels in which the bot may no longer write, by a clock that runs ahead: refused requests must stay far below the ten thousand in ten
/// minutes at which Discord locks a machine out.
/// </summary>
internal sealed class DeadChannels(int count)
{
    private const int MostInvalid = 5_000;

    /// <summary>What passes by the clock when a request is not answered within a real pause: then the product waits for its turn.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250), RealPause = TimeSpan.FromMilliseconds(30);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2031, 5, 20, 8, 0, 0, TimeSpan.Zero));
    private int _refused;
    private int _waits;
    private int _unclear;

    public async Task<RunReport> RunAsync()
    {
        await using var discord = await StandInDiscord.StartAsync(_clock, CancellationToken.None);
        discord.World.AddGuilds(count, channels: 1);
        var channels = discord.World.Guilds.Select(guild => guild.Channels[0]).ToList();
        channels.ForEach(channel => channel.BotMay = Permissions.ViewChannel);
        await using var services = Services(discord);
        var platform = services.GetServices<IChatPlatform>().Single();
        var began = _clock.GetUtcNow();
        foreach (var (number, channel) in channels.Index())
        {
            await PostAsync(platform, channel, number);
        }

        return new RunReport(discord.Invalid.Most < MostInvalid && discord.Invalid.Lockouts == 0 && _refused == count, new Dictionary<string, object>
        {
            ["dead channels"] = count,
            ["posts that ended as refused"] = _refused,
            ["times that a post was put off by the product itself"] = _waits,
            ["answers that were not waited for"] = _unclear,
            ["minutes by the clock"] = Math.Round((_clock.GetUtcNow() - began).TotalMinutes, 1),
            ["most invalid requests in ten minutes"] = discord.Invalid.Most,
            ["times locked out"] = discord.Invalid.Lockouts,
        });
    }

    private async Task PostAsync(IChatPlatform platform, Channel channel, int number)
    {
        var post = new Post(new(platform.Name, channel.Guild!.IdText, channel.IdText), """{"content":"The digest"}""", number.ToString(CultureInfo.InvariantCulture), IsSilent: false);
        PostOutcome outcome;
        while ((outcome = await TryAsync(platform.PostAsync(post, CancellationToken.None))) is PostLater or PostUnclear)
        {
            // On a busy machine the clock runs past what a request may take; then it is made again under its key, as the ledger does.
            var later = outcome as PostLater;
            (_waits, _unclear) = (_waits + (later is null ? 0 : 1), _unclear + (later is null ? 1 : 0));
            _clock.Advance(later?.After ?? TimeSpan.Zero);
        }

        _refused += outcome is PostRefused { Why: Refusal.Forbidden } ? 1 : 0;
    }

    private async Task<PostOutcome> TryAsync(Task<PostOutcome> posting)
    {
        while (await Task.WhenAny(posting, Task.Delay(RealPause)) != posting)
        {
            _clock.Advance(Step);
        }

        return await posting;
    }

    private ServiceProvider Services(StandInDiscord discord)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Discord:Token"] = discord.Gateway.Token,
            ["Discord:Server"] = discord.Address.GetLeftPart(UriPartial.Authority),
        }).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IButtonCommands, NoButtons>()
            .AddDiscordSettings()
            .AddDiscord(settings)
            .BuildServiceProvider();
    }

    private sealed class NoButtons : IButtonCommands
    {
        public Task<IReadOnlyList<string>> KeepAsync(IReadOnlyList<string> commands, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

        public Task<string?> FindAsync(string key, CancellationToken ct) => Task.FromResult<string?>(null);
    }
}
