using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/unsubscribe: no more digests here.</summary>
public sealed class UnsubscribeCommand(ISubscriptions subscriptions) : IChatCommand
{
    internal const string Name = "unsubscribe";

    public CommandSpec Spec => new(Name, SubscriptionCommandWords.Unsubscribe, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments = [new(SubscriptionChoice.Number, ArgumentKind.Number, SubscriptionCommandWords.Number) { Positional = true, Min = 1 }, SharedArguments.In],
        Examples = ["/unsubscribe", "/unsubscribe 2"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var (subscription, instead) = await SubscriptionChoice.MakeAsync(subscriptions, Spec, call, ct);
        if (subscription is null)
        {
            return instead!;
        }

        await subscriptions.EndAsync(call.Editor, subscription.Id, ct);
        return Reply.Ok(new Paragraph(DeliveryWords.Unsubscribed($"/{SubscribeCommand.Name}")));
    }
}
