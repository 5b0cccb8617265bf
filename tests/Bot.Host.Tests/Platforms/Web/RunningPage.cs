using System.Net;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Vocabularies;
using Bot.Host.CommandLine;
using Bot.Host.Configuration;
using Bot.Host.Health;
using Bot.Host.Platforms.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>The real service on a free port of loopback, with the page and an archive in memory.</summary>
internal sealed class RunningPage : IAsyncDisposable
{
    private readonly RunningHost _host;
    private readonly TemporaryFolder _folder;

    private RunningPage(RunningHost host, TemporaryFolder folder, MemoryArchive archive, MemoryPosts posts)
    {
        (_host, _folder, Archive, Posts) = (host, folder, archive, posts);
        Address = AddressOf(host);
    }

    public MemoryArchive Archive { get; }

    public MemoryPosts Posts { get; }

    /// <summary>What the watch saw.</summary>
    public HealthBoard Board => _host.Services.GetRequiredService<HealthBoard>();

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>Starts the service.</summary>
    /// <param name="settings">Keys and values over the defaults.</param>
    public static async Task<RunningPage> StartAsync(params (string Key, string Value)[] settings)
    {
        var (folder, archive, posts) = (new TemporaryFolder(), new MemoryArchive(), new MemoryPosts());
        var parts = new ProgramParts
        {
            Settings = services => services.AddSettings(),
            Archive = (services, _) => services
                .AddSingleton<IArticles>(archive)
                .AddSingleton<IPeople>(archive)
                .AddSingleton<IStories>(archive)
                .AddSingleton<ISources>(archive)
                .AddSingleton<IDeliveryLedger>(posts)
                .AddSingleton(new CommandDispatcher([new HelpCommand(), new CardCommand()], new RateLimit(TimeProvider.System), archive, archive, TimeProvider.System))
                .AddSingleton<IVocabulary>(archive)
                .AddSingleton(TimeProvider.System)
                .AddSingleton<KeptVocabularies>()
                .AddSingleton<CommandCompletion>(),
            Open = (_, _) => Task.CompletedTask,
            Service = (services, _) => services.AddWeb(),
            Endpoints = app => app.MapWeb(),
        };
        var values = settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)).Append(new("Storage:Folder", folder.Path));
        if (!settings.Any(one => one.Key == "Web:Address"))
        {
            values = values.Append(new("Web:Address", "http://127.0.0.1:0"));
        }

        var host = await RunningHost.StartAsync(
            parts, new ConfigurationBuilder().AddInMemoryCollection(values).Build(), quiet: true, TestContext.Current.CancellationToken);
        return new RunningPage(host, folder, archive, posts);
    }

    /// <summary>The address that was really taken, where the settings leave the port open.</summary>
    public static Uri AddressOf(RunningHost host) =>
        new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>A browser without scripts: it keeps cookies and goes where it is sent.</summary>
    public PlainBrowser Visit() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>As much of a browser as HTTP tests need.</summary>
internal sealed class PlainBrowser(Uri address) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = address };

    /// <summary>The anti-forgery token of the page that was opened last.</summary>
    public string Token { get; private set; } = "";

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, Ct);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Opens the page and remembers its token.</summary>
    public async Task<string> OpenAsync()
    {
        using var response = await GetAsync("/");
        var html = await response.Content.ReadAsStringAsync(Ct);
        const string before = "name=\"token\" value=\"";
        var start = html.IndexOf(before, StringComparison.Ordinal) + before.Length;
        Token = html[start..html.IndexOf('"', start)];
        return html;
    }

    /// <summary>Posts a form with the remembered token.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent([new("token", Token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    public void Dispose() => _client.Dispose();
}
