using System.Diagnostics;
using System.Text;

namespace Bot.Host.Tests.CommandLine;

/// <summary>How a run of the program ended.</summary>
internal sealed record Ended(int Code, string Output, string Error);

/// <summary>The built program as a process of its own, as users run it.</summary>
internal sealed class DigestBot : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly Task<string> _error;

    private DigestBot(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs to the end with an empty standard input.</summary>
    public static Task<Ended> RunAsync(params string[] arguments) => RunAsync(new Run(arguments));

    public static async Task<Ended> RunAsync(Run run)
    {
        await using var program = Start(run);
        return await program.EndAsync();
    }

    /// <summary>Starts without waiting.</summary>
    public static DigestBot Start(Run run)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "digestbot");
        var start = new ProcessStartInfo
        {
            FileName = run.Before.Length > 0 ? run.Before[0] : program,
            WorkingDirectory = run.Folder ?? Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[.. run.Before.Skip(1), .. run.Before.Length > 0 ? [program] : Array.Empty<string>(), .. run.Arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // The tests read English, wherever they run.
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in run.Variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} does not start.");
        process.StandardInput.BaseStream.Write(run.Input);
        process.StandardInput.BaseStream.Flush();
        if (!run.KeepsInputOpen)
        {
            process.StandardInput.Close();
        }

        return new DigestBot(process);
    }

    /// <summary>Asks it to end, as a container engine does (SIGTERM), or Ctrl-C (SIGINT).</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Reads its output up to the line that begins so.</summary>
    /// <returns>The line.</returns>
    public async Task<string> SaysAsync(string beginning)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            _said.AppendLine(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"It ended without saying \"{beginning}\": {_said}{await _error}");
    }

    public async Task<Ended> EndAsync()
    {
        _said.Append(await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(_process.ExitCode, _said.ToString(), await _error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        _process.Dispose();
    }
}

/// <summary>One call of the program.</summary>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Run(params string[] Arguments)
{
    /// <summary>
    /// Gives the program its Ctrl-C back, as <see cref="Before"/>: whatever a script starts with an ampersand ignores it, and so do the
    /// programs that it starts.
    /// </summary>
    public static string[] HearingInterrupts { get; } = ["env", "--default-signal=INT"];

    /// <summary>Runs the program as somebody without rights, as <see cref="Before"/>: root may write anywhere.</summary>
    public static string[] AsStranger { get; } =
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];

    /// <summary>Environment variables on top of the test's own.</summary>
    public Dictionary<string, string> Variables { get; init; } = [];

    /// <summary>The working directory; that for temporary files where none is given.</summary>
    public string? Folder { get; init; }

    /// <summary>What comes on standard input.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>Whether more might come on standard input, but never does.</summary>
    public bool KeepsInputOpen { get; init; }

    /// <summary>A command that runs the program, with its arguments.</summary>
    public string[] Before { get; init; } = [];
}
