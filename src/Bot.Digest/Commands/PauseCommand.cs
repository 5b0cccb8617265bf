using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/pause: holds this channel's digests back.</summary>
public sealed class PauseCommand(ISubscriptions subscriptions) : IChatCommand
{
    internal const string Name = "pause";

    private const string For = "for";

    /// <summary>A longer rest is an end.</summary>
    private const int MostDays = 366;

    public CommandSpec Spec => new(Name, SubscriptionCommandWords.Pause, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments =
        [
            new(SubscriptionChoice.Number, ArgumentKind.Number, SubscriptionCommandWords.Number) { Positional = true, Min = 1 },
            new(For, ArgumentKind.Words, SubscriptionCommandWords.For),
            SharedArguments.In,
        ],
        Examples = ["/pause", "/pause for:7d"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var (subscription, instead) = await SubscriptionChoice.MakeAsync(subscriptions, Spec, call, ct);
        if (subscription is null)
        {
            // A number alone could be meant as days.
            return call.Arguments.ContainsKey(SubscriptionChoice.Number) && $"{call.Number(SubscriptionChoice.Number, 0)}d" is var days && DaysOf(days) is not null
                ? instead! with { Blocks = [.. instead.Blocks, new Note(DeliveryWords.PauseDays(CommandText.Of(Name, null, (For, days))))] }
                : instead!;
        }

        if (call.Text(For) is { } typed && DaysOf(typed) is null)
        {
            return Reply.Problem(DeliveryWords.NotATime(typed));
        }

        var until = call.Text(For) is { } rest ? call.Now.ToUniversalTime().AddDays(DaysOf(rest)!.Value) : DateTimeOffset.MaxValue;
        var paused = await subscriptions.ChangeAsync(
            call.Editor, subscription.Id, subscription.Schedule with { PausedUntil = until }, subscription.Wish, ct);
        return new Reply
        {
            Blocks =
            [
                new Paragraph(SubscriptionLines.Next(paused ?? subscription, call)),
                .. call.Text(For) is null ? [new Note(DeliveryWords.PauseDays(CommandText.Of(Name, SubscriptionLines.Number(subscription), (For, "7d"))))] : Array.Empty<Block>(),
            ],
            Buttons = [[new Button(DeliveryWords.ButtonResume, CommandText.Of(ResumeCommand.Name, SubscriptionLines.Number(subscription)))]],
        };
    }

    /// <summary>"7d", "2w", "7"; null for what is no such time.</summary>
    private static int? DaysOf(string typed)
    {
        var trimmed = typed.Trim();
        var (digits, factor) = trimmed switch
        {
            [.. var number, 'w' or 'W'] => (number, 7),
            [.. var number, 'd' or 'D'] => (number, 1),
            _ => (trimmed, 1),
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= MostDays / factor
            ? count * factor
            : null;
    }
}
