using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Tests.Commands;

/// <summary>Follows in memory, as far as commands ask for them.</summary>
internal sealed class MemoryFollows : IFollows
{
    private readonly List<Follow> _all = [];

    public Task<IReadOnlyList<Follow>> ListAsync(CommunityId asker, ChatAddress channel, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Follow>>([.. _all.Where(one => one.Order.Community == asker && one.Order.Address == channel)]);

    public Task<Follow?> AddAsync(Editor editor, ChatAddress channel, FollowTarget target, FollowTerms terms, int most, CancellationToken ct)
    {
        if (_all.FindIndex(one => one.Order.Community == editor.Community && one.Order.Address == channel && one.Target == target) is >= 0 and var known)
        {
            _all[known] = _all[known] with { Every = terms.Every };
            return Task.FromResult<Follow?>(_all[known]);
        }

        if (_all.Count(one => one.Order.Community == editor.Community) >= most)
        {
            return Task.FromResult<Follow?>(null);
        }

        var schedule = new Schedule { Cadence = Cadence.Default, Zone = terms.Zone, Quiet = terms.Quiet, ValidFrom = Asking.Noon };
        var order = new Subscription(
            new SubscriptionId(_all.Count + 1), _all.Count + 1, new ChannelId(1), editor.Community, channel, schedule, TimeSpan.Zero,
            new DigestWish("", null, null, null, null, terms.Language), SubscriptionStanding.Active, Asking.Noon, null, Asking.Noon, null, null);
        _all.Add(new Follow(order, target, terms.Every, target.Kind == FollowKind.Person ? "slug-of-" + target.Id : null));
        return Task.FromResult<Follow?>(_all[^1]);
    }

    public Task<bool> EndAsync(Editor editor, SubscriptionId follow, CancellationToken ct) =>
        Task.FromResult(_all.RemoveAll(one => one.Order.Id == follow && one.Order.Community == editor.Community) > 0);

    public Task EndGoneAsync(SubscriptionId follow, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<WaitingFollow>> WaitingAsync(DateTimeOffset now, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<UntoldCorrection>> UntoldAsync(ChannelId channel, CancellationToken ct) => throw new NotSupportedException();

    public Task PostAsync(FollowPost post, DateTimeOffset composedAt, CancellationToken ct) => throw new NotSupportedException();
}
