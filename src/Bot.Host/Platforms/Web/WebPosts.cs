using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Host.Platforms.Web;

/// <summary>Digests that are posted into the conversation on the page, for everybody who opens it. It shows what the ledger holds, so that to be there is to be sent.</summary>
public sealed class WebPosts(IDeliveryLedger ledger) : IChatPlatform
{
    /// <summary>Where the page's digests go.</summary>
    public static readonly ChatAddress Channel = new("web", "page", "page");

    /// <summary>Digests that the page still shows.</summary>
    private const int Shown = 5;

    public string Name => Channel.Platform;

    public PostingTerms Terms { get; } = new() { MessagesASecond = 100, MostOnTheirWay = 1 };

    public IReadOnlyList<string> Render(Reply reply, CultureInfo language) => [ReplyJson.Write(reply)];

    public Task<PostOutcome> PostAsync(Post post, CancellationToken ct) => Task.FromResult<PostOutcome>(new Posted(post.Key));

    public Task<PostOutcome> EditAsync(Post post, string message, CancellationToken ct) => PostAsync(post, ct);

    /// <summary>What was posted lately, the oldest first. Their numbers are below zero: those of turns are above.</summary>
    public async Task<IReadOnlyList<Turn>> ReadAsync(CancellationToken ct) =>
        [.. (await ledger.SentAsync(Channel, Shown, ct)).Reverse().Select(post => new Turn(-(int)post.Id.Value, "", ReplyJsonReader.Read(post.Body), post.At))];
}
