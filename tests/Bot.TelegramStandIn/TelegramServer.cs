using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Bot.TelegramStandIn.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.TelegramStandIn;

/// <summary>
/// A stand-in for Telegram's server on a port of this machine. It holds every request and each of its own answers against the specification, keeps a
/// small world of people and chats, and lets go wrong what it is told to. People act through <see cref="Person"/>.
/// </summary>
public sealed class TelegramServer : IAsyncDisposable
{
    private readonly World _world;
    private readonly HookDelivery _hook;
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _end = new();
    private bool _areViolationsExpected;

    private TelegramServer(World world, WebApplication server)
    {
        (_world, _server, _hook) = (world, server, new(world));
        var front = new Front(world, this, _end.Token);
        server.Run(front.ServeAsync);
    }

    /// <summary>Where a bot should send its requests, instead of https://api.telegram.org.</summary>
    public Uri Address => new(_server.Urls.Single());

    /// <summary>The bot's token.</summary>
    public string Token => _world.Options.Token;

    public Account Bot => _world.Bot;

    /// <summary>All requests, those that went wrong too.</summary>
    public Journal<ApiCall> Calls { get; } = new();

    /// <summary>All requests with what became of them, in the order in which the server was done with them.</summary>
    public Journal<AnsweredCall> Answers { get; } = new();

    /// <summary>Requests for updates that wait, once they do: whoever asks after them sends them away.</summary>
    public Journal<ApiCall> Waiting => _world.Waiting;

    /// <summary>Messages of the bot in the order in which they came to be, also those of which the bot was not told.</summary>
    public Journal<Message> Sent => _world.Sent;

    /// <summary>Messages that the bot edited.</summary>
    public Journal<Message> Edited => _world.Edited;

    /// <summary>What a webhook answered, by status; 0 when nobody was there.</summary>
    public Journal<int> HookStatuses => _hook.Statuses;

    /// <summary>What will go wrong.</summary>
    public MishapScript Mishaps { get; } = new();

    /// <summary>What the bot was not told yet or did not confirm.</summary>
    public UpdateQueue Updates => _world.Updates;

    /// <summary>How often the bot was told that it writes too fast, by the rates alone.</summary>
    public int TooFast => _world.Refused429;

    /// <summary>Rules that were not kept by either side, without the reviewed deviations. Whoever asks answers for them: the end then says nothing more.</summary>
    public IReadOnlyList<Violation> Violations
    {
        get
        {
            _areViolationsExpected = true;
            return _world.Violations.All;
        }
    }

    internal World World => _world;

    /// <summary>Serves from now on.</summary>
    /// <param name="clock">Its time: of messages, rates, waiting and the life of what it keeps.</param>
    public static async Task<TelegramServer> StartAsync(StandInOptions? options = null, TimeProvider? clock = null, CancellationToken ct = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024;
            kestrel.Listen(System.Net.IPAddress.Loopback, options?.Port ?? 0);
        });
        var stand = new TelegramServer(new(options ?? new(), clock ?? TimeProvider.System), builder.Build());
        await stand._server.StartAsync(ct);
        return stand;
    }

    /// <summary>Somebody new with an account.</summary>
    public Person User(string name, string? username = null, string? language = "en")
    {
        lock (_world.Gate)
        {
            return new(this, _world.NewAccount(name, username, language));
        }
    }

    /// <summary>A new group, supergroup or channel with an owner and without the bot.</summary>
    public Chat Chat(ChatKind kind, string title, Person owner, string? username = null, bool isForum = false)
    {
        lock (_world.Gate)
        {
            var chat = _world.NewChat(kind, title, username, isForum);
            chat.Members[owner.Account.Id] = Membership.Of(owner.Account, MemberStatus.Creator);
            return chat;
        }
    }

    /// <summary>Tells the bot to come later with everything that it shows to a chat, or to anybody, for a time.</summary>
    /// <param name="chat">Null for all.</param>
    public void Rests(Chat? chat, TimeSpan time)
    {
        lock (_world.Gate)
        {
            _world.Rates.Rest(chat, time);
        }
    }

    /// <summary>A chat by its id; null where there is none.</summary>
    public Chat? FindChat(long id)
    {
        lock (_world.Gate)
        {
            return _world.Chats.GetValueOrDefault(id);
        }
    }

    /// <summary>The commands of one list of the bot ("default", "all_group_chats", "chat -100123"), names and descriptions.</summary>
    public IReadOnlyList<(string Name, string Description)> CommandsOf(string scope = "default", string language = "")
    {
        lock (_world.Gate)
        {
            return [.. (_world.CommandLists.GetValueOrDefault(Methods.Commands.Key(scope, language)) ?? []).Select(command => ((string)command!["command"]!, (string)command["description"]!))];
        }
    }

    /// <summary>Ends.</summary>
    /// <exception cref="InvalidOperationException">A rule was not kept, and nobody asked for <see cref="Violations"/>.</exception>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _hook.DisposeAsync();
        await _server.DisposeAsync();
        _end.Dispose();
        if (!_areViolationsExpected && _world.Violations.All is { Count: > 0 } violations)
        {
            throw new InvalidOperationException($"Rules of Telegram's Bot API were not kept:\n{string.Join('\n', violations)}");
        }
    }
}
