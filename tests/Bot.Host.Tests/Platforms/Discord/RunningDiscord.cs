using Bot.Digest.Chat;
using Bot.DiscordStandIn;
using Bot.DiscordStandIn.Communities;
using Bot.Host.CommandLine;
using Bot.Host.Platforms.Discord;
using Bot.Host.Platforms.Web;
using Bot.Host.Tests.Platforms.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>The whole service, without jobs, on a Discord that a stand-in plays, with the sample newsroom in its archive.</summary>
public class RunningDiscord : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningHost? _host;

    public StandInDiscord Discord { get; private set; } = null!;

    /// <summary>A server with a channel, where the bot is from the start.</summary>
    public Guild Harbour { get; private set; } = null!;

    public Channel Town { get; private set; } = null!;

    public IServiceProvider Services => _host!.Services;

    public Uri Page => RunningPage.AddressOf(_host!);

    /// <summary>The platform's posts.</summary>
    public IChatPlatform Posts => Services.GetServices<IChatPlatform>().Single(platform => platform.Name == "discord");

    internal static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Whether interactions come by HTTP.</summary>
    internal bool IsAskedByHttp { get; init; }

    /// <summary>Of both sides.</summary>
    internal TimeProvider Clock { get; } = new UnhurriedClock();

    internal RecordedLog Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Discord = await StandInDiscord.StartAsync(Clock, Ct);
        Harbour = Discord.World.AddGuild("Harbour");
        Town = Harbour.AddChannel("town");
        await StartAsync();
        await SampleNewsroom.LoadAsync(Services, Ct);
    }

    /// <summary>Ends the service and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _host = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Storage:Folder"] = _folder.Path,
            ["Web:Address"] = "http://127.0.0.1:0",
            ["Chat:Zone"] = "Etc/UTC",
            ["Discord:Token"] = Discord.Gateway.Token,
            ["Discord:PublicKey"] = IsAskedByHttp ? Discord.World.Signature.PublicKey : "",
            ["Discord:Server"] = Discord.Address.GetLeftPart(UriPartial.Authority),
        };
        _host = await RunningHost.StartAsync(
            WholeProgram.Parts with { Service = (services, configuration) => services.AddWeb().AddDiscord(configuration).AddSingleton<ILoggerProvider>(Log).AddSingleton(Clock) },
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            quiet: true,
            Ct);
        await Discord.Gateway.ListenedToAsync(Ct).WaitAsync(Patience.Long, Ct);
    }
}
