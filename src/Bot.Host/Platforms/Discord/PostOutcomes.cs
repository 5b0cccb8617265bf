using System.Text.Json;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord;

/// <summary>What Discord's answers mean for a post.</summary>
public static class PostOutcomes
{
    public static PostOutcome Of(RestAnswer answer) => answer switch
    {
        RestAnswer.Done done => Id(done.Body) is { } id ? new Posted(id) : new PostUnclear(),
        RestAnswer.Later later => new PostLater(later.After, later.IsForAll),
        RestAnswer.Refused refused => new PostRefused(Why(refused)),
        _ => new PostUnclear(),
    };

    private static Refusal Why(RestAnswer.Refused refused) => (refused.Status, refused.Code) switch
    {
        (401, _) => Refusal.BotRefused,
        (_, ErrorCode.LockedThread or ErrorCode.ArchivedThread) => Refusal.TopicClosed,
        (_, ErrorCode.UnknownMessage) => Refusal.ContentRefused,
        (404, _) or (_, ErrorCode.UnknownChannel or ErrorCode.UnknownGuild) => Refusal.Gone,
        (403, _) or (_, ErrorCode.MissingAccess or ErrorCode.MissingPermissions or ErrorCode.NotATextChannel) => Refusal.Forbidden,
        _ => Refusal.ContentRefused,
    };

    private static string? Id(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, DiscordJson.Default.Identified)?.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
