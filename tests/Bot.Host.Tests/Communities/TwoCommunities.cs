using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Bot.Host.Health;
using Bot.Host.Storage;
using Bot.Host.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Communities;

/// <summary>The real archive and all commands, with a community that has a source of its own and two that try to reach it.</summary>
public sealed class TwoCommunities : IAsyncLifetime
{
    /// <summary>Enough of the asker's own things that the numbers of the others' are no others in a reply.</summary>
    private const int Own = 57;

    private const int OwnFilters = 40;

    // A number that is no story of the asker is looked for as a word: none of these is one of the numbers that are tried.
    private const int FirstMeadow = 1001;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services;
    private Community? _owner;
    private Community? _asker;
    private Community? _bystander;

    // Nobody who did something before asks: they may wish to be forgotten.
    private int _asked = 5000;

    public TwoCommunities()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSettings().AddStorage(_folder.Path).AddStatus(_folder.Path).AddChatCommands();
        services.AddSingleton<IFetcher, DeadWeb>().AddSingleton<ISourceVisits, DeadWeb>();
        _services = services.BuildServiceProvider();
    }

    /// <summary>What does not exist, by name.</summary>
    public static IReadOnlyDictionary<string, string> Nowhere { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["article"] = "987651",
        ["story"] = "987652",
        ["source"] = "987653",
        ["filter"] = "987654",
        ["community"] = "987655",
        ["slot"] = "987656",
        ["sourcename"] = "Zzyzx Gazette",
        ["sourceurl"] = "https://zzyzx-gazette.example/feed",
        ["link"] = "https://zzyzx-gazette.example/wall",
        ["person"] = "quux-zzyzx",
        ["name"] = "Quux Zzyzx",
        ["words"] = "zzyzx quuxly",
        ["quote"] = "quux zzyzx plugh",
        ["item"] = "987651-0a0b0c",
        ["report"] = "987657",
    };

    /// <summary>What belongs to the other community, by the same names.</summary>
    public Dictionary<string, string> Theirs { get; } = new(StringComparer.Ordinal)
    {
        ["sourcename"] = "Harbour Letter",
        ["sourceurl"] = "https://harbour-letter.example/feed",
        ["link"] = "https://harbour-letter.example/wall",
        ["person"] = "odo-brandt",
        ["name"] = "Odo Brandt",
        ["words"] = "harbour wall",
        ["quote"] = "wall will hold",
    };

    public IEnumerable<string> Commands => _services.GetServices<IChatCommand>().Select(command => command.Spec.Name);

    /// <summary>What a command threw, as half a sentence; null when none did.</summary>
    public string? Defect => _services.GetRequiredService<CommandDefects>().Latest;

    /// <summary>The community that has what the others try to reach.</summary>
    public Community Owner => _owner!;

    /// <summary>Who names what is the owner's. Its own log may repeat those words, so what it is told by the way proves nothing.</summary>
    public Community Asker => _asker!;

    /// <summary>Who never names anything of the owner's.</summary>
    public Community Bystander => _bystander!;

    /// <summary>How much the other community had before it was attacked.</summary>
    public string Before { get; private set; } = "";

    public static string Fill(string line, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(line, (filled, pair) => filled.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        await _services.GetRequiredService<Migrator>().MigrateAsync(ct);
        (_asker, _bystander) = (await AttackerAsync("-1", ct), await AttackerAsync("-2", ct));
        var own = await Get<ISources>().ListAsync(Asker.Id, 0, 1, ct);
        await StoreAsync(own.Items[0].Id, [.. Enumerable.Range(FirstMeadow, Own).Select(Meadow)], ct);
        for (var number = 3; number < Own; number++)
        {
            _owner = await Get<ICommunities>().EnterAsync(new ChatAddress("telegram", $"-{number}", $"-{number}"), "Harbour", ct);
        }

        await FillOwnerAsync(new Editor(Owner.Id, "telegram 3"), ct);
        Before = await StateAsync(ct);
    }

    /// <summary>What the other community has, as it sees it.</summary>
    public async Task<string> StateAsync(CancellationToken ct)
    {
        var sources = await Get<ISources>().ListAsync(Owner.Id, 0, 9, ct);
        var filters = await Get<IFilters>().ListAsync(Owner.Id, ct);
        var community = await Get<ICommunities>().FindAsync(Owner.Id, ct);
        var articles = await Get<IArticles>().CountAsync(Owner.Id, ct);
        var digests = await Get<IDigestHistory>().HistoryAsync(Owner.Id, channel: null, failed: false, 0, 9, ct);
        var reports = await Get<IReports>().OpenAsync(Owner.Id, 0, 9, ct);
        var subscriptions = await Get<ISubscriptions>().ListAsync(Owner.Id, null, ct);
        return $"{string.Join(';', reports.Items)} {string.Join(';', digests.Items)} {string.Join(';', subscriptions)} {string.Join(';', sources.Items)} {string.Join(';', filters)} {community} {articles} {await Get<IPeople>().FindAsync(Owner.Id, "Odo Brandt", 9, ct) is [var person] && person.Slug == "odo-brandt"}";
    }

    /// <summary>Asks as an admin of the community; each time as somebody else, so that no rate limit answers instead.</summary>
    public Task<Reply> AskAsync(Community community, string line)
    {
        var user = (++_asked).ToString(CultureInfo.InvariantCulture);
        return _services.GetRequiredService<CommandDispatcher>().RunAsync(
            new CommandRequest
            {
                Line = line,
                Chat = new ChatAddress(community.Platform, community.Chat, user),
                Community = community.Id,
                User = user,
                Access = Access.CommunityAdmin,

                // Whatever a platform says of a foreign channel beside that it is none of the asker's business.
                FindChannel = (_, _) => Task.FromResult(new ChannelChoice(
                    new ChatAddress(Owner.Platform, Owner.Chat, Owner.Chat), Owner.Id, Access.Operator, "There is no such channel.")),
            },
            TestContext.Current.CancellationToken);
    }

    public Task<IReadOnlyList<Completion>> CompleteAsync(Community community, string line) => _services.GetRequiredService<CommandCompletion>()
        .CompleteAsync(community.Id, Access.CommunityAdmin, line, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<Community> AttackerAsync(string chat, CancellationToken ct)
    {
        var attacker = await Get<ICommunities>().EnterAsync(new ChatAddress("telegram", chat, chat), "Moor", ct);
        var editor = new Editor(attacker.Id, "telegram 2");
        await Get<ISources>().ImportAsync(
            editor, [.. Enumerable.Range(1, Own).Select(number => new NewSource(new Uri($"https://moor-{number}.example/feed"), SourceKind.Feed, $"Moor Echo {number}"))], ct);
        for (var number = 1; number <= OwnFilters; number++)
        {
            await Get<IFilters>().AddAsync(editor, new FilterRule(false, FilterKind.Words, $"rain{number}"), source: null, ct);
        }

        return attacker;
    }

    private async Task FillOwnerAsync(Editor owner, CancellationToken ct)
    {
        var source = (await Get<ISources>().AddAsync(owner, new NewSource(new Uri(Theirs["sourceurl"]), SourceKind.Feed, Theirs["sourcename"]), ct)).Source!;
        await StoreAsync(source.Id, [Wall], ct);
        var filter = (await Get<IFilters>().AddAsync(owner, new FilterRule(false, FilterKind.Words, "gulls"), source.Id, ct))!;
        var article = (await Get<IArticles>().FindAsync(owner.Community, new Uri(Theirs["link"]), ct))!.Citation.Article;
        var story = (await Get<IStories>().OfArticlesAsync(owner.Community, [article], ct))[article].Id;
        Assert.Null(await Get<IStories>().FindAsync(Asker.Id, story, ct));
        var slot = await DigestAsync(owner, ct);
        var item = ItemReference.Of((await Get<IQuotes>().InArticlesAsync(owner.Community, [article], ct))[0]);
        await Get<IReports>().AddAsync(owner, item, ReportKind.Person, Theirs["quote"], most: null, ct);
        Theirs["item"] = item.ToString();
        Theirs["report"] = (await Get<IReports>().OpenAsync(owner.Community, 0, 1, ct)).Items[0].Id.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, number) in (ReadOnlySpan<(string, long)>)
            [("slot", slot.Value), ("article", article.Value), ("story", story.Value), ("source", source.Id.Value), ("filter", filter.Id.Value), ("community", Owner.Id.Value)])
        {
            Theirs[name] = number.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A digest of the other community whose arrival is uncertain.</summary>
    private async Task<SlotId> DigestAsync(Editor owner, CancellationToken ct)
    {
        var (slots, ledger, now) = (Get<IDigestSlots>(), Get<IDeliveryLedger>(), _clock.GetUtcNow());
        var schedule = new Schedule { Cadence = Cadence.Default, Zone = "Europe/Berlin", ValidFrom = now };
        var order = await Get<ISubscriptions>().AddAsync(
            owner, new ChatAddress(Owner.Platform, Owner.Chat, Owner.Chat), schedule, new DigestWish("standard", null, null, null, null, ""), ct);

        // Behind others, so that its number is no number in a reply.
        var planned = Enumerable.Range(0, Own).Select(day => new Slot(new DateOnly(2026, 5, 1).AddDays(day), 0, now)).ToList();
        await slots.PlanAsync([new SlotsToPlan(order.Id, order.Look, planned, null)], ct);
        await slots.ComposeAsync([new ComposedDigest(order.Channel, new PlannedSlot(order.Id, planned[^1]), ["Harbour Letter"], null, false, [], [], ToldEdition.Nothing)], now, ct);
        await ledger.TakeAsync(Owner.Platform, keyLife: null, [], isRestShared: false, 1, ct);
        await ledger.RecoverAsync(Owner.Platform, keyLife: null, ct);
        return (await Get<IDigestHistory>().HistoryAsync(owner.Community, channel: null, failed: true, 0, 1, ct)).Items[0].Id;
    }

    private static News Wall { get; } = new News(
        "Divers find cracks in the harbour wall",
        "“The wall will hold,” Odo Brandt said. Odo Brandt, the harbour master, inspected the harbour wall on Monday.\nDivers measured three cracks below the lighthouse stairs, each as long as a rowing boat, and fishermen moved their nets to the northern quay.")
        .At(2026, 5, 31).Address("https://harbour-letter.example/wall").Person("Odo Brandt").Said("“The wall will hold,”", "Odo Brandt")
        .Dated("Odo Brandt, the harbour master, inspected the harbour wall on Monday.", "on Monday", new DateOnly(2026, 5, 25));

    private static News Meadow(int number) => new News(
        $"Meadow {number} is mown", $"“Hay {number} is dry,” Ann Moor said. Ann Moor mowed meadow {number}.\nSheep grazed on the heath while children gathered bilberries.")
        .At(2026, 5, 1 + (number % 28)).Address($"https://moor-1.example/{number}").Person("Ann Moor").Said($"“Hay {number} is dry,”", "Ann Moor");

    private Task<IReadOnlyList<AddOutcome>> StoreAsync(SourceId source, IEnumerable<News> articles, CancellationToken ct) =>
        Get<IArchiveWriter>().AddAsync(source, [.. articles.Select(article => article.Build())], ct);

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
