using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/deliveries again: sends a digest again whose arrival is uncertain. Only a person may: it may be there already.</summary>
public sealed class DeliveriesAgainCommand(IDigestHistory history) : IChatCommand
{
    internal const string Name = "deliveries again";

    private const string Number = "number";

    public CommandSpec Spec => new(Name, SubscriptionCommandWords.Again, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments = [new(Number, ArgumentKind.Number, SubscriptionCommandWords.AgainNumber) { Positional = true, Required = true, Min = 1 }, SharedArguments.In],
        Examples = ["/deliveries again 12"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var number = call.Number(Number, 0);
        return await history.SendAgainAsync(call.Editor, call.OwnChannel, new SlotId(number), ct) > 0
            ? Reply.Ok(new Paragraph(DeliveryWords.SentAgain))
            : Reply.Ok(new Paragraph(call.OwnChannel is null
                ? DeliveryWords.NothingAgain($"/{DeliveriesCommand.Name}")
                : DeliveryWords.NothingAgainHere(number, $"/{DeliveriesCommand.Name}")));
    }
}
