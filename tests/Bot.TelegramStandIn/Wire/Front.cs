using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Methods;
using Bot.TelegramStandIn.Specification;
using Microsoft.AspNetCore.Http;

namespace Bot.TelegramStandIn.Wire;

/// <summary>Takes requests by their addresses: methods and files behind the token, and nothing else.</summary>
/// <param name="end">Ends with the server.</param>
internal sealed class Front(World world, TelegramServer server, CancellationToken end)
{
    private readonly Dispatch _dispatch = new(world);

    public async Task ServeAsync(HttpContext context)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(end, context.RequestAborted);
        try
        {
            var parts = (context.Request.Path.Value ?? "").Split('/', 4);
            await (parts switch
            {
                ["", "file", var bot, var path] when bot == $"bot{server.Token}" => DownloadAsync(context, path, over.Token),
                ["", var bot, var method] when bot == $"bot{server.Token}" => AnswerAsync(context, method, over.Token),
                ["", var bot, _] when bot.StartsWith("bot", StringComparison.Ordinal) && bot.Contains(':', StringComparison.Ordinal) => Writing.WriteAsync(context, new(401, null, "Unauthorized"), over.Token),
                _ => Writing.WriteAsync(context, new(404, null, "Not Found"), over.Token),
            });
        }
        catch (OperationCanceledException)
        {
            // The bot hung up, or the server ends: nobody is left to tell.
        }
    }

    private async Task AnswerAsync(HttpContext context, string name, CancellationToken ct)
    {
        var method = ApiSpecification.Current.Methods.GetValueOrDefault(name);
        try
        {
            var call = await RequestReading.ReadAsync(context.Request, method?.Name ?? name, method, world.Clock.GetUtcNow(), ct);
            server.Calls.Add(call);
            var mishap = server.Mishaps.Take(call);
            var answer = mishap is { IsDone: false } ? null : await _dispatch.AnswerAsync(method, call, ct);
            server.Answers.Add(new(call, answer, mishap));
            await (mishap?.Reply(context, answer, ct) ?? Writing.WriteAsync(context, answer!, ct));
        }
        catch (RefusalException refusal)
        {
            world.Report("bot", name, [new("", refusal.Message)]);
            await Writing.WriteAsync(context, refusal.Answer, ct);
        }
    }

    private async Task DownloadAsync(HttpContext context, string path, CancellationToken ct)
    {
        Document? file;
        lock (world.Gate)
        {
            file = world.Files.Values.FirstOrDefault(known => Files.PathOf(known) == path);
        }

        if (file is null)
        {
            await Writing.WriteAsync(context, new(404, null, "Not Found"), ct);
            return;
        }

        context.Response.ContentLength = file.Content.Length;
        await context.Response.Body.WriteAsync(file.Content, ct);
    }
}
