using System.Globalization;
using Bot.Digest.Ports;
using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>
/// What became of every digest that was due: the archive's ledger beside what the platform really took, message by message. Joined by channel and text,
/// since each text is of one digest alone, and by key where the platform knows keys.
/// </summary>
internal sealed class Accounts
{
    private readonly List<string> _problems = [];
    private readonly IReadOnlyList<Slot> _slots;
    private readonly IReadOnlyList<Delivery> _ledger;
    private readonly ILookup<long?, Delivery> _messages;
    private readonly ILookup<(string Channel, string Body), SeenPost> _taken;

    private Accounts(int due, IReadOnlyList<Slot> slots, IReadOnlyList<Delivery> ledger, IReadOnlyList<SeenPost> seen)
    {
        (Due, _slots, _ledger) = (due, slots, ledger);
        _messages = ledger.ToLookup(one => one.Slot);
        _taken = seen.Where(post => post.End == SeenEnd.Taken).ToLookup(post => (post.To.Channel, post.Body));
        NeverPlanned = Found("was due and never written down", due - slots.Count);
        Unsettled = Found("digests have not ended", slots.Count(slot => slot.State is SlotState.Planned or SlotState.Composed));
        NotThere = Found("messages are sent by the ledger and were never taken", ledger.Count(one => one.State == DeliveryState.Sent && !Taken(one).Any()));
        Doubled = Found("messages were taken twice", _taken.Sum(same => same.Count() - 1));
        Found("messages were taken that the ledger holds for waiting or refused", ledger.Count(one => one.State is not (DeliveryState.Sent or DeliveryState.Uncertain) && Taken(one).Any()));
        Found("messages were taken that stand in no ledger", Ghosts());
        Found("messages were taken under another key than the ledger's", ledger.Count(one => Taken(one).Any(post => post.Key is not null && post.Key != one.Key)));
        Found("channels were told in another order", OutOfOrder(seen));
        Found("digests have another state than their messages", slots.Count(slot => slot.State != StateOf(slot)));
    }

    /// <summary>Digests that were due, by the orders for them.</summary>
    public int Due { get; }

    public int NeverPlanned { get; }

    public int Unsettled { get; }

    public int NotThere { get; }

    public int Doubled { get; private set; }

    /// <summary>News that a channel was never told and that no uncertain or undeliverable message holds.</summary>
    public int Untold { get; private set; }

    public int Lost => NeverPlanned + Unsettled + NotThere + Untold;

    /// <summary>Uncertain messages, and how many of them had arrived.</summary>
    public (int Count, int Arrived) UncertainMessages => (
        _ledger.Count(one => one.State == DeliveryState.Uncertain),
        _ledger.Count(one => one.State == DeliveryState.Uncertain && Taken(one).Any()));

    /// <summary>What does not add up, a sentence each; empty when all does.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static async Task<Accounts> DrawAsync(DueChannels channels, IStandIn standIn) => new(
        channels.Due,
        await channels.ReadAsync<Slot>("""
            select p.id as Id, p.state as State, p.merged_into as MergedInto, s.channel_id as Channel from slots p join subscriptions s on s.id = p.subscription_id
            """),
        [.. (await channels.ReadAsync<Delivery>("""
            select d.id as Id, d.channel_id as ChannelId, c.channel as Channel, d.slot_id as Slot, d.body as Body, d.state as State
            from deliveries d join channels c on c.id = d.channel_id
            order by d.id
            """)).Select(delivery => delivery.ShownBy(standIn))],
        standIn.Seen());

    /// <summary>Demands that each of the channels was told each headline once.</summary>
    public void DemandTold(IReadOnlyCollection<string> headlines, int channels)
    {
        var told = _taken.SelectMany(same => headlines.Where(headline => same.Key.Body.Contains(headline, StringComparison.Ordinal)).Select(headline => (same.Key.Channel, headline))).ToList();
        var excused = _ledger.Where(one => one.State is DeliveryState.Uncertain or DeliveryState.Undeliverable)
            .SelectMany(one => headlines.Where(headline => one.Body.Contains(headline, StringComparison.Ordinal)).Select(headline => (one.Channel, headline)));
        Untold = Found("pieces of news never reached a channel", (headlines.Count * channels) - told.Concat(excused).Distinct().Count());
        Doubled += Found("pieces of news reached a channel in two digests", told.Count - told.Distinct().Count());
    }

    /// <summary>The line by which runs are compared.</summary>
    public string Line(int kills) => string.Create(
        CultureInfo.InvariantCulture,
        $"due {Due} sent {In(SlotState.Sent)} merged {In(SlotState.Merged)} skipped {In(SlotState.Skipped)} undeliverable {In(SlotState.Undeliverable)} uncertain {In(SlotState.Uncertain)} lost {Lost} doubled {Doubled} kills {kills}");

    private int In(SlotState state) => _slots.Count(slot => slot.State == state);

    private IEnumerable<SeenPost> Taken(Delivery delivery) => _taken[(delivery.Channel, delivery.Body)];

    private int Ghosts()
    {
        var known = _ledger.Select(one => (one.Channel, one.Body)).ToHashSet();
        return _taken.Count(same => !known.Contains(same.Key));
    }

    /// <summary>Channels whose messages did not come in the ledger's order.</summary>
    private int OutOfOrder(IReadOnlyList<SeenPost> seen)
    {
        var ids = _ledger.GroupBy(one => (one.Channel, one.Body)).ToDictionary(same => same.Key, same => same.First().Id);
        return seen.Where(post => post.End == SeenEnd.Taken)
            .GroupBy(post => post.To.Channel, post => ids.GetValueOrDefault((post.To.Channel, post.Body)))
            .Count(channel => channel.Zip(channel.Skip(1)).Any(pair => pair.First >= pair.Second));
    }

    /// <summary>The worst state of a digest's messages, worked out once more.</summary>
    private SlotState StateOf(Slot slot)
    {
        var messages = _messages[slot.Id].Select(one => one.State).ToList();
        return (slot.State, messages) switch
        {
            (SlotState.Merged, []) when slot.MergedInto is not null => SlotState.Merged,
            (SlotState.Skipped, []) => SlotState.Skipped,
            (_, []) => SlotState.Planned,
            _ when messages.Contains(DeliveryState.Undeliverable) => SlotState.Undeliverable,
            _ when messages.Contains(DeliveryState.Uncertain) => SlotState.Uncertain,
            _ => messages.TrueForAll(state => state == DeliveryState.Sent) ? SlotState.Sent : SlotState.Composed,
        };
    }

    private int Found(string what, int count)
    {
        if (count != 0)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {what}"));
        }

        return count;
    }

    private sealed class Slot
    {
        public long Id { get; init; }

        public SlotState State { get; init; }

        public long? MergedInto { get; init; }

        public long Channel { get; init; }
    }

    private sealed class Delivery
    {
        public long Id { get; init; }

        public long ChannelId { get; init; }

        public string Channel { get; init; } = "";

        public long? Slot { get; init; }

        public string Body { get; init; } = "";

        public DeliveryState State { get; init; }

        public string Key => Id.ToString(CultureInfo.InvariantCulture);

        /// <summary>With the text as readers of the platform see it.</summary>
        public Delivery ShownBy(IStandIn standIn) => new() { Id = Id, ChannelId = ChannelId, Channel = Channel, Slot = Slot, Body = standIn.Shown(Body), State = State };
    }
}
