using System.Net;
using System.Net.Sockets;
using Bot.Host;
using Bot.Host.CommandLine;
using Bot.Host.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>The whole program with the sample newsroom, on Telegram as the stand-in plays it.</summary>
internal sealed class OurBot : IAsyncDisposable
{
    private readonly RunningHost _host;
    private readonly DirectoryInfo _folder;

    private OurBot(RunningHost host, DirectoryInfo folder) => (_host, _folder) = (host, folder);

    public static async Task<OurBot> StartAsync(TelegramServer server, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("telegram-");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Folder"] = folder.FullName,
            ["Web:Address"] = "http://127.0.0.1:0",
            ["Telegram:Token"] = server.Token,
            ["Telegram:Server"] = server.Address.GetLeftPart(UriPartial.Authority),
        };
        var host = await RunningHost.StartAsync(Offline(WholeProgram.Parts), new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), quiet: true, ct);
        await SampleNewsroom.LoadAsync(host.Services, ct);
        return new(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static ProgramParts Offline(ProgramParts whole) => new()
    {
        Settings = whole.Settings,
        Archive = (services, data) =>
        {
            whole.Archive(services, data);
            services.AddSingleton<INetwork, NoNetwork>();
        },
        Open = whole.Open,
        Service = whole.Service,
        Endpoints = whole.Endpoints,
    };

    /// <summary>Sources that people add are read from nowhere.</summary>
    private sealed class NoNetwork : INetwork
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));

        public Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct) => Task.FromException<Stream>(new SocketException((int)SocketError.NetworkUnreachable));
    }
}
