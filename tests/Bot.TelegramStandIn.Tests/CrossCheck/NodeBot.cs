using System.Diagnostics;
using Bot.Digest.Tests;

namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>The bot of tests/crosscheck/telegram in a process of its own.</summary>
internal sealed class NodeBot : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private NodeBot(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

    private static string Folder => RepositoryFile.Path("tests/crosscheck/telegram");

    /// <summary>Why it can't be started here; null when it can.</summary>
    public static string? Missing =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').All(folder => !File.Exists(Path.Combine(folder, "node"))) ? "Node is not installed."
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "grammy")) ? "grammY is not installed: run `npm ci` in tests/crosscheck/telegram."
        : null;

    public static NodeBot Start(TelegramServer server)
    {
        var start = new ProcessStartInfo("node", "bot.mjs") { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true };
        start.Environment["TELEGRAM_ROOT"] = server.Address.GetLeftPart(UriPartial.Authority);
        start.Environment["TELEGRAM_TOKEN"] = server.Token;
        return new(Process.Start(start)!);
    }

    /// <summary>Lets it end by itself.</summary>
    /// <returns>How it ended, and what it complained of.</returns>
    public async Task<(int Code, string Errors)> EndAsync(CancellationToken ct)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(ct);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
