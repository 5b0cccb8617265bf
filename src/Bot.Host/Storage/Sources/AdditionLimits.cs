using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>How many sources a community may still add; the default set has no limits.</summary>
internal sealed class AdditionLimits
{
    public long Most { get; init; }

    public long MostToday { get; init; }

    public bool IsFullToday { get; init; }

    public long Sources { get; set; }

    /// <summary>Counts what a community follows and has added today.</summary>
    /// <param name="isCounted">Whether what is added belongs to an addition of the day that was counted before.</param>
    public static async Task<AdditionLimits> ReadAsync(
        DbConnection connection, CommunityId community, CommunitiesOptions options, DateTimeOffset now, bool isCounted, CancellationToken ct) =>
        community == CommunityId.DefaultSet ? new() { Most = long.MaxValue } : await connection.QuerySingleAsync<AdditionLimits>(
            new CommandDefinition(
                """
                select coalesce(m.most_sources, @MostSources) as Most, @AdditionsADay as MostToday,
                    not @IsCounted and m.additions_day = @Today and m.additions >= @AdditionsADay as IsFullToday,
                    (select count(*) from community_sources c join sources s on s.id = c.source_id where c.community_id = m.id and s.kind <> 0) as Sources
                from communities m
                where m.id = @Community
                """,
                new { Community = community.Value, Today = Today(now), options.MostSources, options.AdditionsADay, IsCounted = isCounted },
                cancellationToken: ct));

    /// <summary>Counts one of the day's additions.</summary>
    public static Task<int> CountAsync(DbConnection connection, CommunityId community, DateTimeOffset now, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update communities
            set additions = case when additions_day = @Today then additions + 1 else 1 end, additions_day = @Today
            where id = @Community
            """,
            new { Community = community.Value, Today = Today(now) },
            cancellationToken: ct));

    /// <summary>Which limit forbids one more; null when none does.</summary>
    public (FollowOutcome Outcome, int Most)? Refuse() =>
        Sources >= Most ? (FollowOutcome.TooMany, (int)Most)
        : IsFullToday ? (FollowOutcome.TooManyToday, (int)MostToday)
        : null;

    private static long Today(DateTimeOffset now) => Stored.Day(DateOnly.FromDateTime(now.UtcDateTime));
}
