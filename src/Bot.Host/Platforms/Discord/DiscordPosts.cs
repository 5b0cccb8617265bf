using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord;

/// <summary>
/// Digests in Discord's channels, threads and forums. A message carries its key as nonce, so that a second try makes no second message. A forum's post
/// takes no nonce: before one is made, it is looked for among the newest.
/// </summary>
public sealed class DiscordPosts(DiscordRest rest, IButtonCommands buttons, TimeProvider clock) : IChatPlatform
{
    private const int LongestThreadName = 100;

    /// <summary>What follows the title of a digest whose rest begins a thread of its own.</summary>
    private const string GoesOn = " …";

    /// <summary>How long a post waits for its turn here; longer and it goes back to the ledger.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A thread of that name which is younger, and was not begun here by another post, was made by an earlier try.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <summary>The newest thread of each forum: messages without a title go on in it.</summary>
    private readonly ConcurrentDictionary<string, ForumThread> _forums = new(StringComparer.Ordinal);

    /// <summary>The post that began each recent thread, by its key.</summary>
    private readonly ConcurrentDictionary<string, string> _begun = new(StringComparer.Ordinal);

    public string Name => DiscordPlatform.Name;

    /// <inheritdoc/>
    /// <remarks>Discord keeps nonces for "a few minutes" (docs.discord.com, resources/message); fifty requests a second are its limit for a bot, two of which are left for everything else.</remarks>
    public PostingTerms Terms { get; } = new() { KeyLife = TimeSpan.FromMinutes(2), MessagesASecond = 48, ChannelGap = _ => TimeSpan.FromSeconds(1), MostOnTheirWay = 20 };

    public IReadOnlyList<string> Render(Reply reply, CultureInfo language)
    {
        CultureInfo.CurrentUICulture = language;
        return [.. DiscordRenderer.Render(reply).Select(message => JsonSerializer.Serialize(message, DiscordJson.Default.MessageBody))];
    }

    public async Task<PostOutcome> PostAsync(Post post, CancellationToken ct)
    {
        var message = await ReadAsync(post, ct) with
        {
            Nonce = post.Key,
            EnforceNonce = true,
            Flags = post.IsSilent ? MessageFlags.Silent : null,
        };
        if (_forums.TryGetValue(post.To.Channel, out var thread))
        {
            return await PostInForumAsync(post.To, thread, message, ct);
        }

        var answer = await rest.SendAsync(Routes.WriteMessage(post.To.Channel, message), Patience, ct);
        return answer is RestAnswer.Refused { Code: ErrorCode.NotATextChannel } && await IsForumAsync(post.To.Channel, ct)
            ? await PostInForumAsync(post.To, thread: null, message, ct)
            : PostOutcomes.Of(answer);
    }

    public async Task<PostOutcome> EditAsync(Post post, string message, CancellationToken ct)
    {
        var (thread, id) = message.Split('/') is [var inside, var inThread] ? (inside, inThread) : (post.To.Channel, message);
        var outcome = PostOutcomes.Of(await rest.SendAsync(Routes.EditMessage(thread, id, await ReadAsync(post, ct)), Patience, ct));
        return outcome is Posted ? new Posted(message) : outcome;
    }

    private async Task<MessageBody> ReadAsync(Post post, CancellationToken ct) =>
        await ButtonIds.ShortenAsync(JsonSerializer.Deserialize(post.Body, DiscordJson.Default.MessageBody)!, buttons, ct);

    private async Task<bool> IsForumAsync(string channel, CancellationToken ct) =>
        await rest.ReadAsync(Routes.FindChannel(channel), DiscordJson.Default.Channel, ct) is { Type: Channel.Forum or Channel.Media };

    /// <summary>A digest begins a thread that is called as its title; what is left of it goes on in there.</summary>
    private async Task<PostOutcome> PostInForumAsync(ChatAddress forum, ForumThread? thread, MessageBody message, CancellationToken ct)
    {
        var title = message.Embeds is [var first, ..] ? first.Title : null;
        var isRest = title is null;
        if (isRest && thread is not null)
        {
            // Somebody may have deleted or locked it: the forum is there all the same.
            var inside = PostOutcomes.Of(await rest.SendAsync(Routes.WriteMessage(thread.Id, message), Patience, ct));
            if (inside is not PostRefused { Why: Refusal.Gone or Refusal.TopicClosed })
            {
                return Inside(thread.Id, inside);
            }
        }

        title = title is null ? thread?.Title ?? DiscordWords.Digest : DiscordMarkdown.Unescape(title);
        var name = DiscordMarkdown.Short(isRest ? title + GoesOn : title, LongestThreadName);
        var outcome = await FindThreadAsync(forum, name, message.Nonce!, ct) is { } made
            ? new Posted(made)
            : PostOutcomes.Of(await rest.SendAsync(Routes.BeginThread(forum.Channel, new ThreadBody(name, message with { Nonce = null, EnforceNonce = null })), Patience, ct));
        if (outcome is Posted posted)
        {
            Keep(forum, new ForumThread(posted.Message, title), message.Nonce!);
            return Inside(posted.Message, outcome);
        }

        return outcome;
    }

    /// <summary>The thread that an earlier try of a post made.</summary>
    private async Task<string?> FindThreadAsync(ChatAddress forum, string name, string key, CancellationToken ct)
    {
        var threads = await rest.ReadAsync(Routes.ListThreads(forum.Community), DiscordJson.Default.ThreadList, ct);
        return threads?.Threads.FirstOrDefault(one => one.ParentId == forum.Channel && one.Name == name && IsRecent(one.Id) && _begun.GetValueOrDefault(one.Id, key) == key)?.Id;
    }

    private void Keep(ChatAddress forum, ForumThread thread, string key)
    {
        _forums[forum.Channel] = thread;
        _begun[thread.Id] = key;
        foreach (var old in _begun.Keys.Where(id => !IsRecent(id)))
        {
            _begun.TryRemove(old, out _);
        }
    }

    private bool IsRecent(string thread) => clock.GetUtcNow() - Snowflake.Time(thread) < Recent;

    /// <summary>What a forum shows stands in threads: a message there is named with its thread, whose first one has the thread's own id.</summary>
    private static PostOutcome Inside(string thread, PostOutcome outcome) => outcome is Posted posted ? new Posted($"{thread}/{posted.Message}") : outcome;

    /// <summary>A thread of a forum, and the title of the digest in it.</summary>
    private sealed record ForumThread(string Id, string Title);
}
