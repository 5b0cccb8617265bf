using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Host.Platforms.Discord.Wire;
using Microsoft.Extensions.Options;
using NSec.Cryptography;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>
/// POST /discord/interactions: interactions as requests of Discord's, signed with Ed25519 over time and body (docs.discord.com,
/// interactions/receiving-and-responding). Discord tries with wrong signatures whether they are refused.
/// </summary>
public sealed class HttpInteractions(InteractionDesk desk, IOptions<DiscordOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    public const string Path = "/discord/interactions";

    private const int LargestBody = 1024 * 1024;

    /// <summary>A request that is older, or from the future, is taken for one that somebody kept and sends again.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Longer and Discord has hung up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly PublicKey _key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(options.Value.PublicKey), KeyBlobFormat.RawPublicKey);

    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (await ReadAsync(context.Request) is not { } body || !IsSigned(context.Request, body))
        {
            return Results.Unauthorized();
        }

        Interaction? interaction;
        try
        {
            interaction = JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        if (interaction is not { IsWhole: true })
        {
            return Results.BadRequest();
        }

        if (interaction.Type == Interaction.Ping)
        {
            return Answer(new InteractionAnswer(InteractionAnswer.Pong));
        }

        var first = new InlineAnswer();

        // What is put off goes on when this request has long been answered.
        var handling = Task.Run(() => desk.HandleAsync(interaction, first, lifetime.ApplicationStopping), lifetime.ApplicationStopping);
        await Task.WhenAny(first.Given, handling, Task.Delay(Patience, clock, context.RequestAborted));
        return first.GiveUp() ? Results.NoContent() : Answer(await first.Given);
    }

    private static IResult Answer(InteractionAnswer answer) => Results.Json(answer, DiscordJson.Default.InteractionAnswer);

    private bool IsSigned(HttpRequest request, byte[] body)
    {
        var time = request.Headers["X-Signature-Timestamp"].ToString();
        var signature = new byte[SignatureAlgorithm.Ed25519.SignatureSize];
        return long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Window
            && Convert.FromHexString(request.Headers["X-Signature-Ed25519"].ToString(), signature, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == signature.Length
            && SignatureAlgorithm.Ed25519.Verify(_key, [.. Encoding.UTF8.GetBytes(time), .. body], signature);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var read and > 0)
        {
            await body.WriteAsync(buffer.AsMemory(0, read), request.HttpContext.RequestAborted);
            if (body.Length > LargestBody)
            {
                return null;
            }
        }

        return body.ToArray();
    }
}
