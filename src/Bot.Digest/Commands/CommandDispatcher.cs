using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

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

    /// <summary>What a user of that level may run, with the options that are theirs to give, in the order of their names.</summary>
    public IReadOnlyList<CommandSpec> CommandsFor(Access access) =>
    [
        .. _commands.Values
            .Select(command => command.Spec)
            .Where(spec => spec.Access <= access)
            .OrderBy(spec => spec.Name, StringComparer.Ordinal)
            .Select(spec => spec with { Arguments = [.. spec.Arguments.Where(argument => argument.Access <= access)] }),
    ];

    /// <summary>Whether a line may be run for somebody who did not mean to: everybody may ask it, and it needs no second thought.</summary>
    public bool OnlyAsks(string line) => Find(CommandLine.Read(line))?.Command.Spec is { Access: Access.Everyone, Keeps: false } spec && !Confirmation.IsNeeded(spec);

    /// <summary>Whether a line asks about the message that it answers.</summary>
    public bool IsAboutMessage(string line) => Find(CommandLine.Read(line))?.Command.Spec.IsAboutMessage == true;

    /// <summary>Whether a line asks for another page of an answer, as the buttons ‹ and › do.</summary>
    public static bool TurnsPage(string line) => CommandLine.Read(line).Tokens.Any(token => token.Option == SharedArguments.Page);

    /// <summary>Whether two lines ask for the same, or for pages of the same.</summary>
    public static bool AskSame(string one, string other)
    {
        var (first, second) = (CommandLine.Read(one), CommandLine.Read(other));
        return first.Name == second.Name && Asked(first).SequenceEqual(Asked(second));

        static IEnumerable<Token> Asked(CommandLine line) => line.Tokens.Where(token => token.Option != SharedArguments.Page);
    }

    /// <summary>Counts what somebody asks; to be asked before what costs a platform something, or the archive more than a look at who is asked.</summary>
    /// <param name="chat">Where it is asked.</param>
    /// <returns>The answer, in the words of the present culture, when it is one too many; null when it may be run.</returns>
    public Reply? Count(ChatAddress chat, string user) =>
        limit.Wait(chat, user) is { } wait ? Reply.Problem(Words.TooMany((int)Math.Ceiling(wait.TotalSeconds))) : null;

    /// <summary>Never throws but for cancellation.</summary>
    public async Task<Reply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        Speak(request.Language);
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
        // The operator's own terminal and page are not rationed. A flood is to cost the archive nothing.
        if (request.Access != Access.Operator && !request.IsCounted && Count(request.Chat, request.User) is { } tooMany)
        {
            return tooMany;
        }

        var here = await Place.FindAsync(communities, request, ct);
        Speak(here.Request.Language);
        var line = CommandLine.Read(request.Line);
        return line.Problem is { } unreadable ? Reply.Problem(_commands.TryGetValue(line.Name, out var meant) ? Words.NoSlashBefore(meant.Spec.Name) : unreadable)
            : Find(line) is var (command, tokens) ? await RunAsync(command, tokens, here, ct)
            : HelpCommand.Unknown(line.Name, CommandsFor(request.Access));
    }

    private async Task<Reply> RunAsync(IChatCommand command, IReadOnlyList<Token> tokens, Place here, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var arguments = ArgumentReader.Read(command.Spec, tokens, here.Request.Zone.DayAt(now));
        var (place, problem) = await here.NamedAsync(communities, command.Spec, arguments.Values, ct);
        if ((problem ?? place!.Refusal(command.Spec, arguments.Values) ?? arguments.Problem) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        Speak(place!.Request.Language);
        var call = place.Call(now, arguments.Values, CommandsFor(place.Request.Access));
        var reply = await WithNoticesAsync(await command.RunAsync(call, ct), call, ct);
        return place.Named is { } named ? new OffersThere(named, other => Find(other)?.Command.Spec).In(reply) : reply;
    }

    /// <summary>Whether a community gets answers from the archive.</summary>
    internal async Task<bool> ServesAsync(CommunityId community, Access access, CancellationToken ct) =>
        Place.Refusal(community, await communities.FindAsync(community, ct), access) is null;

    /// <summary>Flows into what the calling method calls, and ends with it: the culture of an async method does not leak to its caller.</summary>
    private static void Speak(CultureInfo language) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = language;

    /// <summary>Tells those who can do something about it, once, which sources are not well and which digests are held.</summary>
    private async Task<Reply> WithNoticesAsync(Reply reply, CommandCall call, CancellationToken ct)
    {
        if (call.Access < Access.ChannelAdmin || reply.Kind == ReplyKind.Problem)
        {
            return reply;
        }

        // The command may have changed the language.
        Speak(reply.Language);
        var news = await notices.TakeAsync(call.Community, call.OwnChannel, ct);
        Note[] notes = [.. news.Held.Select(held => HeldNote(held, call)), .. news.Sources.Select(notice => SourceNotices.Note(notice, call))];
        return notes.Length == 0 ? reply : reply with { Blocks = [.. reply.Blocks, .. notes], TellsAdmins = true };
    }

    /// <summary>A number means another digest in another channel.</summary>
    private static Note HeldNote(Subscription held, CommandCall call)
    {
        var (number, reason) = (SubscriptionLines.Number(held), DeliveryStates.Of(held.HeldFor));
        var resume = CommandText.Of(ResumeCommand.Name, number);
        return new Note(held.Address == call.Chat
            ? DeliveryWords.HeldNotice(number, reason, resume)
            : DeliveryWords.HeldNoticeThere(number, held.Address.Channel, reason, resume));
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
}
