using System.Data.Common;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Shows people under other names.</summary>
internal sealed class PersonNaming(DbConnection connection)
{
    /// <summary>Gives a person a name with a slug to match; the slug before still leads here.</summary>
    /// <param name="slug">As <see cref="NewPerson.FreeSlugAsync"/> gave it, or the one that the person has.</param>
    public async Task RenameAsync(long person, string name, string slug, string slugWas, CancellationToken ct)
    {
        await SetAsync(person, name, slug, ct);
        if (slug != slugWas)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into old_slugs (slug, person_id) values (@Slug, @Person) on conflict (slug, person_id) do nothing",
                new { Slug = slugWas, Person = person },
                cancellationToken: ct));
        }
    }

    /// <summary>Gives a person the name and the slug back that it had.</summary>
    public async Task UndoAsync(long person, string name, string slug, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from old_slugs where slug = @Slug and person_id = @Person", new { Slug = slug, Person = person }, cancellationToken: ct));
        await SetAsync(person, name, slug, ct);
    }

    private async Task SetAsync(long person, string name, string slug, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "update persons set name = @Name, slug = @Slug where id = @Person", new { Person = person, Name = name, Slug = slug }, cancellationToken: ct));
        await PersonKeys.RebuildAsync(connection, person, ct);
        await ChangedArticles.NoteQuotedAsync(connection, person, ct);
    }
}
