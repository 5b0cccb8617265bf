using Bot.Host.Platforms.Terminal;

namespace Bot.Host.CommandLine;

/// <summary>The conversation on this process's standard input and output.</summary>
public static class Conversation
{
    /// <summary>Talks until the input ends, a farewell is typed or the program is told to stop.</summary>
    public static async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var platform = services.GetRequiredService<TerminalPlatform>();
        ILineSource lines = SystemTerminal.IsPresent
            ? new LineEditor(new SystemTerminal(), platform.CompleteAsync)
            : new PipedLines(new StreamReader(Console.OpenStandardInput()), output);
        try
        {
            var greeting = SystemTerminal.IsPresent ? await platform.GreetAsync(output, () => SystemTerminal.Output, ct) : null;
            await platform.ConverseAsync(lines, greeting, output, () => SystemTerminal.Output, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Ctrl-C is how many people leave a conversation; the prompt gets its line break.
            await output.WriteLineAsync();
        }
    }
}
