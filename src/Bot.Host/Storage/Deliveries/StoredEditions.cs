using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>What was posted, with its reasons.</summary>
public sealed class StoredEditions(IDatabase database) : IEditions
{
    /// <summary>Condition that a digest p came to the place that is asked in.</summary>
    private static readonly string IsHere = $"c.channel = @Channel and {StoredFollows.IsDigest}";

    /// <summary>Condition that a message belongs to a digest p. One in a forum's thread is named with it, and the forum is the channel.</summary>
    private const string HasMessage = "exists (select 1 from deliveries d where d.slot_id = p.id and d.message in (@Message, @Channel || '/' || @Message))";

    public Task<RememberedEdition?> FindAsync(CommunityId asker, ChatAddress channel, string? message, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<EditionRow>(new CommandDefinition(
                $"""
                select p.due_at as DueAt, e.choices as Choices, s.style as Style, s.most as Most, s.topics as Topics, s.includes as Includes,
                    s.excludes as Excludes, s.language as Language,
                    (select max(q.due_at) from slots q where q.subscription_id = s.id and q.edition_id is not null and q.due_at < p.due_at) as SinceAt
                from channels c
                join subscriptions s on s.channel_id = c.id
                join slots p on p.subscription_id = s.id
                join editions e on e.id = p.edition_id
                where c.community_id = @Asker and c.platform = @Platform and c.chat = @Chat and e.choices is not null and {(message is null ? IsHere : HasMessage)}
                order by p.due_at desc, p.id desc
                limit 1
                """,
                new { Asker = asker.Value, channel.Platform, Chat = channel.Community, channel.Channel, Message = message },
                cancellationToken: ct));
            return row?.ToEdition();
        },
        ct);

    private sealed class EditionRow
    {
        public long DueAt { get; init; }

        public string Choices { get; init; } = "";

        public long? SinceAt { get; init; }

        public string Style { get; init; } = "";

        public long? Most { get; init; }

        public string? Topics { get; init; }

        public string? Includes { get; init; }

        public string? Excludes { get; init; }

        public string Language { get; init; } = "";

        public RememberedEdition ToEdition() => new(
            Stored.Moment(DueAt),
            SinceAt is { } since ? Stored.Moment(since) : null,
            new DigestWish(Style, (int?)Most, Topics, Includes, Excludes, Language),
            ChoicesJson.Read(Choices));
    }
}
