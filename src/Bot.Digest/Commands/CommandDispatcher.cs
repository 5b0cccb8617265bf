using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>
/// Answers a typed line: finds the command, checks rights, rate and arguments, runs it. The only place that catches what a command throws.
/// </summary>
/// <param name="commands">Every command there is.</param>
/// <param name="limit">Shared by all platforms of a host.</param>
/// <param name="communities">Whether the asking one is served.</param>
/// <param name="notices">What its admins are told once.</param>
/// <param name="clock">The time that answers are given at.</param>
/// <param name="onBug">Told of every exception that a command let escape; the asker gets an apology.</param>
public sealed class CommandDispatcher(
    IEnumerable<IChatCommand> commands, RateLimit limit, ICommunities communities, INotices notices, TimeProvider clock, Action<CommandRequest, Exception>? onBug = null)
{
    private readonly Dictionary<string, IChatCommand> _commands =
        commands.ToDictionary(command => command.Spec.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a user of that level may run, in the order of their names.</summary>
    public IReadOnlyList<CommandSpec> CommandsFor(Access access) =>
        [.. _commands.Values.Select(command => command.Spec).Where(spec => spec.Access <= access).OrderBy(spec => spec.Name, StringComparer.Ordinal)];

    /// <summary>Never throws but for cancellation.</summary>
    public async Task<Reply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        // Flows into the command and ends with this method: the culture of an async method does not leak to its caller.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = request.Language;
        try
        {
            return await AnswerAsync(request, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            onBug?.Invoke(request, error);
            return Reply.Problem(Words.Bug);
        }
    }

    private async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken ct)
    {
        // The operator's own terminal and page are not rationed.
        if (request.Access != Access.Operator && limit.Wait(request.Chat, request.User) is { } wait)
        {
            return Reply.Problem(Words.TooMany((int)Math.Ceiling(wait.TotalSeconds)));
        }

        var line = CommandLine.Read(request.Line);
        if (line.Problem is { } unreadable)
        {
            return Reply.Problem(unreadable);
        }

        if (Find(line) is not var (command, tokens))
        {
            return HelpCommand.Unknown(line.Name, CommandsFor(request.Access));
        }

        return await RefusalAsync(command.Spec, request, ct) is { } refusal ? Reply.Problem(refusal) : await RunAsync(command, tokens, request, ct);
    }

    private async Task<Reply> RunAsync(IChatCommand command, IReadOnlyList<Token> tokens, CommandRequest request, CancellationToken ct)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), request.Zone);
        var arguments = ArgumentReader.Read(command.Spec, tokens, DateOnly.FromDateTime(now.DateTime));
        if (arguments.Problem is { } wrong)
        {
            return Reply.Problem(wrong);
        }

        var call = Call(request, now, arguments.Values);
        return await WithNoticesAsync(await command.RunAsync(call, ct), call, ct);
    }

    /// <summary>Tells those who can do something about it, once, which sources are not well.</summary>
    private async Task<Reply> WithNoticesAsync(Reply reply, CommandCall call, CancellationToken ct)
    {
        if (call.Access < Access.ChannelAdmin || reply.Kind == ReplyKind.Problem)
        {
            return reply;
        }

        var news = await notices.TakeAsync(call.Community, ct);
        return news.Count == 0 ? reply : reply with { Blocks = [.. reply.Blocks, .. news.Select(notice => SourceNotices.Note(notice, call))] };
    }

    /// <summary>Why the asker or the community gets no answer; null when it does. A community that never entered is a stranger as well.</summary>
    private async Task<RichText?> RefusalAsync(CommandSpec spec, CommandRequest request, CancellationToken ct)
    {
        if (spec.Access > request.Access)
        {
            return spec.Access == Access.Operator ? Words.OperatorOnly(spec.Name) : Words.AdminsOnly(spec.Name);
        }

        if (spec.IsForStrangers || request.Access == Access.Operator || request.Community == CommunityId.DefaultSet)
        {
            return null;
        }

        return (await communities.FindAsync(request.Community, ct))?.Standing switch
        {
            CommunityStanding.Served => null,
            CommunityStanding.Blocked => (RichText)CommunityWords.NotServed,
            _ => CommunityWords.Waits,
        };
    }

    /// <summary>The command that a line names, by its first two words or its first, and what follows them; null for none.</summary>
    private (IChatCommand Command, IReadOnlyList<Token> Tokens)? Find(CommandLine line)
    {
        if (line.Tokens is [{ Option: null } word, ..] && _commands.TryGetValue($"{line.Name} {word.Value}", out var second))
        {
            return (second, [.. line.Tokens.Skip(1)]);
        }

        return _commands.TryGetValue(line.Name, out var first) ? (first, line.Tokens) : null;
    }

    private CommandCall Call(CommandRequest request, DateTimeOffset now, IReadOnlyDictionary<string, object> values) => new()
    {
        Chat = request.Chat,
        Community = request.Community,
        User = request.User,
        Access = request.Access,
        Zone = request.Zone,
        Now = now,
        Arguments = values,
        ReadFile = request.ReadFile,
        Commands = CommandsFor(request.Access),
    };
}
