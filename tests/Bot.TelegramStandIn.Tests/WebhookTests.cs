using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.TelegramStandIn.Tests;

/// <summary>Updates go to a webhook: with its secret, in order, again until they are taken.</summary>
public sealed class WebhookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://bot.example.org/telegram", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("https://bot.example.org:9000/telegram", "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    public async Task An_address_that_will_not_do_is_refused(string address, string why)
    {
        await using var running = await Running.StartAsync();

        Assert.Equal(why, (string?)(await running.Bot.CallAsync("setWebhook", new JsonObject { ["url"] = address }))["description"]);
    }

    [Fact]
    public async Task An_update_comes_with_the_secret_and_again_after_a_refusal()
    {
        await using var hook = await Hook.StartAsync(refusals: 1);
        await using var running = await Running.StartAsync(new() { WebhookRoute = address => new(hook.Address, address.PathAndQuery) });
        await running.Bot.CallAsync("setWebhook", """{"url":"https://bot.example.org/telegram","secret_token":"a-secret_1"}""");

        running.Ana.Says("one");
        var refused = await running.Server.HookStatuses.NextAsync(_ => true, Ct);
        var taken = running.Server.HookStatuses.NextAsync(_ => true, Ct);
        while (!taken.IsCompleted)
        {
            running.Clock.Advance(TimeSpan.FromSeconds(1)); // It may not wait yet when the clock is first moved.
            await Task.Yield();
        }

        Assert.Equal((503, 200, 0), (refused, await taken, running.Server.Updates.Pending));
        Assert.Equal(["a-secret_1 /telegram one", "a-secret_1 /telegram one"], hook.Came);
        Assert.Equal("https://bot.example.org/telegram", (string?)(await running.Bot.CallAsync("getWebhookInfo"))["result"]!["url"]);
    }

    private sealed class Hook : IAsyncDisposable
    {
        private readonly WebApplication _server;
        private int _refusals;

        private Hook(WebApplication server, int refusals) => (_server, _refusals) = (server, refusals);

        public Uri Address => new(_server.Urls.Single());

        public ConcurrentQueue<string> Came { get; } = [];

        public static async Task<Hook> StartAsync(int refusals)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
            var hook = new Hook(builder.Build(), refusals);
            hook._server.Run(hook.TakeAsync);
            await hook._server.StartAsync(Ct);
            return hook;
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();

        private async Task TakeAsync(HttpContext context)
        {
            var update = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            Came.Enqueue($"{context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]} {context.Request.Path} {update!["message"]!["text"]}");
            context.Response.StatusCode = Interlocked.Decrement(ref _refusals) >= 0 ? 503 : 200;
        }
    }
}
