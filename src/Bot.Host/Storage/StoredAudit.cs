using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Storage.Editing;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Who changed what, people and everything else in one list.</summary>
public sealed class StoredAudit(IDatabase database) : IAudit
{
    /// <summary>Condition that change h is told of: a digest or a follow is its channel's business, what is of no channel that of all.</summary>
    private static readonly string IsTold = $"""
        (@Platform is null or case
            when h.kind in ({(int)ChangeKind.Subscribed}, {(int)ChangeKind.SubscriptionChanged}, {(int)ChangeKind.SubscriptionPaused}, {(int)ChangeKind.SubscriptionResumed}, {(int)ChangeKind.Unsubscribed})
                then ltrim(h.object, '0123456789') = @Place
            when h.kind in ({(int)ChangeKind.Followed}, {(int)ChangeKind.Unfollowed})
                then exists (
                    select 1
                    from subscriptions s
                    join channels c on c.id = s.channel_id
                    where s.id = cast(h.became as bigint) and {Channels.IsWanted})
            when h.kind = {(int)ChangeKind.DigestSentAgain}
                then exists (
                    select 1
                    from slots p
                    join subscriptions s on s.id = p.subscription_id
                    join channels c on c.id = s.channel_id
                    where p.id = cast(h.object as bigint) and {Channels.IsWanted})
            else true end)
        """;

    // The operator sees the changes of all. Both parts are written out whole, so that each can use its index.
    private static readonly string All = $"""
        select made_at, id, 1 as is_person from person_edits where @Asker = 1 or community_id = @Asker
        union all
        select h.made_at, h.id, 0 as is_person from changes h where (@Asker = 1 or h.community_id = @Asker) and {IsTold}
        """;

    /// <summary>Whom or what a follow was for stands with the follow; nobody is named who is there no more.</summary>
    private static readonly string Became = $"""
        case when kind in ({(int)ChangeKind.Followed}, {(int)ChangeKind.Unfollowed})
            then (
                select nullif(f.words, '')
                from follows f
                where f.subscription_id = cast(became as bigint)
                    and (f.kind <> {(int)FollowKind.Person} or exists (select 1 from persons p where p.id = f.target_id and p.key = f.person_key)))
            else became end
        """;

    public Task<Hits<AuditEntry>> HistoryAsync(CommunityId asker, ChatAddress? channel, int skip, int take, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var values = new
            {
                Asker = asker.Value,
                channel?.Platform,
                Chat = channel?.Community,
                channel?.Channel,
                Place = channel is null ? null : ChangeLog.Place(channel),
                Skip = skip,
                Take = take,
            };
            var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                $"select count(*) from ({All}) made", values, cancellationToken: ct));
            var page = (await connection.QueryAsync<(long Id, bool IsPerson)>(new CommandDefinition(
                $"select id, is_person from ({All}) made order by made_at desc, is_person, id desc limit @Take offset @Skip", values, cancellationToken: ct))).AsList();
            var people = await new EditLog(connection).ReadAsync([.. page.Where(made => made.IsPerson).Select(made => made.Id)], ct);
            var others = (await connection.QueryAsync<ChangeRow>(new CommandDefinition(
                $"select id as Id, kind as Kind, object as Object, {Became} as Became, made_by as MadeBy, made_at as MadeAt from changes where id in @Ids",
                new { Ids = page.Where(made => !made.IsPerson).Select(made => made.Id) },
                cancellationToken: ct))).ToDictionary(row => row.Id, row => row.ToChange());
            return new Hits<AuditEntry>(
                [.. page.Select(made => made.IsPerson ? new AuditEntry(people[made.Id], null) : new AuditEntry(null, others[made.Id]))], total);
        },
        ct);

    private sealed class ChangeRow
    {
        public long Id { get; init; }

        public long Kind { get; init; }

        public string Object { get; init; } = "";

        public string? Became { get; init; }

        public string MadeBy { get; init; } = "";

        public long MadeAt { get; init; }

        public Change ToChange() => new(Id, (ChangeKind)Kind, Object, Became, MadeBy, Stored.Moment(MadeAt));
    }
}
