using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Corrects who is who, each change in one transaction, in turn with the articles that are being stored.</summary>
public sealed class StoredPersonEditing(IDatabase database, TimeProvider clock) : IPersonEditing
{
    public Task<PersonEdit?> MergeAsync(Editor editor, PersonId person, PersonId into, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var cards = await CardTree.CardsAsync(connection, [person.Value, into.Value], ct);
            if (cards[person.Value] == cards[into.Value])
            {
                return null;
            }

            var edit = new EditRow { Kind = (long)PersonEditKind.Merged, PersonId = cards[person.Value], OtherId = cards[into.Value] };
            await new PersonMerging(connection, database).MergeAsync(edit.PersonId, edit.OtherId.Value, ct);
            return (PersonEdit?)(await new EditLog(connection).AddAsync(editor, edit, clock.GetUtcNow(), ct)).ToEdit();
        },
        ct);

    public Task<SplitOutcome> SplitAsync(Editor editor, PersonId person, PersonSplit split, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var splitting = new PersonSplitting(connection, database);
            var (taken, left) = await splitting.FitAsync(person.Value, split, ct);
            if (taken.Count == 0 || left == 0)
            {
                return new SplitOutcome(null, taken.Count, left);
            }

            var was = await PersonAsync(connection, person.Value, ct);
            var other = await NewPerson.AddAsync(connection, NewPerson.SharedKey(was.Key), was.Name, ct);
            var edit = new EditRow { Kind = (long)PersonEditKind.Split, PersonId = person.Value, OtherId = other, Became = Describe(split) };
            var made = await new EditLog(connection).AddAsync(editor, edit, clock.GetUtcNow(), ct);
            await splitting.SplitAsync(made.Id, person.Value, other, taken, ct);
            await splitting.KeepRulesAsync(made.Id, split, ct);
            return new SplitOutcome(made.ToEdit(), taken.Count, left);
        },
        ct);

    public Task<PersonEdit> RenameAsync(Editor editor, PersonId person, string name, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var was = await PersonAsync(connection, person.Value, ct);
            var keepsSlug = was.Slug == PersonKey.Slug(name);
            var edit = new EditRow
            {
                Kind = (long)PersonEditKind.Renamed,
                PersonId = person.Value,
                Was = was.Name,
                Became = name,
                SlugWas = was.Slug,
                SlugBecame = keepsSlug ? was.Slug : await NewPerson.FreeSlugAsync(connection, name, ct),
            };
            await new PersonNaming(connection).RenameAsync(person.Value, name, edit.SlugBecame, was.Slug, ct);
            return (await new EditLog(connection).AddAsync(editor, edit, clock.GetUtcNow(), ct)).ToEdit();
        },
        ct);

    public Task<PersonEdit> NoteAsync(Editor editor, PersonId person, string? note, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var was = await PersonAsync(connection, person.Value, ct);
            await SetNoteAsync(connection, person.Value, note, ct);
            var edit = new EditRow { Kind = (long)PersonEditKind.Noted, PersonId = person.Value, Was = was.Note, Became = note };
            return (await new EditLog(connection).AddAsync(editor, edit, clock.GetUtcNow(), ct)).ToEdit();
        },
        ct);

    public Task<UndoOutcome> UndoAsync(Editor editor, long? edit, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var log = new EditLog(connection);
            if (await log.FindAsync(edit, ct) is not { UndoneAt: null } found)
            {
                return new UndoOutcome(null, null);
            }

            if (await log.LaterAsync(found, ct) is { } later)
            {
                return new UndoOutcome(null, later.ToEdit());
            }

            await TakeBackAsync(connection, found, ct);
            return new UndoOutcome((await log.UndoneAsync(found, editor, clock.GetUtcNow(), ct)).ToEdit(), null);
        },
        ct);

    public Task<Hits<PersonEdit>> HistoryAsync(CommunityId asker, int skip, int take, CancellationToken ct) =>
        database.ReadAsync(connection => new EditLog(connection).ListAsync(asker, skip, take, ct), ct);

    private Task TakeBackAsync(DbConnection connection, EditRow edit, CancellationToken ct) => (PersonEditKind)edit.Kind switch
    {
        PersonEditKind.Merged => new PersonMerging(connection, database).UndoAsync(edit.PersonId, edit.OtherId!.Value, ct),
        PersonEditKind.Split => new PersonSplitting(connection, database).UndoAsync(edit.Id, edit.PersonId, edit.OtherId!.Value, ct),
        PersonEditKind.Renamed => new PersonNaming(connection).UndoAsync(edit.PersonId, edit.Was!, edit.SlugWas!, ct),
        _ => SetNoteAsync(connection, edit.PersonId, edit.Was, ct),
    };

    private static Task<int> SetNoteAsync(DbConnection connection, long person, string? note, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update persons set note = @Note where id = @Person", new { Person = person, Note = note }, cancellationToken: ct));

    private static Task<PersonRow> PersonAsync(DbConnection connection, long person, CancellationToken ct) =>
        connection.QuerySingleAsync<PersonRow>(new CommandDefinition(
            "select key as Key, slug as Slug, name as Name, note as Note from persons where id = @Person", new { Person = person }, cancellationToken: ct));

    private static string Describe(PersonSplit split) => string.Join(' ', new[]
    {
        split.Role is null ? null : $"role:{split.Role}",
        split.Source is null ? null : $"source:{split.Source}",
        split.Articles.Count == 0 ? null : $"articles:{string.Join(',', split.Articles.Select(article => article.Value))}",
    }.Where(part => part is not null));

    private sealed class PersonRow
    {
        public string Key { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Note { get; init; }
    }
}
