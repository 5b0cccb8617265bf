using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Commands;
using Bot.DiscordStandIn;
using Bot.Host.Platforms.Discord;
using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Life;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Asked = Bot.DiscordStandIn.Interactions.Interaction;
using Guild = Bot.DiscordStandIn.Communities.Guild;
using Member = Bot.DiscordStandIn.Communities.Member;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>An interaction on its way: to its end, and to its first answer.</summary>
internal sealed record Handling(Task Ended, Task Answered);

/// <summary>What answers interactions, without a gateway, beside a stand-in of Discord: one clock, which only the test moves, is that of both.</summary>
internal sealed class DeskOnAStandstill(params IChatCommand[] commands) : IAsyncDisposable
{
    private ServiceProvider? _services;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 20, 8, 0, 0, TimeSpan.Zero));

    public StandInDiscord Discord { get; private set; } = null!;

    /// <summary>A server with a channel.</summary>
    public Guild Harbour { get; private set; } = null!;

    public RecordedLog Log { get; } = new();

    public MemoryCommunities Communities { get; } = new();

    /// <summary>What admins are told of once.</summary>
    public MemorySources Sources { get; } = new(new MemoryArchive());

    /// <summary>What the platform remembers.</summary>
    public MemoryPlatformState State { get; } = new();

    public CommandRegistration Registration => _services!.GetRequiredService<CommandRegistration>();

    public async Task StartAsync(CancellationToken ct)
    {
        Discord = await StandInDiscord.StartAsync(Clock, ct);
        Harbour = Discord.World.AddGuild("Harbour");
        Harbour.AddChannel("town");
        Begin();
        var tree = _services!.GetRequiredService<CommandTree>();
        Discord.World.Commands.Register(Discord.World, JsonSerializer.Serialize(tree.Bodies(), DiscordJson.Default.IReadOnlyListCommandBody));
    }

    /// <summary>What was in memory alone is gone.</summary>
    public async Task RestartAsync()
    {
        await _services!.DisposeAsync();
        Begin();
    }

    /// <summary>Enters the community of a server, or of somebody alone with the bot.</summary>
    public Member Known(Member member)
    {
        var chat = member.Guild?.IdText ?? string.Create(CultureInfo.InvariantCulture, $"{ChatAddress.DirectMark}{member.User.Id}");
        Communities.All.RemoveAll(known => known.Chat == chat);
        Communities.All.Add(new Community(new CommunityId(20 + Communities.All.Count), DiscordPlatform.Name, chat, "Harbour", CommunityStanding.Served, Clock.GetUtcNow(), 0, 100));
        return member;
    }

    /// <summary>Hands over what somebody asked, as the gateway would; what has nothing to wait for was done when it returns.</summary>
    public Handling Handle(Asked asked, CancellationToken ct)
    {
        var interaction = Read(asked);
        return Handle(interaction, new RequestedAnswer(_services!.GetRequiredService<DiscordRest>(), interaction), ct);
    }

    /// <summary>Hands over what somebody asked, whose first answer goes another way.</summary>
    public Handling Handle(Asked asked, IFirstAnswer first, CancellationToken ct) => Handle(Read(asked), first, ct);

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await Discord.DisposeAsync();
    }

    private static Interaction Read(Asked asked) => JsonSerializer.Deserialize(asked.ToJson(), DiscordJson.Default.Interaction)!;

    private Handling Handle(Interaction interaction, IFirstAnswer first, CancellationToken ct)
    {
        var watched = new WatchedAnswer(first);
        return new(_services!.GetRequiredService<InteractionDesk>().HandleAsync(interaction, watched, ct), watched.Given);
    }

    private void Begin()
    {
        _services = Services();
        _services.GetRequiredService<Guilds>().Keep(Harbour.IdText, new("Harbour", [], []));
    }

    private ServiceProvider Services()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Discord:Token"] = Discord.Gateway.Token,
            ["Discord:Server"] = Discord.Address.GetLeftPart(UriPartial.Authority),
        }).Build();
        var archive = new MemoryArchive();
        var dispatcher = new CommandDispatcher(commands, new RateLimit(Clock), Communities, Sources, Clock);
        return new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ICommunities>(Communities)
            .AddSingleton<IButtonCommands, KeptCommands>()
            .AddSingleton<IPlatformState>(State)
            .AddSingleton(dispatcher)
            .AddSingleton(new CommandCompletion(dispatcher, MemoryVocabulary.Kept(), archive.Stories))
            .AddDiscordSettings()
            .AddDiscord(settings)
            .BuildServiceProvider();
    }

    /// <summary>Tells when the bot knows that Discord took its first answer: only then may time go on.</summary>
    private sealed class WatchedAnswer(IFirstAnswer first) : IFirstAnswer
    {
        private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Given => _given.Task;

        public async Task<RestAnswer> SendAsync(InteractionAnswer answer, CancellationToken ct)
        {
            var taken = await first.SendAsync(answer, ct);
            _given.TrySetResult();
            return taken;
        }
    }

    private sealed class KeptCommands : IButtonCommands
    {
        private readonly ConcurrentDictionary<string, string> _kept = new(StringComparer.Ordinal);

        public Task<IReadOnlyList<string>> KeepAsync(IReadOnlyList<string> commands, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([.. commands.Select(Keep)]);

        public Task<string?> FindAsync(string key, CancellationToken ct) => Task.FromResult(_kept.GetValueOrDefault(key));

        private string Keep(string command)
        {
            var key = $"key{command.Length}";
            _kept[key] = command;
            return key;
        }
    }
}
