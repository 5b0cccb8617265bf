using System.Net;
using System.Text.Json;
using Bot.DiscordStandIn.Interactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace Bot.DiscordStandIn.Tests;

/// <summary>What is sent to a bot's own address is signed, and forged when it shall be.</summary>
public sealed class SignatureTests : StandInTest
{
    [Theory]
    [InlineData(Forgery.None, 200)]
    [InlineData(Forgery.OtherKey, 401)]
    [InlineData(Forgery.ChangedBody, 401)]
    [InlineData(Forgery.ChangedTime, 401)]
    [InlineData(Forgery.Unsigned, 401)]
    [InlineData(Forgery.Garbled, 401)]
    [InlineData(Forgery.Stale, 401)]
    public async Task A_careful_bot_tells_what_is_Discord_s_from_what_is_forged(Forgery forgery, int status)
    {
        await using var bot = await CarefulBotAsync();
        var sender = Sender(bot);

        Assert.Equal((status, status == 200 ? 1 : (int?)null), await sender.PingAsync(forgery, Ct));
    }

    [Fact]
    public async Task What_is_answered_is_carried_out_and_checked()
    {
        await using var bot = await CarefulBotAsync();
        await Caller.RegisterAsync("""[{"name":"about","description":"a"}]""", Ct);
        var (asked, late) = (Guild.Member("ada").Runs("/about"), Guild.Member("ada").Runs("/about"));

        Assert.Equal(200, await Sender(bot).SendAsync(asked, Ct));
        Assert.Equal("Hello", (await asked.ReplyAsync(Ct)).Text);
        Assert.Empty(Wrong);

        Clock.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal(200, await Sender(bot).SendAsync(late, Ct));
        Assert.Contains("too late", Assert.Single(Wrong), StringComparison.Ordinal);
    }

    private InteractionSender Sender(WebApplication bot) =>
        new(Discord.World, Discord.Violations, Caller.Http, new Uri(bot.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));

    /// <summary>A bot that checks signatures as Discord's documentation tells it to, and the time as any careful one does.</summary>
    private async Task<WebApplication> CarefulBotAsync()
    {
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(Discord.World.Signature.PublicKey), KeyBlobFormat.RawPublicKey);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var bot = builder.Build();
        bot.Run(async http =>
        {
            using var bytes = new MemoryStream();
            await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
            var time = http.Request.Headers["X-Signature-Timestamp"].ToString();
            var isSigned = TryHex(http.Request.Headers["X-Signature-Ed25519"].ToString(), out var signature)
                && SignatureAlgorithm.Ed25519.Verify(key, [.. System.Text.Encoding.UTF8.GetBytes(time), .. bytes.ToArray()], signature);
            if (!isSigned || DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, System.Globalization.CultureInfo.InvariantCulture)) < Clock.GetUtcNow().AddMinutes(-5))
            {
                http.Response.StatusCode = 401;
                return;
            }

            var isPing = JsonSerializer.Deserialize<JsonElement>(bytes.ToArray()).GetProperty("type").GetInt32() == 1;
            await http.Response.WriteAsync(isPing ? """{"type":1}""" : """{"type":4,"data":{"content":"Hello","allowed_mentions":{"parse":[]}}}""", http.RequestAborted);
        });
        await bot.StartAsync(Ct);
        return bot;
    }

    private static bool TryHex(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 2];
        return text.Length > 0 && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
    }
}
