using System.Text.Json;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>
/// One interaction on its way to its answer: at once, or put off within three seconds and given within fifteen minutes, or after that as a direct message
/// (docs.discord.com, interactions/receiving-and-responding).
/// </summary>
/// <param name="isUpdate">The answer takes the place of the message whose button was pressed.</param>
/// <param name="isPrivate">Only the asker sees it.</param>
public sealed partial class PendingAnswer(
    Interaction interaction, User user, IFirstAnswer first, DiscordRest rest, TimeProvider clock, ILogger logger, bool isUpdate, bool isPrivate)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A little less than what Discord gives.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(14.5);

    private readonly long _since = clock.GetTimestamp();
    private bool _isPutOff;

    private int? Flags => isPrivate ? MessageFlags.Ephemeral : null;

    /// <summary>Tells Discord that the answer takes longer.</summary>
    /// <returns>False when it is too late for any answer.</returns>
    public async Task<bool> PutOffAsync(CancellationToken ct)
    {
        var answer = isUpdate ? new InteractionAnswer(InteractionAnswer.DeferredUpdate) : new InteractionAnswer(InteractionAnswer.Deferred, new AnswerData { Flags = Flags });
        _isPutOff = await first.SendAsync(answer, ct);
        if (!_isPutOff)
        {
            LogTooLate(interaction.Id);
        }

        return _isPutOff;
    }

    /// <summary>Gives the answer.</summary>
    /// <param name="file">Goes out with the last message.</param>
    public async Task GiveAsync(IReadOnlyList<MessageBody> messages, AttachedFile? file, CancellationToken ct)
    {
        // A file cannot be in every kind of first answer.
        if (file is not null && !_isPutOff && !await PutOffAsync(ct))
        {
            return;
        }

        if (clock.GetElapsedTime(_since) > Life)
        {
            await GiveDirectlyAsync(messages, file, ct);
            return;
        }

        for (var at = 0; at < messages.Count; at++)
        {
            // A message without rows of buttons would keep those that it had.
            var message = messages[at] with { Flags = Flags, Components = messages[at].Components ?? (isUpdate ? [] : null) };
            if (!await GiveOneAsync(message, at == 0, at == messages.Count - 1 ? file : null, ct))
            {
                return;
            }
        }
    }

    private async Task<bool> GiveOneAsync(MessageBody message, bool isFirst, AttachedFile? file, CancellationToken ct)
    {
        if (isFirst && !_isPutOff)
        {
            var given = await first.SendAsync(new InteractionAnswer(isUpdate ? InteractionAnswer.Update : InteractionAnswer.Message, AnswerData.Of(message)), ct);
            if (!given)
            {
                LogTooLate(interaction.Id);
            }

            return given;
        }

        message = file is null ? message : message with { Attachments = [new AttachmentPart("0", file.Name)] };
        var request = isFirst ? Routes.EditAnswer(interaction.ApplicationId, interaction.Token, message with { Flags = null }) : Routes.FollowUp(interaction.ApplicationId, interaction.Token, message);
        return Check(await rest.SendAsync(request with { File = file }, Patience, ct));
    }

    /// <summary>The place for the answer is gone; the asker is told all the same, and nobody else.</summary>
    private async Task GiveDirectlyAsync(IReadOnlyList<MessageBody> messages, AttachedFile? file, CancellationToken ct)
    {
        if (await rest.ReadAsync(Routes.OpenDirect(user.Id), DiscordJson.Default.Identified, ct) is not { } direct)
        {
            return;
        }

        for (var at = 0; at < messages.Count; at++)
        {
            var last = at == messages.Count - 1 ? file : null;
            var message = messages[at] with
            {
                Content = at == 0 ? DiscordWords.Late : null,
                Nonce = $"{interaction.Id}-{at}",
                EnforceNonce = true,
                Attachments = last is null ? null : [new AttachmentPart("0", last.Name)],
            };
            Check(await rest.SendAsync(Routes.WriteMessage(direct.Id, message) with { File = last }, Patience, ct));
        }
    }

    private bool Check(RestAnswer answer)
    {
        if (answer is RestAnswer.Refused refused)
        {
            LogRefused(interaction.Id, refused.Status, refused.Code, refused.Message);
        }

        return answer is RestAnswer.Done;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord waits no more for an answer to interaction {Interaction}")]
    private partial void LogTooLate(string interaction);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord did not take an answer to interaction {Interaction}: {Status} {Code} {Reason}")]
    private partial void LogRefused(string interaction, int status, int code, string reason);
}
