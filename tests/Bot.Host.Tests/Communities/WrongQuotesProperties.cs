using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Health;
using Bot.Host.Storage;
using Bot.Host.Tests.Storage;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Communities;

/// <summary>Whatever was hidden, lost its speaker or was removed: no answer of any command shows it, however one comes to it.</summary>
public sealed class WrongQuotesProperties
{
    private const int Articles = 6;

    private static readonly string[] Names = ["Ann Moor", "Odo Brandt", "Ilse Varga"];

    private static readonly string[] Begin =
    [
        "/who ann-moor", "/who odo-brandt", "/who ilse-varga", "/said \"stays in the harbour\"", "/said harbour stays by:moor", "/timeline harbour", "/timeline odo-brandt",
        "/search harbour", "/search \"stays in the harbour\"", "/digest since:2026-05-01", "/digest since:2026-05-01 style:full", "/latest", "/top since:2026-05-01",
        "/compare ann-moor odo-brandt about:harbour", "/story 1", "/article 1",
    ];

    private static readonly string[] Reading = ["who", "said", "timeline", "search", "digest", "latest", "top", "compare", "story", "article", "wrong"];

    private static readonly Gen<(int[] Marks, bool[] Removed)> Wrongs = Gen.Select(Gen.Int[0, 3].Array[2 * Articles], Gen.Int[0, 3].Select(die => die == 0).Array[Names.Length]);

    [Fact]
    public async Task No_answer_shows_what_was_wrong() => await Wrongs.SampleAsync(
        async wrong =>
        {
            await using var archive = new Archive();
            await archive.FillAsync(wrong.Marks, wrong.Removed);

            var open = new Queue<string>(Begin);
            var asked = new HashSet<string>(Begin, StringComparer.Ordinal);
            while (open.TryDequeue(out var line))
            {
                var reply = await archive.AskAsync(line);
                Check(line, reply, wrong.Marks, wrong.Removed);
                foreach (var offered in Offered(reply).Where(one => Reading.Contains(one.Split(' ')[0][1..]) && !one.Contains("kind:", StringComparison.Ordinal)).Where(asked.Add))
                {
                    open.Enqueue(offered);
                }
            }

            return asked.Count > Begin.Length;
        },
        iter: 5,
        threads: 1);

    private static void Check(string line, Reply reply, int[] marks, bool[] removed)
    {
        var text = ReplyJson.Write(reply);
        foreach (var (quote, mark) in marks.Index())
        {
            Assert.False(mark == (int)QuoteMark.Hidden && text.Contains(Words(quote), StringComparison.Ordinal), $"{line} shows “{Words(quote)}”");
            var unnamed = mark == (int)QuoteMark.Unresolved || removed[Speaker(quote)];
            Assert.False(
                unnamed && reply.Blocks.OfType<Quotation>().Any(block => block.Words.ToString().Contains(Words(quote), StringComparison.Ordinal)
                    && (line.StartsWith("/who", StringComparison.Ordinal) || block.Source.ToString().Contains(Names[Speaker(quote)], StringComparison.Ordinal))),
                $"{line} says who said “{Words(quote)}”");
        }

        foreach (var name in Names.Where((_, at) => removed[at]))
        {
            Assert.DoesNotContain(Offered(reply), offered => offered.Contains(Slug(name), StringComparison.Ordinal) && !line.Contains(Slug(name), StringComparison.Ordinal));
        }
    }

    private static string Words(int quote) => $"Ship {quote + 10} stays";

    private static int Speaker(int quote) => quote % Names.Length;

    private static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');

    private static IEnumerable<string> Offered(Reply reply) => reply.Buttons.SelectMany(row => row).Select(button => button.Command)
        .Concat(reply.Blocks.SelectMany(block => block.Lines).SelectMany(line => line).OfType<CommandLink>().Select(link => link.Command));

    /// <summary>All commands over a real archive of six articles with two quotes each, which their summaries and dated sentences repeat.</summary>
    private sealed class Archive : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly ServiceProvider _services;
        private CommunityId _community;

        public Archive()
        {
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
            services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero)));
            services.AddSettings().AddStorage(_folder.Path).AddStatus(_folder.Path).AddChatCommands();
            services.AddSingleton<IFetcher, DeadWeb>().AddSingleton<ISourceVisits, DeadWeb>();
            _services = services.BuildServiceProvider();
        }

        public async Task FillAsync(int[] marks, bool[] removed)
        {
            var ct = TestContext.Current.CancellationToken;
            await _services.GetRequiredService<Migrator>().MigrateAsync(ct);
            _community = (await Get<ICommunities>().EnterAsync(new ChatAddress("telegram", "-2", "-2"), "Moor", ct)).Id;
            var source = await Get<IArchiveWriter>().EnsureSourceAsync(CommunityId.DefaultSet, "Norrmark Post", ct);
            await Get<IArchiveWriter>().AddAsync(source, [.. Enumerable.Range(0, Articles).Select(number => Told(number).Build())], ct);
            var said = await Get<IQuotes>().InArticlesAsync(_community, [.. Enumerable.Range(1, Articles).Select(id => new ArticleId(id))], ct);
            foreach (var (quote, mark) in marks.Index().Where(one => one.Item is (int)QuoteMark.Hidden or (int)QuoteMark.Unresolved))
            {
                var hit = said.Single(hit => hit.Text.Contains(Words(quote), StringComparison.Ordinal));
                await Get<IQuoteMarks>().MarkAsync(new Editor(_community, "telegram 5"), ItemReference.Of(hit), (QuoteMark)mark, ct);
            }

            foreach (var name in Names.Where((_, at) => removed[at]))
            {
                var person = Assert.Single(await Get<IPeople>().FindAsync(CommunityId.DefaultSet, name, 5, ct));
                await Get<IPersonEditing>().RemoveAsync(new Editor(CommunityId.DefaultSet, "terminal"), person.Id, ct);
            }
        }

        public async Task<Reply> AskAsync(string line)
        {
            var reply = await _services.GetRequiredService<CommandDispatcher>().RunAsync(
                new CommandRequest
                {
                    Line = line,
                    Chat = new ChatAddress("telegram", "-2", "-2"),
                    Community = _community,
                    User = "5",
                    Access = Access.Operator,
                },
                TestContext.Current.CancellationToken);
            Assert.Null(Get<CommandDefects>().Latest);
            return reply;
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            _folder.Dispose();
        }

        private static News Told(int number)
        {
            var (first, second) = (2 * number, (2 * number) + 1);
            var (one, other) = (Names[Speaker(first)], Names[Speaker(second)]);
            var (words, more) = ($"“{Words(first)} in the harbour until noon,”", $"“{Words(second)} in the harbour until the evening,”");
            var (sentence, next) = ($"{words} said {one} on Monday.", $"{more} said {other}, and left on Tuesday.");
            var news = new News(string.Create(CultureInfo.InvariantCulture, $"Harbour day {number}"), $"{sentence}\nThe harbour was quiet. {next}")
                .At(2026, 5, 20 + number).Person(one);
            return (other == one ? news : news.Person(other)).Said(words, one).Said(more, other)
                .Dated(sentence, "Monday", new DateOnly(2026, 5, 18)).Dated(next, "Tuesday", new DateOnly(2026, 5, 19)).Summary(sentence).Summary(next);
        }

        private T Get<T>()
            where T : notnull => _services.GetRequiredService<T>();
    }
}
