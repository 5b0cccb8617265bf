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
        var platform = await PlatformAsync(ct);
        using var output = new StringWriter { NewLine = "\n" };

        var greeting = await platform.GreetAsync(output, () => TerminalFeatures.Pipe, ct);
        await platform.ConverseAsync(new PipedLines(new StringReader("1\n"), output), greeting, output, () => TerminalFeatures.Pipe, ct);

        var pressed = new TerminalRenderer(TerminalFeatures.Pipe, goesOn: true).Render(await platform.AskAsync(TerminalRenderer.Choices(greeting)[0].Command, ct));
        Assert.EndsWith($"> 1\n{pressed}\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_around_the_answers_is_in_the_language_that_was_chosen()
    {
        var ct = TestContext.Current.CancellationToken;
        var platform = await PlatformAsync(ct);
        await platform.AskAsync("/settings language:de", ct);
        using var output = new StringWriter { NewLine = "\n" };

        var greeting = await platform.GreetAsync(output, () => TerminalFeatures.Pipe, ct);
        var keys = output.ToString();
        await platform.ConverseAsync(new PipedLines(new StringReader("77\n/help\n78\n"), output), greeting, output, () => TerminalFeatures.Pipe, ct);

        Assert.Contains("/quit beendet", keys, StringComparison.Ordinal);
        Assert.Contains("Den Knopf 77 gibt es nicht", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Den Knopf 78 gibt es nicht", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_under_an_answer_in_a_language_that_was_given_up_is_answered_as_what_is_typed()
    {
        var ct = TestContext.Current.CancellationToken;
        var platform = await PlatformAsync(ct);
        await platform.AskAsync("/settings language:de", ct);
        using var output = new StringWriter { NewLine = "\n" };
        var greeting = await platform.GreetAsync(output, () => TerminalFeatures.Pipe, ct);
        await platform.AskAsync("/settings language:off", ct);

        await platform.ConverseAsync(new PipedLines(new StringReader("1\n"), output), greeting, output, () => TerminalFeatures.Pipe, ct);

        var typed = new TerminalRenderer(TerminalFeatures.Pipe, goesOn: true).Render(await platform.AskAsync(TerminalRenderer.Choices(greeting)[0].Command, ct));
        Assert.EndsWith($"> 1\n{typed}\n", output.ToString(), StringComparison.Ordinal);
    }

    private async Task<TerminalPlatform> PlatformAsync(CancellationToken ct)
    {
        await _services.GetRequiredService<Migrator>().MigrateAsync(ct);
        return _services.GetRequiredService<TerminalPlatform>();
    }
}
