using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>
/// One interaction on its way to its answer: at once, or put off within three seconds and given within fifteen minutes, or after that as a direct message
/// (docs.discord.com, interactions/receiving-and-responding).
/// </summary>
public sealed partial class PendingAnswer(Interaction interaction, IFirstAnswer first, DiscordRest rest, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A little less than what Discord gives.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(14.5);

    private readonly long _since = clock.GetTimestamp();

    /// <summary>Turning the page of what only the presser sees changes it in its place; what all see stays as it is.</summary>
    private readonly bool _isUpdate = interaction.Data?.CustomId is { } pressed && ButtonIds.TurnsPage(pressed)
        && (interaction.GuildId is null || (interaction.Message?.Flags & MessageFlags.Ephemeral) != 0);

    private bool _isPutOff;

    /// <summary>In a server only the asker sees the answer.</summary>
    private int? Flags => interaction.GuildId is null ? null : MessageFlags.Ephemeral;

    /// <summary>Tells Discord that the answer takes longer.</summary>
    /// <returns>False when it is too late for any answer.</returns>
    public async Task<bool> PutOffAsync(CancellationToken ct)
    {
        var answer = _isUpdate ? new InteractionAnswer(InteractionAnswer.DeferredUpdate) : new InteractionAnswer(InteractionAnswer.Deferred, new AnswerData { Flags = Flags });
        return _isPutOff = Check(await first.SendAsync(answer, ct));
    }

    /// <summary>Gives the answer.</summary>
    /// <param name="file">Goes out with the last message.</param>
    public async Task GiveAsync(IReadOnlyList<MessageBody> messages, AttachedFile? file, CancellationToken ct)
    {
        // A file cannot be in every kind of first answer.
        if (clock.GetElapsedTime(_since) > Life || (file is not null && !_isPutOff && !await PutOffAsync(ct)))
        {
            await GiveDirectlyAsync(messages, file, ct);
            return;
        }

        for (var at = 0; at < messages.Count; at++)
        {
            // A message without rows of buttons would keep those that it had.
            var message = messages[at] with { Flags = Flags, Components = messages[at].Components ?? (_isUpdate ? [] : null) };
            if (!await GiveOneAsync(message, at == 0, at == messages.Count - 1 ? file : null, ct))
            {
                await (at == 0 && !_isPutOff ? GiveDirectlyAsync(messages, file, ct) : Task.CompletedTask);
                return;
            }
        }
    }

    /// <summary>The place for the answer is gone; the asker is told all the same, and nobody else. There buttons would ask for another community.</summary>
    public async Task GiveDirectlyAsync(IReadOnlyList<MessageBody> messages, AttachedFile? file, CancellationToken ct)
    {
        if ((interaction.Member?.User ?? interaction.User) is not { } user || await rest.ReadAsync(Routes.OpenDirect(user.Id), DiscordJson.Default.Identified, ct) is not { } direct)
        {
            LogNotGiven(interaction.Id, nameof(Routes.OpenDirect));
            return;
        }

        for (var at = 0; at < messages.Count; at++)
        {
            var last = at == messages.Count - 1 ? file : null;
            var message = messages[at] with
            {
                Content = at == 0 ? DiscordWords.Late : null,
                Components = interaction.GuildId is null ? messages[at].Components : null,
                Nonce = $"{interaction.Id}-{at}",
                EnforceNonce = true,
                Attachments = last is null ? null : [new AttachmentPart("0", last.Name)],
            };
            if (!Check(await rest.SendAsync(Routes.WriteMessage(direct.Id, message) with { File = last }, Patience, ct), isDirect: true))
            {
                return;
            }
        }
    }

    private async Task<bool> GiveOneAsync(MessageBody message, bool isFirst, AttachedFile? file, CancellationToken ct)
    {
        if (isFirst && !_isPutOff)
        {
            return Check(await first.SendAsync(new InteractionAnswer(_isUpdate ? InteractionAnswer.Update : InteractionAnswer.Message, AnswerData.Of(message)), ct));
        }

        message = file is null ? message : message with { Attachments = [new AttachmentPart("0", file.Name)] };
        var request = isFirst ? Routes.EditAnswer(interaction.ApplicationId, interaction.Token, message with { Flags = null }) : Routes.FollowUp(interaction.ApplicationId, interaction.Token, message);
        return Check(await rest.SendAsync(request with { File = file }, Patience, ct));
    }

    private bool Check(RestAnswer answer, bool isDirect = false)
    {
        if (answer is RestAnswer.Refused { Code: not (ErrorCode.UnknownInteraction or ErrorCode.UnknownWebhook or ErrorCode.InvalidToken or ErrorCode.TakesNoMessages) } refused)
        {
            LogRefused(interaction.Id, refused.Status, refused.Code, refused.Message);
        }
        else if (answer is not RestAnswer.Done && !isDirect)
        {
            LogNoPlace(interaction.Id, answer.GetType().Name);
        }
        else if (answer is not RestAnswer.Done)
        {
            LogNotGiven(interaction.Id, answer.GetType().Name);
        }

        return answer is RestAnswer.Done;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord keeps no place for an answer to interaction {Interaction} any more, or cannot be reached ({Answer})")]
    private partial void LogNoPlace(string interaction, string answer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer to interaction {Interaction} did not arrive: it was too late and its asker takes no direct messages, or Discord cannot be reached ({Answer})")]
    private partial void LogNotGiven(string interaction, string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord did not take an answer to interaction {Interaction}: {Status} {Code} {Reason}")]
    private partial void LogRefused(string interaction, int status, int code, string reason);
}
