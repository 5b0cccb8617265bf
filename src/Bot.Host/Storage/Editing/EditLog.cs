using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>The list of what operators decided about people.</summary>
internal sealed class EditLog(DbConnection connection)
{
    private const string Select = """
        select e.id as Id, e.kind as Kind, e.person_id as PersonId, e.other_id as OtherId, e.was as Was, e.became as Became,
            coalesce(e.slug_became, p.slug) as Slug, e.slug_was as SlugWas, e.slug_became as SlugBecame, o.slug as OtherSlug,
            e.made_by as MadeBy, e.made_at as MadeAt, e.undone_by as UndoneBy, e.undone_at as UndoneAt, e.is_open as IsOpen
        from person_edits e
        join persons p on p.id = e.person_id
        left join persons o on o.id = e.other_id
        """;

    public async Task<EditRow> AddAsync(Editor editor, EditRow edit, DateTimeOffset now, CancellationToken ct)
    {
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            insert into person_edits (kind, person_id, other_id, was, became, slug_was, slug_became, community_id, made_by, made_at, is_open)
            values (@Kind, @PersonId, @OtherId, @Was, @Became, @SlugWas, @SlugBecame, @Community, @By, @Now, @IsOpen)
            returning id
            """,
            new
            {
                edit.Kind,
                edit.PersonId,
                edit.OtherId,
                edit.Was,
                edit.Became,
                edit.SlugWas,
                edit.SlugBecame,
                edit.IsOpen,
                Community = editor.Community.Value,
                By = editor.Name,
                Now = Stored.Moment(now),
            },
            cancellationToken: ct));
        await CountAsync(ct);
        return (await ReadAsync(id, ct))!;
    }

    private Task<int> CountAsync(CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        "update people_version set version = version + 1", cancellationToken: ct));

    private Task<EditRow?> ReadAsync(long edit, CancellationToken ct) => connection.QueryFirstOrDefaultAsync<EditRow?>(new CommandDefinition(
        $"{Select} where e.id = @Edit", new { Edit = edit }, cancellationToken: ct));

    /// <summary>A change that can be taken back, by its number; without one the latest that holds.</summary>
    public Task<EditRow?> FindAsync(long? edit, CancellationToken ct) => connection.QueryFirstOrDefaultAsync<EditRow?>(new CommandDefinition(
        $"{Select} where e.kind <> {(int)PersonEditKind.Removed} and ((@Edit is null and e.undone_at is null) or e.id = @Edit) order by e.id desc limit 1", new { Edit = edit }, cancellationToken: ct));

    /// <summary>
    /// The latest change that builds on one: who is who must be taken back in turn for each person, names and notes for themselves.
    /// </summary>
    public Task<EditRow?> LaterAsync(EditRow edit, CancellationToken ct)
    {
        long[] structure = [(long)PersonEditKind.Merged, (long)PersonEditKind.Split];
        long[] kinds = structure.Contains(edit.Kind) ? structure : [edit.Kind];
        var people = new[] { (long?)edit.PersonId, edit.OtherId }.Where(person => person is not null);
        return connection.QueryFirstOrDefaultAsync<EditRow?>(new CommandDefinition(
            $"""
            {Select}
            where e.id > @Id and e.undone_at is null and e.kind in @Kinds and (e.person_id in @People or e.other_id in @People)
            order by e.id desc
            limit 1
            """,
            new { edit.Id, Kinds = kinds, People = people },
            cancellationToken: ct));
    }

    public async Task<EditRow> UndoneAsync(EditRow edit, Editor editor, DateTimeOffset now, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "update person_edits set undone_by = @By, undone_at = @Now, is_open = @IsOpen where id = @Id",
            new { edit.Id, By = editor.Name, Now = Stored.Moment(now), IsOpen = (PersonEditKind)edit.Kind is PersonEditKind.Merged or PersonEditKind.Split },
            cancellationToken: ct));
        await CountAsync(ct);
        return (await ReadAsync(edit.Id, ct))!;
    }

    /// <summary>A change that articles of before still have to follow; null when there is none.</summary>
    public Task<EditRow?> OpenAsync(CancellationToken ct) => connection.QueryFirstOrDefaultAsync<EditRow?>(new CommandDefinition(
        $"{Select} where e.is_open order by e.id limit 1", cancellationToken: ct));

    public Task<int> CloseAsync(EditRow edit, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        "update person_edits set is_open = 0 where id = @Id", new { edit.Id }, cancellationToken: ct));

    /// <summary>Changes by their numbers.</summary>
    public async Task<Dictionary<long, PersonEdit>> ReadAsync(IReadOnlyList<long> edits, CancellationToken ct) =>
        (await connection.QueryAsync<EditRow>(new CommandDefinition($"{Select} where e.id in @Edits", new { Edits = edits }, cancellationToken: ct)))
        .ToDictionary(row => row.Id, row => row.ToEdit());
}
