using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Digest.Chat;

namespace Bot.Resilience.StandIns;

/// <summary>An invented platform over HTTP, with or without keys. Started as this program again, in a process of its own.</summary>
internal sealed class InventedStandIn : IStandIn
{
    /// <summary>As in <see cref="ChatAddress.Platform"/>.</summary>
    public const string Name = "invented";

    private readonly Process _process;
    private readonly string _log;
    private readonly HttpClient _http;

    private InventedStandIn(Process process, string log, InventedTerms terms)
    {
        (_process, _log) = (process, log);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = terms.Address };
        (KeyLife, MostOnTheirWay) = (terms.KeyLife, terms.MostOnTheirWay);
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { [InventedTerms.Variable] = JsonSerializer.Serialize(terms) };
    }

    public string Platform => Name;

    public TimeSpan? KeyLife { get; }

    public int MostOnTheirWay { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Starts it.</summary>
    /// <param name="folder">Where its log is written.</param>
    /// <param name="terms">What it promises; its address is filled in.</param>
    public static async Task<InventedStandIn> StartAsync(string folder, InventedTerms terms, int seed)
    {
        var log = Path.Combine(folder, "posted.jsonl");
        var start = new ProcessStartInfo(System.Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["invented-platform", "--log", log, "--keys", terms.KeyLife?.ToString() ?? "", "--seed", seed.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync();
        return new InventedStandIn(process, log, terms with { Address = new Uri($"http://127.0.0.1:{port}") });
    }

    /// <summary>Serves in the process that <see cref="StartAsync"/> made, until its input is closed.</summary>
    public static async Task ServeAsync(string log, TimeSpan? keyLife, int seed)
    {
        using var stop = new CancellationTokenSource();
        using var server = new InventedServer(new PostedLog(log), keyLife, seed);
        var serving = server.RunAsync(port => Console.WriteLine(port), stop.Token);
        await Task.Run(() => Console.In.ReadToEndAsync(CancellationToken.None)); // Reading from a console holds its thread.
        await stop.CancelAsync();
        await serving;
    }

    public ChatAddress Channel(int number) => new(Name, $"c{number}", $"c{number}");

    public string Shown(string body) => body;

    public async Task FailAsync(Faults faults) => (await _http.PostAsJsonAsync("/faults", faults)).EnsureSuccessStatusCode();

    /// <summary>Nobody listens at its port for some time.</summary>
    public async Task CloseAsync(TimeSpan time) => (await _http.PostAsJsonAsync("/close", time.TotalSeconds)).EnsureSuccessStatusCode();

    public IReadOnlyList<SeenPost> Seen() => PostedLog.Read(_log);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
