using System.Collections.Concurrent;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>
/// Shows a private answer to the whole channel, as its reader saw it, where the reader may write. A press brings along only the message with the button:
/// what stood before it is remembered for the last answers of several messages. Safe for many threads.
/// </summary>
public sealed class Sharing(DiscordRest rest)
{
    private const char Behind = ':';

    /// <summary>Answers of several messages; an older one has to be asked for again.</summary>
    private const int Remembered = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, IReadOnlyList<MessageBody>> _before = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Whether a button shares.</summary>
    public static bool Shares(string? id) => id is not null && (id == ButtonIds.Share || id.StartsWith(ButtonIds.Share + Behind, StringComparison.Ordinal));

    /// <summary>The answer with the button under its last message, where its reader may write and there is room for it.</summary>
    public IReadOnlyList<MessageBody> Offer(Interaction interaction, IReadOnlyList<MessageBody> answer) =>
        MayWrite(interaction) ? [.. answer.SkipLast(1), Offer(answer[^1], answer.Count == 1 ? ButtonIds.Share : Remember(interaction.Id, [.. answer.SkipLast(1)]))] : answer;

    /// <summary>Takes the button away, so that it is shared once, and writes the answer for all with the name of who shared it.</summary>
    public async Task ShareAsync(Interaction interaction, IFirstAnswer first, CancellationToken ct)
    {
        if (interaction is not { Message: { } shown, Data.CustomId: { } pressed, Member: { User: { } user } member })
        {
            return;
        }

        if (!MayWrite(interaction) || Before(pressed) is not { } before)
        {
            var why = DiscordRenderer.Render(Reply.Problem(MayWrite(interaction) ? DiscordWords.OldButton : DiscordWords.MayNotWrite));
            await first.SendAsync(new InteractionAnswer(InteractionAnswer.Message, AnswerData.Of(why[0]) with { Flags = MessageFlags.Ephemeral }), ct);
            return;
        }

        var last = new MessageBody { Embeds = shown.Embeds, Components = Without(shown.Components ?? [], pressed) };
        var answer = await first.SendAsync(new InteractionAnswer(InteractionAnswer.Update, AnswerData.Of(last)), ct);
        var sharedBy = $"-# {DiscordWords.SharedBy(DiscordMarkdown.Escape(member.Nick ?? Askers.NameOf(user)))}";
        foreach (var (at, message) in before.Append(last).Index())
        {
            if (answer is not RestAnswer.Done)
            {
                return;
            }

            answer = await rest.SendAsync(Routes.FollowUp(interaction.ApplicationId, interaction.Token, message with { Content = at == 0 ? sharedBy : null }), Patience, ct);
        }
    }

    /// <summary>What all see is written by the bot, which would write where its reader must not.</summary>
    private static bool MayWrite(Interaction interaction) => Permissions.Read(interaction.Member?.Permissions).Has(
        interaction.Channel is { Type: Channel.NewsThread or Channel.PublicThread or Channel.PrivateThread } ? Permissions.SendInThreads : Permissions.SendMessages);

    private static MessageBody Offer(MessageBody message, string id)
    {
        var rows = (message.Components ?? []).ToList();
        var share = new Component { Type = Component.Button, Style = Component.Secondary, Label = DiscordWords.Share, CustomId = id };
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

    private static List<Component> Without(IReadOnlyList<Component> rows, string pressed) => [.. rows
        .Select(row => row with { Components = [.. (row.Components ?? []).Where(one => one.CustomId != pressed)] })
        .Where(row => row.Components!.Count > 0)];

    private string Remember(string key, IReadOnlyList<MessageBody> before)
    {
        _before[key] = before;
        _order.Enqueue(key);
        if (_order.Count > Remembered && _order.TryDequeue(out var oldest))
        {
            _before.TryRemove(oldest, out _);
        }

        return $"{ButtonIds.Share}{Behind}{key}";
    }

    /// <summary>What stood before the message with the button; null when it is remembered no more.</summary>
    private IReadOnlyList<MessageBody>? Before(string pressed) => pressed == ButtonIds.Share ? [] : _before.GetValueOrDefault(pressed[(ButtonIds.Share.Length + 1)..]);
}
