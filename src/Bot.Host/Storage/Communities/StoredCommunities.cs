using System.Data.Common;
using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Host.Storage.Communities;

/// <summary>Which communities there are and whether they are served.</summary>
public sealed class StoredCommunities(IDatabase database, IOptions<CommunitiesOptions> options, TimeProvider clock) : ICommunities
{
    private const string Select = """
        select m.id as Id, m.platform as Platform, m.chat as Chat, m.name as Name, m.standing as Standing, m.added_at as Since,
            m.zone as Zone, m.language as Language, m.quiet_from as QuietFrom, m.quiet_to as QuietTo, m.managers as Managers,
            m.left_at is not null as IsLeft, m.most_sources as MostSources, (select count(*) from community_sources c join sources s on s.id = c.source_id where c.community_id = m.id and s.kind <> 0) as Sources
        from communities m
        """;

    public async Task<Community> EnterAsync(ChatAddress chat, string name, CancellationToken ct)
    {
        // Nearly every time it is there and called the same, so that nobody has to wait for the right to write.
        var known = await database.ReadAsync(connection => OfChatAsync(connection, chat, ct), ct);
        return known is { IsLeft: false } && known.Name == name
            ? known
            : await database.WriteAsync(
                async connection =>
                {
                    await connection.ExecuteAsync(new CommandDefinition(
                        """
                        insert into communities (name, added_at, platform, chat, standing) values (@Name, @Now, @Platform, @Chat, @Standing)
                        on conflict (platform, chat) where chat <> '' do update set name = excluded.name, left_at = null
                        """,
                        new
                        {
                            Name = name,
                            Now = Stored.Moment(clock.GetUtcNow()),
                            chat.Platform,
                            Chat = chat.Community,
                            Standing = (long)(options.Value.Approval ? CommunityStanding.Waiting : CommunityStanding.Served),
                        },
                        cancellationToken: ct));
                    return (await OfChatAsync(connection, chat, ct))! with { IsLeft = known?.IsLeft == true };
                },
                ct);
    }

    public Task<Community?> FindAsync(CommunityId community, CancellationToken ct) =>
        database.ReadAsync(connection => OneAsync(connection, "m.id = @Community", new { Community = community.Value }, ct), ct);

