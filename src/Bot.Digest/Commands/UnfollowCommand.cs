using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/unfollow: no more posts about one thing.</summary>
public sealed class UnfollowCommand(IFollows follows) : IChatCommand
{
    internal const string Name = "unfollow";

    private const string Number = "number";

    public CommandSpec Spec => new(Name, FollowWords.UnfollowSummary, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments = [new(Number, ArgumentKind.Number, FollowWords.Number) { Positional = true, Min = 1 }, SharedArguments.In],
        Examples = ["/unfollow", "/unfollow 2"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var channel = await follows.ListAsync(call.Community, call.Chat, ct);
        var number = call.Arguments.ContainsKey(Number) ? call.Number(Number, 0) : (int?)null;
        var found = number is null && channel is [var only] ? only : channel.FirstOrDefault(one => one.Order.Number == number);
        if (found is null)
        {
            return channel.Count == 0 ? Reply.Ok(new Paragraph(FollowWords.NoFollows($"/{FollowCommand.Name}"))) : Ask(channel, number, call);
        }

        await follows.EndAsync(call.Editor, found.Order.Id, ct);
        var again = found.Target is { Kind: FollowKind.Story, Id: { } story } ? StoryLines.Typed(new StoryId(story)) : found.Slug ?? found.Target.Words;
        return new Reply
        {
            Blocks = [new Paragraph(FollowWords.Unfollowed(found.Target.Words))],
            Buttons = [[new Button(FollowWords.ButtonFollow, CommandText.Of(FollowCommand.Name, again, (FollowCommand.Every, (int)found.Every.TotalMinutes)))]],
        };
    }

    private Reply Ask(IReadOnlyList<Follow> channel, int? number, CommandCall call) => new()
    {
        Kind = ReplyKind.Question,
        Blocks = [new Paragraph(number is { } wrong ? FollowWords.NoSuchFollow(wrong) : FollowWords.WhichFollow), .. channel.Select(FollowLines.Entry)],
        Buttons = ButtonRow.Of(channel.Select(follow => new Button(
            FollowWords.ButtonUnfollowOne(SubscriptionLines.Number(follow.Order)), CommandText.Again(Spec, call, Number, SubscriptionLines.Number(follow.Order))))),
    };
}
