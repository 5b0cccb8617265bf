using System.Collections.Concurrent;
using System.Globalization;
using Bot.Digest.Chat;

namespace Bot.Host.Tests.Deliveries;

/// <summary>A platform that answers as it is told to, and remembers what it was sent.</summary>
internal sealed class ScriptedPlatform(Func<Post, int, PostOutcome> answer) : IChatPlatform
{
    private readonly ConcurrentDictionary<string, int> _tries = [];
    private readonly Lock _lock = new();
    private int _onTheirWay;

    public string Name => "telegram";

    public PostingTerms Terms { get; init; } = new() { MessagesASecond = 100_000, MostOnTheirWay = 4 };

    /// <summary>Completes when a message may be answered.</summary>
    public Task Gate { get; init; } = Task.CompletedTask;

    public List<Post> Posts { get; } = [];

    public int MostAtOnce { get; private set; }

    public TaskCompletionSource FirstCame { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs while something is rendered.</summary>
    public Action OnRender { get; init; } = () => { };

    public IReadOnlyList<string> Render(Reply reply, CultureInfo language)
    {
        OnRender();
        return [ReplyJson.Write(reply)];
    }

    public async Task<PostOutcome> PostAsync(Post post, CancellationToken ct)
    {
        lock (_lock)
        {
            Posts.Add(post);
            MostAtOnce = Math.Max(MostAtOnce, ++_onTheirWay);
        }

        FirstCame.TrySetResult();
        try
        {
            await Gate.WaitAsync(ct);
            await Task.Yield();
            return answer(post, _tries.AddOrUpdate(post.Key, 1, (_, tries) => tries + 1));
        }
        finally
        {
            lock (_lock)
            {
                _onTheirWay--;
            }
        }
    }

    /// <summary>What was put in the place of which message.</summary>
    public List<(string Message, string Body)> Edits { get; } = [];

    public Task<PostOutcome> EditAsync(Post post, string message, CancellationToken ct)
    {
        Edits.Add((message, post.Body));
        return Task.FromResult(answer(post, _tries.AddOrUpdate(post.Key, 1, (_, tries) => tries + 1)));
    }
}
