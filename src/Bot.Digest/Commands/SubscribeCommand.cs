using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Commands;

/// <summary>/subscribe: digests for this channel, or other times and contents for those that it has.</summary>
public sealed class SubscribeCommand(ISubscriptions subscriptions, ICommunities communities, IArticles articles) : IChatCommand
{
    internal const string Name = "subscribe";

    private const string At = "at";
    private const string On = "on";
    private const string Quiet = "quiet";
    private const string Topics = "topics";
    private const string Include = "include";
    private const string Exclude = "exclude";
    private const string Most = "max";
    private const string Standard = "standard";
    private const string Off = "off";

    /// <summary>More would be a flood in every style.</summary>
    private const int MostStories = 12;

    public CommandSpec Spec => new(Name, SubscriptionCommandWords.Subscribe, Access.ChannelAdmin, CommandGroup.Digests)
    {
        Arguments =
        [
            new(SubscriptionChoice.Number, ArgumentKind.Number, SubscriptionCommandWords.Number) { Positional = true, Min = 1 },
            new(At, ArgumentKind.Words, SubscriptionCommandWords.At),
            new(On, ArgumentKind.Words, SubscriptionCommandWords.On),
            new(SettingsCommand.Zone, ArgumentKind.Words, SubscriptionCommandWords.Zone),
            new(Quiet, ArgumentKind.Words, SubscriptionCommandWords.Quiet),
            new(Topics, ArgumentKind.Topics, SubscriptionCommandWords.Topics),
            new(Include, ArgumentKind.Topics, SubscriptionCommandWords.Include),
            new(Exclude, ArgumentKind.Topics, SubscriptionCommandWords.Exclude),
            new(DigestCommand.Style, ArgumentKind.Choice, CommandWords.DigestStyle) { Choices = ["brief", Standard, "full"] },
            new(Most, ArgumentKind.Number, SubscriptionCommandWords.Most) { Min = 1, Max = MostStories },
            SharedArguments.In,
        ],
        Examples = ["/subscribe", "/subscribe at:08:00,18:00 on:mon-fri zone:berlin", "/subscribe 1 style:brief exclude:sport"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var channel = await subscriptions.ListAsync(call.Community, call.Chat, ct);
        var number = call.Arguments.ContainsKey(SubscriptionChoice.Number) ? call.Number(SubscriptionChoice.Number, 0) : (int?)null;
        var before = number is { } named
            ? channel.FirstOrDefault(one => one.Number == named)
            : channel is [var only] ? only : channel.Count == 0 ? await subscriptions.EndedAsync(call.Community, call.Chat, ct) : null;
        if (before is null && (number is not null || channel.Count > 0))
        {
            return SubscriptionChoice.Ask(channel, number, Spec, call);
        }

        var (wanted, wished) = (ScheduleOf(call, before), WishOf(call, before?.Wish));
        if ((wanted.Problem ?? wished.Problem) is { } problem)
        {
            return Reply.Problem(problem);
        }

        var (schedule, wish) = (wanted.Value!, wished.Value!);
        var after = before is null
            ? await subscriptions.AddAsync(call.Editor, call.Chat, schedule, wish, ct)
            : await subscriptions.ChangeAsync(call.Editor, before.Id, schedule, wish, ct);
        return after is null
            ? SubscriptionChoice.Ask(channel, number, Spec, call)
            : await ClockAsync(await NothingToTell.AddToAsync(articles, Told(before, after, call), call, ct), before, after, call, ct);
    }

    /// <summary>Where nobody knew the channel's clock: takes the zone that was typed for the community's, or asks for it.</summary>
    private async Task<Reply> ClockAsync(Reply told, Subscription? before, Subscription after, CommandCall call, CancellationToken ct)
    {
        if (call.KnowsZone)
        {
            return told;
        }

        if (call.Text(SettingsCommand.Zone) is null)
        {
            return before is null ? ZoneQuestion.AddTo(told, after, call) : told;
        }

        await communities.SettleAsync(call.Editor, call.Settings with { Zone = after.Schedule.Zone }, ct);
        var taken = DeliveryWords.ZoneTaken(ScheduleText.City(after.Schedule.Zone), CommandText.Of(SettingsCommand.Name));
        return told with { Blocks = [.. told.Blocks, new Note(taken)] };
    }

    /// <summary>The schedule with what was typed in the place of what was before, or of the usual.</summary>
    private static Typed<Schedule> ScheduleOf(CommandCall call, Subscription? before)
    {
        var times = call.Text(At) is { } at ? TypedTimes.Read(at) : default;
        var days = call.Text(On) is { } on ? TypedDays.Read(on) : default;
        var zone = call.Text(SettingsCommand.Zone) is { } named ? TypedZone.Read(named) : default;
        var quiet = call.Text(Quiet) is { } hours ? TypedTimes.ReadQuiet(hours) : default;
        if ((times.Problem ?? days.Problem ?? zone.Problem ?? quiet.Problem) is { } problem)
        {
            return new(null, problem);
        }

        var now = call.Now.ToUniversalTime();
        var usual = before?.Schedule.Cadence ?? Cadence.Default;
        var cadence = new Cadence(times.Value ?? usual.Times, days.Value ?? usual.Days);
        var zoneId = (zone.Value ?? call.Zone).Id;
        var silence = call.Text(Quiet) is not null ? quiet.Value : before is null ? call.Settings.Quiet : before.Schedule.Quiet;
        return new(before is null
            ? new Schedule { Cadence = cadence, Zone = zoneId, Quiet = silence, ValidFrom = now }
            : before.Schedule.ChangedTo(cadence, zone.Value is null ? before.Schedule.Zone : zoneId, silence, before.Last, now) with { PausedUntil = null });
    }

    private static Typed<DigestWish> WishOf(CommandCall call, DigestWish? before)
    {
        var topics = WordsOf(call, Topics, before?.Topics);
        var include = WordsOf(call, Include, before?.Include);
        var exclude = WordsOf(call, Exclude, before?.Exclude);
        return (topics.Problem ?? include.Problem ?? exclude.Problem) is { } problem
            ? new(null, problem)
            : new(new DigestWish(
                call.Text(DigestCommand.Style) ?? before?.Style ?? Standard,
                call.Arguments.ContainsKey(Most) ? call.Number(Most, MostStories) : before?.Most,
                topics.Value,
                include.Value,
                exclude.Value,
                call.PostLanguage.Name));
    }

    /// <summary>"off" takes back what was wished before.</summary>
    private static Typed<string> WordsOf(CommandCall call, string option, string? before) =>
        call.Text(option) is not { } typed ? new(before) : typed == Off ? default : TypedWords.Read(option, typed);

    private static Reply Told(Subscription? before, Subscription subscription, CommandCall call) => new()
    {
        Blocks =
        [
            new Heading(DeliveryWords.Subscribed),
            new Paragraph(ScheduleText.Of(subscription.Schedule)),
            .. SubscriptionLines.Wish(subscription.Wish),
            new Paragraph(SubscriptionLines.Next(subscription, call)),
            .. before is not null && WasSilent(before, call) ? [new Note(DeliveryWords.ComesAgain)] : Array.Empty<Block>(),
        ],
        Buttons =
        [
            [
                .. Preview(subscription, call),
                new Button(DeliveryWords.ButtonUnsubscribe, CommandText.Of(UnsubscribeCommand.Name, SubscriptionLines.Number(subscription))),
            ],
        ],
    };

    /// <summary>Ordering it once more resumes it.</summary>
    private static bool WasSilent(Subscription before, CommandCall call) =>
        before.Standing == SubscriptionStanding.Held || (before.Standing == SubscriptionStanding.Active && before.Schedule.PausedUntil > call.Now);

    /// <summary>A digest can be looked at where it is ordered for.</summary>
    private static IEnumerable<Button> Preview(Subscription subscription, CommandCall call)
    {
        if (call.Text(SharedArguments.In.Name) is null)
        {
            yield return new Button(DeliveryWords.ButtonPreview, CommandText.Of(DigestCommand.Name, null, (DigestCommand.Style, subscription.Wish.Style)));
        }
    }
}
