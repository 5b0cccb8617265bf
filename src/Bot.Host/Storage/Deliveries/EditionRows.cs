using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>Writes down what was told, each edition once; within one transaction.</summary>
/// <param name="now">As stored.</param>
internal sealed class EditionRows(DbConnection connection, long now)
{
    private const string IsUntold = "not exists (select 1 from slots p where p.edition_id = editions.id)";

    /// <summary>Statements that take out editions which nobody was told any more.</summary>
    public static readonly IReadOnlyList<string> Untold =
    [
        $"delete from edition_articles where edition_id in (select editions.id from editions where {IsUntold})",
        $"delete from editions where {IsUntold}",
    ];

    /// <summary>Reasons are remembered for so long, in milliseconds.</summary>
    private const long Remembered = 30L * 24 * 60 * 60 * 1000;

    private readonly Dictionary<ToldEdition, long> _entered = new(ReferenceEqualityComparer.Instance);

    /// <summary>Forgets the reasons of old ones.</summary>
    public Task<int> ForgetAsync(CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        "update editions set choices = null where made_at < @Old and choices is not null", new { Old = now - Remembered }, cancellationToken: ct));

    /// <summary>The edition's number, given when nobody was told the same before.</summary>
    public async Task<long> EnterAsync(ToldEdition edition, CancellationToken ct)
    {
        if (!_entered.TryGetValue(edition, out var id))
        {
            _entered[edition] = id = await FindOrAddAsync(edition, ct);
        }

        return id;
    }

    private async Task<long> FindOrAddAsync(ToldEdition edition, CancellationToken ct)
    {
        var choices = ChoicesJson.Write(edition.Choices);
        var hash = HashOf(edition, choices);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into editions (hash, made_at, choices) values (@Hash, @Now, @Choices) on conflict (hash) do nothing",
            new { Hash = hash, Now = now, Choices = choices },
            cancellationToken: ct));
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select id from editions where hash = @Hash", new { Hash = hash }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into edition_articles (edition_id, story_id, article_id) values (@Edition, @Story, @Article)
            on conflict (edition_id, story_id, article_id) do nothing
            """,
            edition.Told.SelectMany(told => told.Articles.Select(article => new { Edition = id, Story = told.Story.Value, Article = article.Value })),
            cancellationToken: ct));
        return id;
    }

    private static string HashOf(ToldEdition edition, string choices)
    {
        var told = edition.Told.Select(story => $"{story.Story.Value}: {Numbers.List(story.Articles.Select(article => article.Value))}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', told.Append(choices)))));
    }
}
