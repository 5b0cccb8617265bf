using System.Diagnostics;
using System.Globalization;
using Bot.Digest;
using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks;

/// <summary>
/// Many channels whose digest is due in the same minute, day after day: from the moment that they are due until the last message waits to be
/// sent. Sending is the platforms' matter and is not counted; it is settled between the days.
/// </summary>
/// <param name="wishes">How many different wishes they have.</param>
internal sealed class ChannelsRun(int channels, int wishes, int articles, string folder)
{
    private const int Days = 3;
    private const string Platform = "bench";
    private static readonly string[] Styles = ["standard", "brief", "full"];

    private static readonly DateTimeOffset _begin = new(GeneratedNews.Newest.AddDays(1 - Days).UtcDateTime.Date, TimeSpan.Zero);

    private readonly GeneratedNews _news = new(seed: 2);
    private readonly SetClock _clock = new() { Now = _begin };

    public async Task<Dictionary<string, object>> RunAsync(CancellationToken ct)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddLogging()
            .AddStorage(folder)
            .AddSingleton<NewsDesk>()
            .BuildServiceProvider();
        await services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await FillAsync(services, ct);
        await SubscribeAsync(services, ct);
        var days = new List<object>();
        for (var day = 0; day < Days; day++)
        {
            _clock.Now = _begin.AddDays(day).AddHours(8).AddSeconds(1);
            days.Add(await DayAsync(services, ct));
        }

        return new()
        {
            ["channels"] = channels,
            ["wishes"] = wishes,
            ["articles"] = articles,
            ["days"] = days,
            ["peak_mb"] = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000,
        };
    }

    private async Task<Dictionary<string, object>> DayAsync(ServiceProvider services, CancellationToken ct)
    {
        var slots = services.GetRequiredService<IDigestSlots>();
        var (clock, began) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await new SlotPlanning(slots, _clock, subscription => throw new InvalidOperationException(subscription.Schedule.Zone)).RunAsync(ct);
        var planned = clock.Elapsed;
        var writing = new DigestWriting(slots, services.GetRequiredService<NewsDesk>(), [new TextPlatform()], _clock, (_, defect) => throw defect);
        await writing.RunAsync(ct);
        var (written, processor) = (clock.Elapsed, Environment.CpuUsage.TotalTime - began);
        var (waiting, bodies) = await services.GetRequiredService<IDatabase>().WriteAsync(
            async connection =>
            {
                var counts = await connection.QuerySingleAsync<(int, int)>("select count(distinct channel_id), count(distinct body) from deliveries where state = 1");
                await connection.ExecuteAsync("update slots set state = 3 where state = 2");
                await connection.ExecuteAsync("update deliveries set state = 3, ended_at = 0 where state = 1");
                return counts;
            },
            ct);
        Console.WriteLine($"{waiting} channels wait for {bodies} different messages: planned in {planned.TotalSeconds:F1} s, composed and enqueued after {written.TotalSeconds:F1} s, of the processor {processor.TotalSeconds:F1} s");
        return new()
        {
            ["channels_waiting"] = waiting,
            ["different_messages"] = bodies,
            ["planned_s"] = Math.Round(planned.TotalSeconds, 2),
            ["enqueued_s"] = Math.Round(written.TotalSeconds, 2),
            ["processor_s"] = Math.Round(processor.TotalSeconds, 2),
        };
    }

    /// <summary>The default set: the articles of some days, the last of which the digests tell of.</summary>
    private async Task FillAsync(ServiceProvider services, CancellationToken ct)
    {
        var writer = services.GetRequiredService<IArchiveWriter>();
        foreach (var part in Enumerable.Range(0, articles).GroupBy(number => number % 40))
        {
            var source = await writer.EnsureSourceAsync(CommunityId.DefaultSet, $"Outlet {part.Key}", ct);
            foreach (var some in part.Select(Understood).Chunk(50))
            {
                for (var left = (IReadOnlyList<UnderstoodArticle>)some; left.Count > 0;)
                {
                    left = [.. left.Skip((await writer.AddAsync(source, left, ct)).Count)];
                }
            }
        }
    }

    private UnderstoodArticle Understood(int number)
    {
        var article = _news.Article(number) with { Published = GeneratedNews.Newest.AddMinutes(-number * Days * 24.0 * 60 / articles) };
        return new UnderstoodArticle(article, Understanding.Read(article));
    }

    /// <summary>Each channel is that of a community of its own. Those that wish what another wishes are copied, which spares ten thousand commits.</summary>
    private async Task SubscribeAsync(ServiceProvider services, CancellationToken ct)
    {
        var subscriptions = services.GetRequiredService<ISubscriptions>();
        var schedule = new Schedule { Cadence = Cadence.Default, Zone = "UTC", ValidFrom = _begin };
        var models = new List<long>();
        for (var wish = 0; wish < wishes; wish++)
        {
            var chat = wish.ToString(CultureInfo.InvariantCulture);
            var community = await services.GetRequiredService<ICommunities>().EnterAsync(new ChatAddress(Platform, chat, chat), $"Group {chat}", ct);
            models.Add((await subscriptions.AddAsync(new Editor(community.Id, Platform), new ChatAddress(Platform, chat, chat), schedule, Wish(wish), ct)).Id.Value);
        }

        await services.GetRequiredService<IDatabase>().WriteAsync(
            async connection =>
            {
                var columns = (await connection.QueryAsync<string>("select name from pragma_table_info('subscriptions') where name not in ('id', 'channel_id')")).ToList();
                var copies = Enumerable.Range(wishes, channels - wishes)
                    .Select(channel => new { Community = channel + 1_000_000, Chat = channel.ToString(CultureInfo.InvariantCulture), Model = models[channel % wishes], Platform });
                return await connection.ExecuteAsync(
                    $"""
                    insert into communities (id, name, added_at) values (@Community, 'Group', 0);
                    insert into channels (community_id, platform, chat, channel) values (@Community, @Platform, @Chat, @Chat);
                    insert into subscriptions (channel_id, {string.Join(", ", columns)})
                    select last_insert_rowid(), {string.Join(", ", columns)} from subscriptions where id = @Model;
                    """,
                    copies);
            },
            ct);
    }

    private DigestWish Wish(int number)
    {
        var (style, topic) = (Styles[number % Styles.Length], number / Styles.Length);
        return new DigestWish(style, null, topic == 0 ? null : _news.Words.NounAt(topic), null, null, "");
    }

    /// <summary>Messages as a terminal shows them.</summary>
    private sealed class TextPlatform : IChatPlatform
    {
        public string Name => Platform;

        public PostingTerms Terms { get; } = new() { MessagesASecond = 1, MostOnTheirWay = 1 };

        public IReadOnlyList<string> Render(Reply reply, CultureInfo language) => [ReplyJson.Write(reply)];

        public Task<PostOutcome> PostAsync(Post post, CancellationToken ct) => throw new NotSupportedException();

        public Task<PostOutcome> EditAsync(Post post, string message, CancellationToken ct) => throw new NotSupportedException();
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
