using System.Diagnostics;
using System.Threading.Channels;
using Bot.Digest.Tests;

namespace Bot.DiscordStandIn.Tests;

/// <summary>A bot made with discord.js, in a process of its own.</summary>
internal sealed class ForeignBot : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Task _reading;

    private ForeignBot(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>What it complained of, when it did.</summary>
    public string Complaints { get; private set; } = "";

    /// <summary>Why it can't run here; null when it can.</summary>
    public static string? Missing => !Directory.Exists(Path.Combine(Folder, "node_modules"))
        ? "discord.js is not installed: run `npm ci` in tests/crosscheck/discord"
        : Node is null ? "Node is not installed" : null;

    private static string Folder => RepositoryFile.Path("tests/crosscheck/discord");

    private static string? Node => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);

    public static ForeignBot Start(StandInDiscord discord)
    {
        var start = new ProcessStartInfo(Node!, "bot.js")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DISCORD_API"] = new Uri(discord.Address, "/api").ToString();
        start.Environment["DISCORD_TOKEN"] = discord.Gateway.Token;
        return new ForeignBot(Process.Start(start)!);
    }

    /// <summary>Waits for the next line that it prints.</summary>
    public async Task<string> NextLineAsync(CancellationToken ct)
    {
        try
        {
            return await _lines.Reader.ReadAsync(ct);
        }
        catch (ChannelClosedException)
        {
            return $"ended: {Complaints}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _reading;
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        var complaints = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _lines.Writer.TryWrite(line);
        }

        Complaints = await complaints;
        _lines.Writer.Complete();
    }
}
