using System.Text;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/follow: posts about one person, topic or story as they come.</summary>
public sealed class FollowCommand(IFollows follows, IPeople people, IStories stories) : IChatCommand
{
    internal const string Name = "follow";

    private const string Target = "target";
    internal const string Every = "every";

    /// <summary>More often would be chatter, more seldom is what a digest is for.</summary>
    private const int LeastMinutes = 5;

    private const int MostMinutes = 24 * 60;
    private const int UsualMinutes = 60;

    /// <summary>What one community may follow, in all its channels together: each is looked for every minute.</summary>
    private const int MostOfCommunity = 20;

    /// <summary>Letters of what is followed: a list of all of them stays readable.</summary>
    private const int Longest = 200;

    public CommandSpec Spec => new(Name, FollowWords.FollowSummary, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments =
        [
            new(Target, ArgumentKind.Subject, FollowWords.Target) { Positional = true, Required = true },
            new(Every, ArgumentKind.Number, FollowWords.Every) { Min = LeastMinutes, Max = MostMinutes },
            SharedArguments.In,
        ],
        Examples = ["/follow ilse-varga", "/follow ferry strike every:120", "/follow 12"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text(Target)!;
        if (typed.Length > Longest || !typed.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            return Reply.Problem(FollowWords.NoWords(Longest, Spec.Examples[1]));
        }

        var target = await TargetAsync(call, typed, ct);
        var every = TimeSpan.FromMinutes(call.Number(Every, UsualMinutes));
        var terms = new FollowTerms(every, call.Zone.Id, call.Settings.Quiet, call.PostLanguage.Name);
        var before = await follows.ListAsync(call.Community, call.Chat, ct);
        return await follows.AddAsync(call.Editor, call.Chat, target, terms, MostOfCommunity, ct) is { } follow
            ? Told(follow, isNew: before.All(one => one.Order.Id != follow.Order.Id))
            : Reply.Problem(FollowWords.TooMany(MostOfCommunity, CommandText.Of(FollowingCommand.Name)));
    }

    /// <summary>A story's number first, then a name that is one person's alone, else words.</summary>
    private async Task<FollowTarget> TargetAsync(CommandCall call, string typed, CancellationToken ct)
    {
        if (await StoryChoice.NumberedAsync(stories, call, typed, ct) is { } story)
        {
            return new FollowTarget(FollowKind.Story, story.Story.Id.Value, story.Story.Headline);
        }

        return await NamedPerson.FindAsync(people, call, typed, ct) is { } person
            ? new FollowTarget(FollowKind.Person, person.Id.Value, person.Name)
            : new FollowTarget(FollowKind.Topic, null, typed);
    }

    private static Reply Told(Follow follow, bool isNew) => new()
    {
        Blocks =
        [
            new Heading(FollowWords.FollowingPerson(follow.Target.Words)),
            new Paragraph(follow.Target.Kind switch
            {
                FollowKind.Person => FollowWords.ComesPerson,
                FollowKind.Story => FollowWords.ComesStory,
                _ => FollowWords.ComesTopic,
            }),
            new Paragraph(FollowWords.HowOften((int)follow.Every.TotalMinutes)),
            .. follow.Order.Schedule.Quiet is { } quiet
                ? [new Paragraph(FollowWords.QuietHours(DayWords.Time(quiet.From), DayWords.Time(quiet.To)))]
                : Array.Empty<Block>(),
            new Note(isNew ? FollowWords.FromNowOn : FollowWords.Already),
        ],
        Buttons =
        [
            [
                new Button(FollowWords.ButtonUnfollow, CommandText.Of(UnfollowCommand.Name, SubscriptionLines.Number(follow.Order))),
                new Button(FollowWords.ButtonFollowing, CommandText.Of(FollowingCommand.Name)),
            ],
        ],
    };
}