    public Task<Hits<Community>> ListAsync(int skip, int take, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var values = new { Default = CommunityId.DefaultSet.Value, Waiting = (long)CommunityStanding.Waiting, Skip = skip, Take = take };
            var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                "select count(*) from communities where id <> @Default", values, cancellationToken: ct));
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                $"{Select} where m.id <> @Default order by m.standing = @Waiting desc, m.added_at desc, m.id desc limit @Take offset @Skip",
                values,
                cancellationToken: ct));
            return new Hits<Community>([.. rows.Select(ToCommunity)], total);
        },
        ct);

    public Task<IReadOnlyList<string>> ChatsAsync(string platform, CancellationToken ct) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => (await connection.QueryAsync<string>(new CommandDefinition(
            "select chat from communities where platform = @Platform and chat <> '' and left_at is null", new { Platform = platform }, cancellationToken: ct))).AsList(),
        ct);

    // The engines do not compare all letters without their case: those of the same length are compared here.
    public Task<IReadOnlyList<Community>> NamedAsync(string platform, string name, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Community>>(
        async connection => [.. (await connection.QueryAsync<Row>(new CommandDefinition(
            $"{Select} where m.platform = @Platform and m.left_at is null and length(m.name) = length(@Name) order by m.id",
            new { Platform = platform, Name = name },
            cancellationToken: ct))).Where(row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(ToCommunity)],
        ct);

    public Task<bool> ServeAsync(Editor editor, CommunityId community, bool serve, CancellationToken ct) => ChangeAsync(
        editor,
        community,
        "standing = @Value",
        (long)(serve ? CommunityStanding.Served : CommunityStanding.Blocked),
        (serve ? ChangeKind.CommunityApproved : ChangeKind.CommunityBlocked, null),
        ct);

    public Task<bool> LimitAsync(Editor editor, CommunityId community, int most, CancellationToken ct) => ChangeAsync(
        editor, community, "most_sources = @Value", most, (ChangeKind.CommunityLimited, most.ToString(CultureInfo.InvariantCulture)), ct);

    public Task SettleAsync(Editor editor, CommunitySettings settings, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            // The default set stands there from its first source on, and can be asked before.
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into communities (id, name, added_at) values (@Community, '', @Now) on conflict (id) do nothing",
                new { Community = editor.Community.Value, Now = Stored.Moment(clock.GetUtcNow()) },
                cancellationToken: ct));
            var before = (await OneAsync(connection, "m.id = @Community", new { Community = editor.Community.Value }, ct))!.Settings;
            await connection.ExecuteAsync(new CommandDefinition(
                """
                update communities
                set zone = @Zone, language = @Language, quiet_from = @QuietFrom, quiet_to = @QuietTo, managers = @Managers
                where id = @Community
                """,
                new
                {
                    Community = editor.Community.Value,
                    settings.Zone,
                    settings.Language,
                    QuietFrom = settings.Quiet is { } quiet ? Stored.Minutes(quiet.From) : (long?)null,
                    QuietTo = settings.Quiet is { } silence ? Stored.Minutes(silence.To) : (long?)null,
                    settings.Managers,
                },
                cancellationToken: ct));
            foreach (var (setting, becomes) in Named(settings).Except(Named(before)))
            {
                await ChangeLog.AddAsync(connection, editor, ChangeKind.SettingChanged, setting, becomes, clock.GetUtcNow(), ct);
            }

            return 0;
        },
        ct);

    /// <summary>Settings as they are typed and stand in the audit.</summary>
    private static (string Setting, string? Value)[] Named(CommunitySettings settings) =>
    [
        ("zone", settings.Zone),
        ("language", settings.Language),
        ("quiet", settings.Quiet is { } quiet ? string.Create(CultureInfo.InvariantCulture, $"{quiet.From:HH:mm}-{quiet.To:HH:mm}") : null),
        ("managers", settings.Managers),
    ];

    private Task<bool> ChangeAsync(
        Editor editor, CommunityId community, string set, long value, (ChangeKind Kind, string? Became) change, CancellationToken ct) =>
        database.WriteAsync(
            async connection =>
            {
                var name = community == CommunityId.DefaultSet ? null : await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
                    $"update communities set {set} where id = @Community returning name",
                    new { Community = community.Value, Value = value },
                    cancellationToken: ct));
                if (name is null)
                {
                    return false;
                }

                await ChangeLog.AddAsync(connection, editor, change.Kind, name, change.Became, clock.GetUtcNow(), ct, community);
                return true;
            },
            ct);

    private Task<Community?> OfChatAsync(DbConnection connection, ChatAddress chat, CancellationToken ct) =>
        OneAsync(connection, "m.platform = @Platform and m.chat = @Chat and m.chat <> ''", new { chat.Platform, Chat = chat.Community }, ct);

    private async Task<Community?> OneAsync(DbConnection connection, string which, object values, CancellationToken ct) =>
        await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition($"{Select} where {which}", values, cancellationToken: ct)) is { } row
            ? ToCommunity(row)
            : null;

    private Community ToCommunity(Row row) => new(
        new CommunityId(row.Id), row.Platform, row.Chat, row.Name, (CommunityStanding)row.Standing, Stored.Moment(row.Since), (int)row.Sources,
        row.Id == CommunityId.DefaultSet.Value ? int.MaxValue : (int)(row.MostSources ?? options.Value.MostSources))
    {
        Settings = new CommunitySettings(
            row.Zone,
            row.Language,
            row.QuietFrom is { } from && row.QuietTo is { } to ? new QuietHours(Stored.Time(from), Stored.Time(to)) : null,
            row.Managers),
        IsLeft = row.IsLeft,
    };

    private sealed class Row
    {
        public long Id { get; init; }

        public string Platform { get; init; } = "";

        public string Chat { get; init; } = "";

        public string Name { get; init; } = "";

        public long Standing { get; init; }

        public long Since { get; init; }

        public long Sources { get; init; }

        public long? MostSources { get; init; }

        public string? Zone { get; init; }

        public string? Language { get; init; }

        public long? QuietFrom { get; init; }

        public long? QuietTo { get; init; }

        public string? Managers { get; init; }

        public bool IsLeft { get; init; }
    }
}
