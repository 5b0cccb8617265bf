using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>Shows a private answer to the whole channel, as its reader saw it.</summary>
public static class Sharing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The message with the button, where there is room for it.</summary>
    public static MessageBody Offer(MessageBody message)
    {
        var rows = (message.Components ?? []).ToList();
        var share = new Component { Type = Component.Button, Style = Component.Secondary, Label = DiscordWords.Share, CustomId = ButtonIds.Share };
        var room = rows.FindIndex(row => row.Components![0].Type == Component.Button && row.Components.Count < DiscordLimits.ButtonsARow);
        if (room >= 0)
        {
            rows[room] = rows[room] with { Components = [.. rows[room].Components!, share] };
        }
        else if (rows.Count < DiscordLimits.Rows)
        {
            rows.Add(new Component { Type = Component.Row, Components = [share] });
        }

        return message with { Components = rows };
    }

    /// <summary>Takes the button away, so that it is shared once, and writes the answer for all with the name of who shared it.</summary>
    public static async Task ShareAsync(Interaction interaction, IFirstAnswer first, DiscordRest rest, CancellationToken ct)
    {
        if (interaction is not { Message: { } shown, Member: { User: { } user } member })
        {
            return;
        }

        IReadOnlyList<Component> rows = [.. (shown.Components ?? [])
            .Select(row => row with { Components = [.. (row.Components ?? []).Where(one => one.CustomId != ButtonIds.Share)] })
            .Where(row => row.Components!.Count > 0)];
        var message = new MessageBody { Embeds = shown.Embeds, Components = rows };
        if (await first.SendAsync(new InteractionAnswer(InteractionAnswer.Update, AnswerData.Of(message)), ct) is RestAnswer.Done)
        {
            var name = DiscordMarkdown.Escape(member.Nick ?? Askers.NameOf(user));
            await rest.SendAsync(Routes.FollowUp(interaction.ApplicationId, interaction.Token, message with { Content = $"-# {DiscordWords.SharedBy(name)}" }), Patience, ct);
        }
    }
}
