using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Gateway;
using Bot.DiscordStandIn.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.DiscordStandIn;

/// <summary>
/// A stand-in for Discord on this machine: its API and its gateway, with servers, channels and people whom tests play. It checks what clients send
/// beside Discord's own description of the API, and itself too, and goes wrong when it is told to. Every time is that of the clock it was given.
/// </summary>
public sealed class StandInDiscord : IAsyncDisposable
{
    private const string Api = "/api/v10/", GatewayPath = "/gateway", CdnPath = "/cdn/attachments/";

    private readonly WebApplication _web;
    private readonly CancellationTokenSource _end = new();
    private readonly RestServer _rest;

    private StandInDiscord(TimeProvider clock, int port)
    {
        (World, Requests) = (new World(clock, Happenings), new RequestLog(Happenings));
        Gateway = new GatewayServer(World, Violations, Token(World.Bot));
        _rest = new RestServer(World, Violations, Requests, Limits, Invalid, Faults, Gateway);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        _web = builder.Build();
        _web.UseWebSockets();
        _web.Run(ServeAsync);
    }

    public Happenings Happenings { get; } = new();

    public World World { get; }

    public GatewayServer Gateway { get; }

    /// <summary>What clients did that they must not. Assert that it is empty.</summary>
    public Violations Violations { get; } = new();

    public RequestLog Requests { get; }

    public RateLimits Limits { get; } = new();

    public InvalidRequests Invalid { get; } = new();

    /// <summary>What shall go wrong with requests.</summary>
    public RestFaults Faults { get; } = new();

    /// <summary>Where the API begins, with a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Serves from now on.</summary>
    /// <param name="clock">Every time is its, also of ids.</param>
    /// <param name="port">Any free one when 0.</param>
    public static async Task<StandInDiscord> StartAsync(TimeProvider clock, CancellationToken ct, int port = 0)
    {
        var discord = new StandInDiscord(clock, port);
        await discord._web.StartAsync(ct);
        var root = new Uri(discord._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        (discord.Address, discord.World.Interactions.Cdn) = (new(root, Api), new(root, "/cdn/"));
        discord.Gateway.Address = $"ws://{root.Authority}{GatewayPath}";
        return discord;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _web.DisposeAsync();
        World.Signature.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync(HttpContext http)
    {
        // The path as it was sent: a place may hold a sign that was escaped.
        var path = http.Request.Path.ToString();
        if (path.TrimEnd('/') == GatewayPath && http.WebSockets.IsWebSocketRequest)
        {
            await Gateway.ServeAsync(http, _end.Token);
        }
        else if (path.StartsWith(Api, StringComparison.Ordinal))
        {
            await _rest.ServeAsync(http, path[Api.Length..]);
        }
        else if (path.StartsWith(CdnPath, StringComparison.Ordinal) && World.Interactions.File(path.Split('/')[3]) is { } file)
        {
            await http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted);
        }
        else
        {
            Violations.Add($"{http.Request.Method} {path}", "is nowhere in Discord's API v10");
            http.Response.StatusCode = 404;
        }
    }

    /// <summary>Signals are for the process that the stand-in is a part of: it must not catch them.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Of the form that clients expect: the bot's id in base 64, a time, a secret. Made up.</summary>
    private static string Token(User bot) => $"{Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(bot.IdText)).TrimEnd('=')}.GStand.in_for-Discord_0123456789abcdefghijkl";
}
