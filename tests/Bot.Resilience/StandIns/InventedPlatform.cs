using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Digest.Chat;

namespace Bot.Resilience.StandIns;

/// <summary>Where the invented platform is, and what it promises.</summary>
/// <param name="KeyLife">Null for a platform without keys.</param>
internal sealed record InventedTerms(Uri Address, TimeSpan? KeyLife, double MessagesASecond, TimeSpan ChannelGap, int MostOnTheirWay)
{
    /// <summary>The environment variable that holds them.</summary>
    public const string Variable = "RESILIENCE_INVENTED_PLATFORM";

    /// <summary>Those of this process; null when it is to post elsewhere.</summary>
    public static InventedTerms? Current =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } json ? JsonSerializer.Deserialize<InventedTerms>(json) : null;
}

/// <summary>Posts to the invented platform; in the program's process, as the adapters of real platforms are.</summary>
internal sealed class InventedPlatform(InventedTerms terms) : IChatPlatform, IDisposable
{
    /// <summary>Longer than any answer is let wait by a stand-in that is not to be given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>While nobody listens at the port.</summary>
    private static readonly TimeSpan AfterNoConnection = TimeSpan.FromSeconds(1);

    /// <summary>Blocks of a message: a long digest has several messages.</summary>
    private const int MostBlocks = 4;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = terms.Address, Timeout = Patience };

    public string Name => InventedStandIn.Name;

    public PostingTerms Terms { get; } = new()
    {
        KeyLife = terms.KeyLife,
        MessagesASecond = terms.MessagesASecond,
        ChannelGap = _ => terms.ChannelGap,
        MostOnTheirWay = terms.MostOnTheirWay,
    };

    public IReadOnlyList<string> Render(Reply reply, CultureInfo language) =>
        [.. reply.Blocks.Chunk(MostBlocks).Select(blocks => ReplyJson.Write(reply with { Blocks = blocks, Buttons = [] }))];

    public async Task<PostOutcome> PostAsync(Post post, CancellationToken ct)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync("/messages", new InventedPost(post.To.Community, post.To.Channel, post.Key, post.Body), ct);
            switch (answer.StatusCode)
            {
                case HttpStatusCode.OK:
                    return new Posted((await answer.Content.ReadFromJsonAsync<InventedAnswer>(ct))!.Message);
                case HttpStatusCode.TooManyRequests:
                    var rest = (await answer.Content.ReadFromJsonAsync<InventedRest>(ct))!;
                    return new PostLater(TimeSpan.FromSeconds(rest.Seconds), rest.IsForAll);
                default:
                    return new PostUnclear();
            }
        }
        catch (HttpRequestException error)
        {
            // Without a connection nothing was sent; with one, nobody knows.
            return error.HttpRequestError == HttpRequestError.ConnectionError ? new PostLater(AfterNoConnection, IsForAll: true) : new PostUnclear();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new PostUnclear();
        }
    }

    public Task<PostOutcome> EditAsync(Post post, string message, CancellationToken ct) => throw new NotSupportedException();

    public void Dispose() => _http.Dispose();
}
