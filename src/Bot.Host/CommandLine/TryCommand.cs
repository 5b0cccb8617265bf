using System.CommandLine;
using Bot.Digest.Chat;
using Bot.Host.Configuration;
using Bot.Host.Platforms.Terminal;

namespace Bot.Host.CommandLine;

/// <summary><c>try</c>: the service on a throw-away archive with the sample newsroom in it, after the answers to three questions.</summary>
public static class TryCommand
{
    /// <summary>One question of each kind that README promises.</summary>
    private static readonly string[] Questions = ["/who varga", "/said \"east pier before winter\"", "/timeline east pier"];

    public static Command Build(ProgramParts parts)
    {
        var command = new Command("try", "Starts on a throw-away archive with a sample newsroom and shows three answers.");
        command.SetAction((parsed, ct) => RunAsync(parts, parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(CommonOptions.Data) is not null)
        {
            throw new OperatorException("try makes a data folder of its own and throws it away; leave out --data, or use samples load to keep the samples.");
        }

        var output = parsed.InvocationConfiguration.Output;
        var folder = DataFolder.MakeTemporary();
        try
        {
            DataFolder.RemoveLeft(folder);
            var (address, taken) = FreeAddress.From(parts.ReadOptions<WebOptions>(parsed.ReadSettings()).Address);
            var settings = parsed.ReadSettings(
                KeyValuePair.Create<string, string?>("Storage:Folder", folder),
                KeyValuePair.Create<string, string?>("Web:Address", address.GetLeftPart(UriPartial.Authority)));
            var talks = SystemTerminal.IsPresent;
            await using var host = await RunningHost.StartAsync(parts, settings, quiet: true, ct);
            await ShowAsync(host.Services, output, ct);
            await output.WriteLineAsync(WhatNext(address, taken, talks));
            await host.RunAsync(talks, output, ct);
            return ExitCode.Good;
        }
        finally
        {
            DataFolder.Remove(folder);
        }
    }

    private static string WhatNext(Uri address, Uri? taken, bool talks)
    {
        var instead = taken is null ? "" : $"{taken.Authority} is taken by another program, so the page has the next free port. ";
        var here = talks ? ", or ask here" : "; Ctrl-C ends";
        return new TerminalRenderer(SystemTerminal.Output, talks).Render(Reply.Ok(
            new Paragraph($"{instead}Open {address} in a browser{here}. All of it is thrown away at the end.")));
    }

    private static async Task ShowAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var report = await SampleNewsroom.LoadAsync(services, ct);
        await output.WriteLineAsync($"A sample newsroom of {report.Counts.New} invented articles is read. Three things to ask it:");
        await output.WriteLineAsync();
        var platform = services.GetRequiredService<TerminalPlatform>();
        foreach (var question in Questions)
        {
            await output.WriteLineAsync($"> {question}");
            // Nothing can be pressed yet, and commands for it to be typed would be longer than the answers.
            var answer = await platform.AskAsync(question, ct) with { Buttons = [] };
            await output.WriteLineAsync(new TerminalRenderer(SystemTerminal.Output, goesOn: false).Render(answer));
        }
    }
}
