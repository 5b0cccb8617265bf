using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/resume: this channel's digests come again; what was due while they were held back is not told later.</summary>
public sealed class ResumeCommand(ISubscriptions subscriptions) : IChatCommand
{
    internal const string Name = "resume";

    public CommandSpec Spec => new(Name, SubscriptionCommandWords.Resume, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments = [new(SubscriptionChoice.Number, ArgumentKind.Number, SubscriptionCommandWords.Number) { Positional = true, Min = 1 }, SharedArguments.In],
        Examples = ["/resume"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var (subscription, instead) = await SubscriptionChoice.MakeAsync(subscriptions, Spec, call, ct);
        if (subscription is null)
        {
            return instead!;
        }

        var resumed = await subscriptions.ChangeAsync(
            call.Editor, subscription.Id, subscription.Schedule.Resumed(call.Now.ToUniversalTime()), subscription.Wish, ct);
        return Reply.Ok(new Paragraph(SubscriptionLines.Next(resumed ?? subscription, call)));
    }
}
