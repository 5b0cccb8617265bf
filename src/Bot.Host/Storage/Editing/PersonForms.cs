using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Keeps apart which forms of a name belong to whom, so that merges and splits of their people can be taken back.</summary>
internal sealed class PersonForms(DbConnection connection)
{
    private const string Add = """
        insert into found_names (found_as, splits, source_id, name, identity_id, times)
        values (@FoundAs, @SplitList, @Source, @Name, @Identity, @Times)
        on conflict (found_as, splits, source_id, name) do update set times = found_names.times + excluded.times
        """;

    /// <summary>From here on the forms of these people are kept by themselves.</summary>
    public async Task TrackAsync(IReadOnlyList<long> people, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into found_names (found_as, splits, source_id, name, identity_id, times)
            select n.person_id, '', n.source_id, n.name, n.person_id, n.times
            from persons p
            join person_names n on n.person_id = p.id
            where p.id in @People and not p.is_edited
            """,
            new { People = people },
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "update persons set is_edited = 1 where id in @People", new { People = people }, cancellationToken: ct));
    }

    /// <summary>Gives the forms that an article prints of what a split takes to its new person.</summary>
    /// <param name="taken">Entries of one article as they were before the split.</param>
    public async Task TakeAsync(IReadOnlyList<FoundEntry> taken, long split, long person, CancellationToken ct)
    {
        foreach (var entry in taken)
        {
            var text = await TextAsync(entry.Article, ct);
            var forms = (await connection.QueryAsync<FormRow>(new CommandDefinition(
                """
                select n.source_id as Source, n.name as Name
                from articles a
                join found_names n on n.found_as = @FoundAs and n.splits = @SplitList and n.source_id = a.source_id
                where a.id = @Article
                """,
                entry,
                cancellationToken: ct))).Where(form => text.Contains(form.Name, StringComparison.Ordinal)).ToList();
            var moved = entry.Take(split, person);
            await connection.ExecuteAsync(new CommandDefinition(
                "update found_names set times = times - 1 where found_as = @FoundAs and splits = @SplitList and source_id = @Source and name = @Name",
                forms.Select(form => new { entry.FoundAs, entry.SplitList, form.Source, form.Name }),
                cancellationToken: ct));
            await connection.ExecuteAsync(new CommandDefinition(
                Add,
                forms.Select(form => new { moved.FoundAs, moved.SplitList, form.Source, form.Name, moved.Identity, Times = 1 }),
                cancellationToken: ct));
        }
    }

    /// <summary>Gives the forms that a split took back to whom they belonged.</summary>
    public async Task GiveBackAsync(long split, long person, IReadOnlyDictionary<long, long> newPeople, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<FormRow>(new CommandDefinition(
            "select found_as as FoundAs, splits as SplitList, source_id as Source, name as Name, times as Times from found_names where identity_id = @Person",
            new { Person = person },
            cancellationToken: ct))).Where(row => row.SplitList.Length > 0 && Numbers.Read(row.SplitList)[^1] == split).ToList();
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from found_names where found_as = @FoundAs and splits = @SplitList and source_id = @Source and name = @Name", rows, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            Add,
            rows.Select(row =>
            {
                var splits = Numbers.Read(row.SplitList).SkipLast(1).ToList();
                return new
                {
                    row.FoundAs,
                    SplitList = Numbers.Write(splits),
                    row.Source,
                    row.Name,
                    Identity = splits.Count == 0 ? row.FoundAs : newPeople[splits[^1]],
                    row.Times,
                };
            }),
            cancellationToken: ct));
    }

    /// <summary>The forms and keys on these cards, from what is kept of everybody on them.</summary>
    public async Task RebuildAsync(IEnumerable<long> people, CancellationToken ct)
    {
        foreach (var person in people)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "delete from person_names where person_id = @Person", new { Person = person }, cancellationToken: ct));
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into person_names (person_id, source_id, name, times)
                select @Person, n.source_id, n.name, sum(n.times)
                from persons p
                join found_names n on n.identity_id = p.id
                join person_sources s on s.person_id = @Person and s.source_id = n.source_id
                where (p.id = @Person and p.card_id is null) or p.card_id = @Person
                group by n.source_id, n.name
                having sum(n.times) > 0
                """,
                new { Person = person },
                cancellationToken: ct));
            await PersonKeys.RebuildAsync(connection, person, ct);
        }
    }

    private async Task<string> TextAsync(long article, CancellationToken ct) => string.Join('\n', await connection.QueryAsync<string>(new CommandDefinition(
        "select title from articles where id = @Article union all select text from paragraphs where article_id = @Article",
        new { Article = article },
        cancellationToken: ct)));

    private sealed class FormRow
    {
        public long FoundAs { get; init; }

        public string SplitList { get; init; } = "";

        public long Source { get; init; }

        public string Name { get; init; } = "";

        public long Times { get; init; }
    }
}
