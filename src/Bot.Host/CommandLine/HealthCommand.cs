using System.CommandLine;
using Bot.Host.Configuration;

namespace Bot.Host.CommandLine;

/// <summary><c>health</c>: asks the running service whether it is well, for a container's health check.</summary>
public static class HealthCommand
{
    /// <summary>Where the service says that it is well.</summary>
    public const string Path = "/health";

    /// <summary>Less than the container waits for the whole command, so that it can still say what is wrong.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Command Build(ProgramParts parts)
    {
        var command = new Command("health", "Asks the running service whether it is well.");
        command.SetAction((parsed, ct) => RunAsync(parts, parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        var address = new Uri(parts.ReadOptions<WebOptions>(parsed.ReadSettings()).Reachable, Path);
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpMessageInvoker(handler);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await client.SendAsync(request, patience.Token);
            if (response.IsSuccessStatusCode)
            {
                await output.WriteLineAsync("healthy");
                return ExitCode.Good;
            }

            await error.WriteLineAsync($"{address} answers {(int)response.StatusCode}: the log of the service says why.");
        }
        catch (HttpRequestException)
        {
            await error.WriteLineAsync($"Nothing answers at {address}: start the service, or set Web:Address to where it runs.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await error.WriteLineAsync($"{address} did not answer within {Patience.TotalSeconds:0} seconds: the log of the service says why.");
        }

        return ExitCode.Problem;
    }
}
