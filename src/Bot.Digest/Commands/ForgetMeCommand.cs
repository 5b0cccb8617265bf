using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/forget me: takes the asker out of everything that is stored, after asking.</summary>
public sealed class ForgetMeCommand(IForgetting forgetting) : IChatCommand
{
    internal const string Name = "forget me";

    public CommandSpec Spec => new(Name, CommandWords.ForgetMeSummary, Access.Everyone, CommandGroup.Bot)
    {
        IsForStrangers = true,
        Arguments = [Confirmation.Argument],
        Examples = ["/forget me"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (!Confirmation.IsGiven(call))
        {
            return Confirmation.Ask(ForgetWords.MeSure, ForgetWords.ButtonForgetMe, Name);
        }

        await forgetting.ForgetUserAsync(call.Chat.Platform, call.User, ct);
        return Reply.Ok(new Paragraph(ForgetWords.MeDone));
    }
}
