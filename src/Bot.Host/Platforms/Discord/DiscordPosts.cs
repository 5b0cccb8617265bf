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

    /// <summary>How long a post waits for its turn here; longer and it goes back to the ledger.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A thread of that name which is younger, and is not that of the digest before, was made by an earlier try.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <summary>The newest thread of each forum: messages without a title go on in it.</summary>
    private readonly ConcurrentDictionary<string, string> _forums = new(StringComparer.Ordinal);

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
    private async Task<PostOutcome> PostInForumAsync(ChatAddress forum, string? thread, MessageBody message, CancellationToken ct)
    {
        var title = message.Embeds is [var first, ..] ? first.Title : null;
        if (title is null && thread is not null)
        {
            // Somebody may have deleted or locked it: the forum is there all the same.
            var inside = PostOutcomes.Of(await rest.SendAsync(Routes.WriteMessage(thread, message), Patience, ct));
            if (inside is not PostRefused { Why: Refusal.Gone or Refusal.TopicClosed })
            {
                return Inside(thread, inside);
            }
        }

        title = title is null ? Name : DiscordMarkdown.Short(DiscordMarkdown.Unescape(title), LongestThreadName);
        var threads = await rest.ReadAsync(Routes.ListThreads(forum.Community), DiscordJson.Default.ThreadList, ct);
        var made = threads?.Threads.FirstOrDefault(one => one.ParentId == forum.Channel && one.Id != thread && one.Name == title && clock.GetUtcNow() - Snowflake.Time(one.Id) < Recent)?.Id;
        var outcome = made is not null
            ? new Posted(made)
            : PostOutcomes.Of(await rest.SendAsync(Routes.BeginThread(forum.Channel, new ThreadBody(title, message with { Nonce = null, EnforceNonce = null })), Patience, ct));
        if (outcome is Posted posted)
        {
            _forums[forum.Channel] = posted.Message;
            return Inside(posted.Message, outcome);
        }

        return outcome;
    }

    /// <summary>What a forum shows stands in threads: a message there is named with its thread, whose first one has the thread's own id.</summary>
    private static PostOutcome Inside(string thread, PostOutcome outcome) => outcome is Posted posted ? new Posted($"{thread}/{posted.Message}") : outcome;
}
