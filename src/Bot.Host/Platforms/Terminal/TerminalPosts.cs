using System.Globalization;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Terminal;

/// <summary>Digests that are posted into the conversation at this machine: while nobody converses they wait.</summary>
public sealed class TerminalPosts : IChatPlatform
{
    private static readonly TimeSpan UntilSomebodyConverses = TimeSpan.FromSeconds(10);

    private volatile Action<Reply>? _show;

    public string Name => TerminalPlatform.Name;

    public PostingTerms Terms { get; } = new() { MessagesASecond = 10, MostOnTheirWay = 1 };

    public IReadOnlyList<string> Render(Reply reply, CultureInfo language) => [ReplyJson.Write(reply)];

    public Task<PostOutcome> PostAsync(Post post, CancellationToken ct)
    {
        if (_show is not { } show)
        {
            return Task.FromResult<PostOutcome>(new PostLater(UntilSomebodyConverses, IsForAll: true));
        }

        show(ReplyJsonReader.Read(post.Body));
        return Task.FromResult<PostOutcome>(new Posted(post.Key));
    }

    /// <inheritdoc/>
    /// <remarks>What stands on a screen cannot be changed: it is said again.</remarks>
    public Task<PostOutcome> EditAsync(Post post, string message, CancellationToken ct) => PostAsync(post, ct);

    /// <summary>A conversation begins.</summary>
    /// <param name="show">Puts a post on the screen.</param>
    /// <returns>To be disposed when the conversation ends.</returns>
    public IDisposable Begin(Action<Reply> show)
    {
        _show = show;
        return new Ended(() => _show = null);
    }

    private sealed class Ended(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
