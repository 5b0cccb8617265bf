using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/forget community: takes this community out with all that is its own, after asking.</summary>
public sealed class ForgetCommunityCommand(IForgetting forgetting, ISubscriptions subscriptions, ICommunities communities) : IChatCommand
{
    internal const string Name = "forget community";

    public CommandSpec Spec => new(Name, CommandWords.ForgetCommunitySummary, Access.Manager, CommandGroup.Bot)
    {
        IsForStrangers = true,
        Arguments = [Confirmation.Argument, SharedArguments.In],
        Examples = ["/forget community"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Community == CommunityId.DefaultSet)
        {
            return Reply.Ok(new Paragraph(ForgetWords.DefaultSet(CommandText.Of(SourceRemoveCommand.Name))));
        }

        if (Confirmation.IsGiven(call))
        {
            await forgetting.ForgetCommunityAsync(call.Community, ct);
            return Reply.Ok(new Paragraph(ForgetWords.CommunityDone));
        }

        var digests = await subscriptions.ListAsync(call.Community, channel: null, ct);
        var sources = (await communities.FindAsync(call.Community, ct))?.Sources ?? 0;
        return Confirmation.Ask(ForgetWords.CommunitySure(digests.Count, sources), ForgetWords.ButtonForgetCommunity, Name);
    }
}
