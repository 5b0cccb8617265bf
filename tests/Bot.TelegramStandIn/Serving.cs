namespace Bot.TelegramStandIn;

/// <summary>The server in a process of its own, for whoever wants to talk with a bot: what is typed is said to it in private, and what it sends is shown.</summary>
internal static class Serving
{
    /// <summary>Serves until its input ends.</summary>
    public static async Task RunAsync(int port, TextReader input, TextWriter output)
    {
        await using var server = await TelegramServer.StartAsync(new() { Port = port });
        await output.WriteLineAsync($"DIGESTBOT__Telegram__Server={server.Address.GetLeftPart(UriPartial.Authority)} DIGESTBOT__Telegram__Token={server.Token}");
        using var end = new CancellationTokenSource();
        var showing = ShowAsync(server, output, end.Token);
        var person = server.User("Ana");
        while (await input.ReadLineAsync(CancellationToken.None) is { } line)
        {
            person.Says(line);
        }

        await end.CancelAsync();
        await showing;
        foreach (var violation in server.Violations)
        {
            await output.WriteLineAsync($"! {violation}");
        }
    }

    private static async Task ShowAsync(TelegramServer server, TextWriter output, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var message = await server.Sent.NextAsync(_ => true, ct);
                await output.WriteLineAsync($"{message.Markup}\n{string.Join('\n', message.Buttons.Select(row => string.Join(' ', row.Select(button => $"[{button.Label}]"))))}");
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody types any more.
        }
    }
}
