using System.Net;
using System.Net.Sockets;
using Bot.Digest.Chat;
using Bot.Host;
using Bot.Host.CommandLine;
using Bot.Host.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>The whole program with the sample newsroom, on a platform as its stand-in plays it. Sources that people add are read from nowhere.</summary>
internal sealed class OurBot : IAsyncDisposable
{
    private readonly RunningHost _host;
    private readonly DirectoryInfo _folder;

    private OurBot(RunningHost host, DirectoryInfo folder) => (_host, _folder) = (host, folder);

    /// <summary>Starts it, with the samples loaded.</summary>
    /// <param name="section">The platform's settings: "Telegram", "Discord".</param>
    /// <param name="server">Where the stand-in listens.</param>
    /// <param name="clock">Of the program; null for the system's.</param>
    public static async Task<OurBot> StartAsync(string section, string token, Uri server, TimeProvider? clock, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Folder"] = folder.FullName,
            ["Web:Address"] = "http://127.0.0.1:0",
            [$"{section}:Token"] = token,
            [$"{section}:Server"] = server.GetLeftPart(UriPartial.Authority),
        };
        var host = await RunningHost.StartAsync(Offline(WholeProgram.Parts, clock ?? TimeProvider.System), new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), quiet: true, ct);
        await SampleNewsroom.LoadAsync(host.Services, ct);
        return new(host, folder);
    }

    /// <summary>Posts of digests.</summary>
    public IChatPlatform PostsOf(string platform) => _host.Services.GetServices<IChatPlatform>().Single(one => one.Name == platform);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static ProgramParts Offline(ProgramParts whole, TimeProvider clock) => whole with
    {
        Archive = (services, data) =>
        {
            whole.Archive(services, data);
            services.AddSingleton<INetwork, NoNetwork>();
        },
        Service = (services, settings) =>
        {
            whole.Service(services, settings);
            services.AddSingleton(clock);
        },
    };

    private sealed class NoNetwork : INetwork
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));

        public Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct) => Task.FromException<Stream>(new SocketException((int)SocketError.NetworkUnreachable));
    }
}
