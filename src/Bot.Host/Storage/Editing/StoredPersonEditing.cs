using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Corrects who is who, in turn with the articles that are being stored: each change is decided in one transaction, and the articles of before follow in short ones.</summary>
public sealed class StoredPersonEditing(IDatabase database, TimeProvider clock) : IPersonEditing
{
    public Task<PersonEdit?> MergeAsync(Editor editor, PersonId person, PersonId into, CancellationToken ct) => ChangeAsync(
        async connection =>
        {
            var cards = await CardTree.CardsAsync(connection, [person.Value, into.Value], ct);
            if (cards[person.Value] == cards[into.Value])
            {
                return null;
            }

            var edit = new EditRow { Kind = (long)PersonEditKind.Merged, PersonId = cards[person.Value], OtherId = cards[into.Value], IsOpen = true };
            await new PersonMerging(connection, database).BeginAsync(edit.PersonId, edit.OtherId.Value, ct);
            return (PersonEdit?)(await new EditLog(connection).AddAsync(editor, edit, clock.GetUtcNow(), ct)).ToEdit();
        },
        ct);

    public Task<SplitOutcome> SplitAsync(Editor editor, PersonId person, PersonSplit split, CancellationToken ct) => ChangeAsync(
        async connection =>
        {
            var splitting = new PersonSplitting(connection, database);
            var range = SplitRange.Of(split);
            var (taken, left) = await splitting.CountAsync(person.Value, range, ct);
            if (taken == 0 || left == 0)
            {
                return new SplitOutcome(null, taken, left);
            }

            var was = await PersonAsync(connection, person.Value, ct);
            var other = await NewPerson.AddAsync(connection, NewPerson.SharedKey(was.Key), was.Name, ct);
            var edit = new EditRow { Kind = (long)PersonEditKind.Split, PersonId = person.Value, OtherId = other, Became = Describe(split), IsOpen = true };
            var made = await new EditLog(connection).AddAsync(editor, edit, clock.GetUtcNow(), ct);
            await splitting.BeginAsync(made.Id, person.Value, other, range, ct);
            return new SplitOutcome(made.ToEdit(), taken, left);
        },
        ct);

    public Task<PersonEdit> RenameAsync(Editor editor, PersonId person, string name, CancellationToken ct) => ChangeAsync(
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

    public Task<PersonEdit> NoteAsync(Editor editor, PersonId person, string? note, CancellationToken ct) => ChangeAsync(
        async connection =>
        {
            var was = await PersonAsync(connection, person.Value, ct);
            await SetNoteAsync(connection, person.Value, note, ct);
            var edit = new EditRow { Kind = (long)PersonEditKind.Noted, PersonId = person.Value, Was = was.Note, Became = note };
            return (await new EditLog(connection).AddAsync(editor, edit, clock.GetUtcNow(), ct)).ToEdit();
        },
        ct);

    public Task<PersonEdit> RemoveAsync(Editor editor, PersonId person, CancellationToken ct) => ChangeAsync(
        async connection =>
        {
            var now = clock.GetUtcNow();
            var card = (await CardTree.CardsAsync(connection, [person.Value], ct))[person.Value];
            await new PersonRemoval(connection, database).BeginAsync(card, Stored.Moment(now), ct);
            return (await new EditLog(connection).AddAsync(
                editor, new EditRow { Kind = (long)PersonEditKind.Removed, PersonId = card, IsOpen = true }, now, ct)).ToEdit();
        },
        ct);

    public Task<UndoOutcome> UndoAsync(Editor editor, long? edit, CancellationToken ct) => ChangeAsync(
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

    public async Task FinishAsync(CancellationToken ct)
    {
        while (await database.ReadAsync(connection => new EditLog(connection).OpenAsync(ct), ct) is not null)
        {
            var (_, held) = await Portion.WriteAsync(database, clock, (connection, hasTime) => GoOnAsync(connection, hasTime, ct), ct);
            await Task.Delay(held, clock, ct);
        }
    }

    /// <summary>Runs a change once no other one is half done, and lets all articles of before follow it.</summary>
    private async Task<T> ChangeAsync<T>(Func<DbConnection, Task<T>> change, CancellationToken ct)
    {
        while (true)
        {
            await FinishAsync(ct);
            var (isDone, outcome) = await database.WriteAsync(
                async connection => await new EditLog(connection).OpenAsync(ct) is null ? (true, await change(connection)) : (false, default(T)), ct);
            if (isDone)
            {
                await FinishAsync(ct);
                return outcome!;
            }
        }
    }

    /// <summary>One portion of what is half done, whoever began it.</summary>
    /// <returns>Whether that was the last of it.</returns>
    private async Task<bool> GoOnAsync(DbConnection connection, Func<bool> hasTime, CancellationToken ct)
    {
        var log = new EditLog(connection);
        if (await log.OpenAsync(ct) is not { } edit || !await GoOnAsync(connection, edit, hasTime, ct))
        {
            return false;
        }

        await log.CloseAsync(edit, ct);
        return true;
    }

    private Task<bool> GoOnAsync(DbConnection connection, EditRow edit, Func<bool> hasTime, CancellationToken ct) => (PersonEditKind)edit.Kind switch
    {
        PersonEditKind.Removed => new PersonRemoval(connection, database).GoOnAsync(edit.PersonId, hasTime, ct),
        PersonEditKind.Split => new PersonSplitting(connection, database).GoOnAsync(edit, hasTime, ct),
        _ => new PersonMerging(connection, database).GoOnAsync(edit, hasTime, ct),
    };

    private Task TakeBackAsync(DbConnection connection, EditRow edit, CancellationToken ct) => (PersonEditKind)edit.Kind switch
    {
        PersonEditKind.Merged => new PersonMerging(connection, database).BeginUndoAsync(edit.PersonId, ct),
        PersonEditKind.Split => new PersonSplitting(connection, database).BeginUndoAsync(edit.PersonId, edit.OtherId!.Value, ct),
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
