using System.Net;
using System.Net.Sockets;
using Bot.Digest.Chat;
using Bot.Host;
using Bot.Host.CommandLine;
using Bot.Host.Fetching;
using Bot.Host.Tests.Platforms.Discord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.DiscordStandIn.Tests.CrossCheck;

/// <summary>The whole program with the sample newsroom, on Discord as the stand-in plays it.</summary>
internal sealed class OurBot : IAsyncDisposable
{
    private readonly RunningHost _host;
    private readonly DirectoryInfo _folder;

    private OurBot(RunningHost host, DirectoryInfo folder) => (_host, _folder) = (host, folder);

    /// <summary>Posts of digests.</summary>
    public IChatPlatform Posts => _host.Services.GetServices<IChatPlatform>().Single(platform => platform.Name == "discord");

    public static async Task<OurBot> StartAsync(StandInDiscord discord, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("discord-");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Folder"] = folder.FullName,
            ["Web:Address"] = "http://127.0.0.1:0",
            ["Discord:Token"] = discord.Gateway.Token,
            ["Discord:Server"] = discord.Address.GetLeftPart(UriPartial.Authority),
        };
        var host = await RunningHost.StartAsync(Offline(WholeProgram.Parts), new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), quiet: true, ct);
        await SampleNewsroom.LoadAsync(host.Services, ct);
        await discord.Gateway.ListenedToAsync(ct);
        return new(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Sources that people add are read from nowhere, and nothing is late on a busy machine.</summary>
    private static ProgramParts Offline(ProgramParts whole) => whole with
    {
        Archive = (services, data) =>
        {
            whole.Archive(services, data);
            services.AddSingleton<INetwork, NoNetwork>();
        },
        Service = (services, settings) =>
        {
            whole.Service(services, settings);
            services.AddSingleton<TimeProvider>(new UnhurriedClock());
        },
    };

    private sealed class NoNetwork : INetwork
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));

        public Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct) => Task.FromException<Stream>(new SocketException((int)SocketError.NetworkUnreachable));
    }
}
