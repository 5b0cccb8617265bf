using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/subscriptions: this channel's digests.</summary>
public sealed class SubscriptionsCommand(ISubscriptions subscriptions) : IChatCommand
{
    internal const string Name = "subscriptions";

    public CommandSpec Spec => new(Name, SubscriptionCommandWords.Subscriptions, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments = [SharedArguments.In],
        Examples = ["/subscriptions"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var channel = await subscriptions.ListAsync(call.Community, call.Chat, ct);
        return channel.Count == 0
            ? Reply.Ok(new Paragraph(DeliveryWords.NoSubscription($"/{SubscribeCommand.Name}")))
            : Reply.Ok([new Heading(DeliveryWords.SubscriptionsTitle), .. channel.Select(subscription => SubscriptionLines.Entry(subscription, call))]);
    }
}
