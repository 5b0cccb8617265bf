using Bot.Digest.Chat;
using Bot.Host.CommandLine;
using Bot.Host.Platforms.Telegram;
using Bot.Host.Platforms.Web;
using Bot.Host.Tests.Platforms.Web;
using Bot.TelegramStandIn;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>The whole service, without jobs, on a Telegram that a stand-in plays, with the sample newsroom in its archive.</summary>
public class RunningBot : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningHost? _host;

    public TelegramServer Telegram { get; private set; } = null!;

    public IServiceProvider Services => _host!.Services;

    public Uri Page => RunningPage.AddressOf(_host!);

    /// <summary>The platform's posts.</summary>
    public IChatPlatform Posts => Services.GetServices<IChatPlatform>().Single(platform => platform.Name == "telegram");

    internal static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Settings over the defaults.</summary>
    internal IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    internal StandInOptions StandIn { get; init; } = new() { IsRateLimited = false };

    /// <summary>What goes wrong with every look for updates.</summary>
    internal Mishap? First { get; init; }

    /// <summary>What takes the place of a part of the service.</summary>
    internal Action<IServiceCollection> Instead { get; init; } = _ => { };

    internal RecordedLog Log { get; } = new();

    internal bool HasSamples { get; init; } = true;

    public async ValueTask InitializeAsync()
    {
        Telegram = await TelegramServer.StartAsync(StandIn, ct: Ct);
        if (First is { } mishap)
        {
            Telegram.Mishaps.Next(mishap, "getUpdates", times: 3);
        }

        await StartAsync();
        if (HasSamples)
        {
            await SampleNewsroom.LoadAsync(Services, Ct);
        }
    }

    /// <summary>Ends the service and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await _host!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>The next message of the bot in a chat.</summary>
    public Task<Message> NextAsync(Chat chat) => Telegram.Sent.NextAsync(message => message.Chat == chat, Ct).WaitAsync(Patience.Long, Ct);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await Telegram.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        var whole = WholeProgram.Parts;
        var settings = new Dictionary<string, string?>(Settings, StringComparer.OrdinalIgnoreCase)
        {
            ["Storage:Folder"] = _folder.Path,
            ["Web:Address"] = "http://127.0.0.1:0",
            ["Chat:Zone"] = "Etc/UTC",
            ["Telegram:Token"] = Telegram.Token,
            ["Telegram:Server"] = Telegram.Address.AbsoluteUri,
        };
        _host = await RunningHost.StartAsync(
            whole with { Service = (services, configuration) => Instead(services.AddWeb().AddTelegram(configuration).AddSingleton<ILoggerProvider>(Log)) },
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            quiet: true,
            Ct);
    }
}
