using System.Data.Common;
using System.Globalization;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Bot.Digest.Stories;
using Bot.Host.Storage.Filtering;
using Bot.Host.Storage.Sources;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>What a community's archive can be asked about.</summary>
public sealed class StoredVocabulary(IDatabase database) : IVocabulary
{
    /// <summary>The most quoted; others are found by their whole names.</summary>
    private const int MostPeople = 20_000;

    private const int MostTopics = 2_000;

    private const int MostStories = 500;

    private const int MostTitles = 20_000;

    /// <summary>Topics and stories are those of so long before the newest article, which may be old.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public Task<Sight> SightAsync(CommunityId asker, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var (reader, version) = await connection.QuerySingleAsync<(long Reader, long Version)>(new CommandDefinition(
                $"select {Visible.Reader("@Asker")}, version from people_version", new { Asker = asker.Value }, cancellationToken: ct));
            return new Sight(new CommunityId(reader), version);
        },
        ct);

    public Task<IReadOnlyList<Term>> ReadAsync(CommunityId reader, CancellationToken ct) =>
        Task.Run(() => database.ReadAsync(connection => ReadAsync(connection, reader, ct), ct), ct);

    private async Task<IReadOnlyList<Term>> ReadAsync(DbConnection connection, CommunityId reader, CancellationToken ct)
    {
        var titles = await TitlesAsync(connection, reader, ct);
        return
        [
            .. await PeopleAsync(connection, reader, ct),
            .. TitleTopics.Of(titles.Select(title => title.Title), MostTopics).Select(Topic),
            .. titles.Count == 0 ? [] : await StoriesAsync(connection, reader, new StoryPeriod(Stored.Moment(titles[^1].Published), Stored.Moment(titles[0].Published + 1)), ct),
            .. await SourcesAsync(connection, reader, ct),
        ];
    }

    private static async Task<IEnumerable<Term>> PeopleAsync(DbConnection connection, CommunityId reader, CancellationToken ct)
    {
        // Copies of quotes count here, which would be dear to take out for everybody: the counts only order the people.
        var people = await connection.QueryAsync<(long Id, string Slug, string Name, long Quotes, string? Role)>(new CommandDefinition(
            $"""
            select p.id, p.slug, p.name, c.quotes, {PersonQueries.Role}
            from (
                select ps.person_id as person_id, sum(ps.quotes) as quotes, sum(ps.articles) as articles
                from person_sources ps
                where ps.source_id in {Visible.Sources}
                group by ps.person_id
                having {Visible.HasCard("ps.person_id")}
                order by 2 desc, 3 desc, 1
                limit @Limit) c
            join persons p on p.id = c.person_id
            order by c.quotes desc, c.articles desc, c.person_id
            """,
            new { Asker = reader.Value, Limit = MostPeople },
            cancellationToken: ct));
        var forms = await VisibleForms.AllAsync(connection, reader, ct);
        return people.Select(person => new Term(
            TermKind.Person, person.Slug, person.Name, Shortest([.. forms[person.Id].Prepend(person.Name).SelectMany(form => NameKeys.KeysOf(form, [])).Select(key => key.Text)]), (int)person.Quotes)
        {
            Detail = person.Role,
        });
    }

    /// <summary>A form that another ends with is found by that other.</summary>
    private static List<string> Shortest(List<string> forms)
    {
        var kept = new List<string>();
        foreach (var form in forms.OrderByDescending(form => form.Length))
        {
            if (!kept.Exists(longer => longer == form || longer.EndsWith(" " + form, StringComparison.Ordinal)))
            {
                kept.Add(form);
            }
        }

        return kept;
    }

    /// <summary>The titles of late, the newest first.</summary>
    private static async Task<IReadOnlyList<(string Title, long Published)>> TitlesAsync(DbConnection connection, CommunityId reader, CancellationToken ct)
    {
        var told = await HiddenArticles.ToldAsync(connection, reader, "x.article_id", ct);
        var titles = (await connection.QueryAsync<(string Title, long Published)>(new CommandDefinition(
            $"""
            select a.title, x.published_at
            from story_articles x
            join articles a on a.id = x.article_id
            where x.source_id in {Visible.Sources} and {StoryRows.IsFirst} {told}
            order by x.published_at desc
            limit @Limit
            """,
            new { Asker = reader.Value, Limit = MostTitles },
            cancellationToken: ct))).AsList();
        return [.. titles.TakeWhile(title => title.Published > titles[0].Published - Lately.TotalMilliseconds)];
    }

    private static Term Topic((string Words, int Titles) topic) =>
        new(TermKind.Topic, topic.Words, topic.Words, [NameKeys.Fold(topic.Words)], topic.Titles) { Articles = topic.Titles };

    private async Task<IEnumerable<Term>> StoriesAsync(DbConnection connection, CommunityId reader, StoryPeriod period, CancellationToken ct)
    {
        var top = await new TopStories(database, connection, reader, period).ReadAsync(StoryOrder.Size, skip: 0, MostStories, ct);
        return top.Items.Select((one, place) => new Term(
            TermKind.Story, one.Story.Id.Value.ToString(CultureInfo.InvariantCulture), one.Story.Headline, [NameKeys.Fold(one.Story.Headline)], -place)
        {
            Articles = one.Story.Articles,
            Publishers = one.Story.Publishers,
        });
    }

    private static async Task<IEnumerable<Term>> SourcesAsync(DbConnection connection, CommunityId reader, CancellationToken ct)
    {
        var sources = await FollowedSources.ListAsync(connection, reader, skip: 0, int.MaxValue, ct);
        return sources.Items.Select((source, place) => new Term(
            TermKind.Source, source.Name, source.Name, [NameKeys.Fold(source.Name), .. source.Address is { } address ? [NameKeys.Fold(address.IdnHost)] : Array.Empty<string>()], -place)
        {
            Detail = source.Address?.IdnHost,
        });
    }
}
