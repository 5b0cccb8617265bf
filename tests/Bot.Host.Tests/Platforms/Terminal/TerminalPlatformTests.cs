using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Health;
using Bot.Host.Platforms.Terminal;
using Bot.Host.Storage;
using Bot.Host.Tests.Communities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Terminal;

/// <summary>The conversation in a terminal, from its greeting on.</summary>
public sealed class TerminalPlatformTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    public TerminalPlatformTests()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(TimeProvider.System);
        services.AddSettings().AddStorage(_folder.Path).AddStatus(_folder.Path).AddChatCommands().AddTerminal();
        services.AddSingleton<IFetcher, DeadWeb>().AddSingleton<ISourceVisits, DeadWeb>();
        _services = services.BuildServiceProvider();
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_buttons_of_the_greeting_are_pressed_by_their_numbers()
    {
        var ct = TestContext.Current.CancellationToken;
        await _services.GetRequiredService<Migrator>().MigrateAsync(ct);
        var platform = _services.GetRequiredService<TerminalPlatform>();
        using var output = new StringWriter { NewLine = "\n" };

        var choices = await platform.GreetAsync(output, () => TerminalFeatures.Pipe, ct);
        await platform.ConverseAsync(new PipedLines(new StringReader("1\n"), output), choices, output, () => TerminalFeatures.Pipe, ct);

        var pressed = new TerminalRenderer(TerminalFeatures.Pipe, goesOn: true).Render(await platform.AskAsync(choices[0].Command, ct));
        Assert.EndsWith($"> 1\n{pressed}\n", output.ToString(), StringComparison.Ordinal);
    }
}
