using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Digest.Tests.Commands;

/// <summary>A dispatcher with some commands, and somebody who asks it.</summary>
internal sealed class Asking(params IChatCommand[] commands)
{
    public static readonly DateTimeOffset Noon = new(2031, 5, 20, 12, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; } = new(Noon);

    public List<Exception> Bugs { get; } = [];

    /// <summary>Which communities there are beside the default set.</summary>
    public MemoryCommunities Communities { get; init; } = new();

    /// <summary>What admins are told of their sources.</summary>
    public MemorySources Sources { get; init; } = new(new MemoryArchive());

    /// <summary>Finds the channels that lines name.</summary>
    public FindChannel? FindChannel { get; set; }

    /// <summary>The asker's own language.</summary>
    public CultureInfo Language { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>A file that comes with each line.</summary>
    public GivenFile? File { get; set; }

    /// <summary>The message that each line answers.</summary>
    public string? RepliesTo { get; set; }

    public CommandDispatcher Dispatcher => field ??= new(commands, new RateLimit(Clock), Communities, Sources, Clock, (_, error) => Bugs.Add(error));

    public Task<Reply> AskAsync(
        string line, Access access = Access.Operator, string user = "u1", string channel = "c1", CommunityId? community = null) =>
        Dispatcher.RunAsync(
            new CommandRequest
            {
                Line = line,
                Chat = new ChatAddress("terminal", "home", channel),
                Community = community ?? CommunityId.DefaultSet,
                User = user,
                ReadFile = (path, _, _) => Task.FromResult(path is null or "feeds.opml" ? File : null),
                RepliesTo = RepliesTo,
                FindChannel = FindChannel,
                Access = access,
                Language = Language,
                Zone = TimeZoneInfo.CreateCustomTimeZone("Norrmark", TimeSpan.FromHours(2), "Norrmark", "Norrmark"),
            },
            TestContext.Current.CancellationToken);
}

/// <summary>Takes one argument of each kind and keeps the call.</summary>
internal sealed class ListeningCommand : IChatCommand
{
    public CommandCall? Call { get; private set; }

    /// <summary>The culture that the command ran in.</summary>
    public string? Language { get; private set; }

    public Exception? Fault { get; init; }

    public Access Access { get; init; }

    public CommandSpec Spec => new("listen", "listens", Access, CommandGroup.Ask)
    {
        Arguments =
        [
            new("who", ArgumentKind.Person, "a person") { Positional = true, Required = true },
            new("about", ArgumentKind.Words, "words"),
            new("since", ArgumentKind.Moment, "a time"),
            new("style", ArgumentKind.Choice, "a choice") { Choices = ["brief", "full"] },
            new("max", ArgumentKind.Number, "a number") { Min = 1, Max = 9 },
            new("in", ArgumentKind.Channel, "a channel"),
            new("page", ArgumentKind.Number, "hidden") { Hidden = true, Min = 1 },
        ],
        Examples = ["/listen varga"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        (Call, Language) = (call, CultureInfo.CurrentUICulture.Name);
        return Fault is null ? Task.FromResult(Reply.Ok(new Paragraph("heard"))) : throw Fault;
    }
}
