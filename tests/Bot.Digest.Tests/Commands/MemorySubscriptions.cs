using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Tests.Commands;

/// <summary>Subscriptions in memory.</summary>
internal sealed class MemorySubscriptions : ISubscriptions
{
    private readonly List<Subscription> _all = [];

    public IReadOnlyList<Subscription> All => _all;

    public Task<IReadOnlyList<Subscription>> ListAsync(CommunityId asker, ChatAddress? channel, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Subscription>>(
            [.. Of(asker, channel).Where(one => one.Standing != SubscriptionStanding.Ended)]);

    public Task<Subscription?> EndedAsync(CommunityId asker, ChatAddress channel, CancellationToken ct) =>
        Task.FromResult(Of(asker, channel).LastOrDefault(one => one.Standing == SubscriptionStanding.Ended));

    public Task<Subscription> AddAsync(Editor editor, ChatAddress channel, Schedule schedule, DigestWish wish, CancellationToken ct)
    {
        var made = new Subscription(
            new SubscriptionId(_all.Count + 1), Of(editor.Community, channel).Count() + 1, new ChannelId(1), editor.Community, channel, schedule,
            TimeSpan.Zero, wish, SubscriptionStanding.Active, schedule.ValidFrom, null, schedule.ValidFrom, null, null);
        _all.Add(made);
        return Task.FromResult(made);
    }

    public Task<Subscription?> ChangeAsync(
        Editor editor, SubscriptionId subscription, Schedule schedule, DigestWish wish, CancellationToken ct)
    {
        var changed = Change(editor, subscription, one => one with
        {
            Schedule = schedule,
            Wish = wish,
            Standing = SubscriptionStanding.Active,
            HeldFor = null,
        });
        return Task.FromResult(changed);
    }

    public Task<bool> EndAsync(Editor editor, SubscriptionId subscription, CancellationToken ct) =>
        Task.FromResult(Change(editor, subscription, one => one with { Standing = SubscriptionStanding.Ended }) is not null);

    /// <summary>What somebody else did to the first subscription: the planning, the platform.</summary>
    public void Change(Func<Subscription, Subscription> change) => _all[0] = change(_all[0]);

    private Subscription? Change(Editor editor, SubscriptionId id, Func<Subscription, Subscription> change)
    {
        var at = _all.FindIndex(one => one.Id == id && one.Community == editor.Community);
        return at < 0 ? null : _all[at] = change(_all[at]);
    }

    private IEnumerable<Subscription> Of(CommunityId asker, ChatAddress? channel) =>
        _all.Where(one => one.Community == asker && (channel is null || one.Address == channel));
}
