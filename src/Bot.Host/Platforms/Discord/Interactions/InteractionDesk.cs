using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>Answers what people do, however it came here: each interaction once.</summary>
public sealed partial class InteractionDesk(
    CommandDispatcher dispatcher, CommandTree tree, Suggestions suggestions, Askers askers, ChannelLookup channels, AttachedFiles files, IButtonCommands buttons,
    DiscordRest rest, TimeProvider clock, ILogger<InteractionDesk> logger)
{
    /// <summary>Longer and the answer is put off; Discord waits three seconds from when somebody pressed Enter.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    private readonly SeenOnce _seen = new();

    /// <summary>Answers; throws only when <paramref name="ct"/> is cancelled.</summary>
    public async Task HandleAsync(Interaction interaction, IFirstAnswer first, CancellationToken ct)
    {
        if (!_seen.Add(interaction.Id))
        {
            return;
        }

        try
        {
            if (await askers.FindAsync(interaction, ct) is { } asker)
            {
                await (interaction.Type switch
                {
                    Interaction.Command => RunAsync(interaction, asker, first, ct),
                    Interaction.Pressed => PressAsync(interaction, asker, first, ct),
                    Interaction.Typing => SuggestAsync(interaction, asker, first, ct),
                    _ => Task.CompletedTask,
                });
            }
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            LogFailed(interaction.Id, error);
        }
    }

    private async Task SuggestAsync(Interaction interaction, Asker asker, IFirstAnswer first, CancellationToken ct) =>
        await first.SendAsync(new InteractionAnswer(InteractionAnswer.Choices, new AnswerData { Choices = await suggestions.FindAsync(interaction.Data!, asker, ct) }), ct);

    private async Task RunAsync(Interaction interaction, Asker asker, IFirstAnswer first, CancellationToken ct)
    {
        var line = tree.Find(interaction.Data!) is var (spec, options) ? OptionLine.Of(spec, options) : $"/{interaction.Data!.Name}";
        await AnswerAsync(line, interaction, asker, Pending(interaction, asker, first, isUpdate: false), ct);
    }

    private async Task PressAsync(Interaction interaction, Asker asker, IFirstAnswer first, CancellationToken ct)
    {
        var id = interaction.Data!.CustomId is ButtonIds.Menu ? interaction.Data.Values is [{ } chosen, ..] ? chosen : "" : interaction.Data.CustomId ?? "";
        if (id == ButtonIds.Share)
        {
            await Sharing.ShareAsync(interaction, asker, first, rest, ct);
        }
        else if (await ButtonIds.ReadAsync(id, buttons, ct) is { } line)
        {
            // What only the presser sees may change in its place; what all see stays as it is.
            var isOwn = asker.IsDirect || (interaction.Message?.Flags & MessageFlags.Ephemeral) != 0;
            await AnswerAsync(line, interaction, asker, Pending(interaction, asker, first, isOwn && line.Contains(" page:", StringComparison.Ordinal)), ct);
        }
        else
        {
            await Pending(interaction, asker, first, isUpdate: false).GiveAsync(DiscordRenderer.Render(Reply.Problem(DiscordWords.OldButton)), file: null, ct);
        }
    }

    private PendingAnswer Pending(Interaction interaction, Asker asker, IFirstAnswer first, bool isUpdate) =>
        new(interaction, asker.User, first, rest, clock, logger, isUpdate, isPrivate: !asker.IsDirect);

    private async Task AnswerAsync(string line, Interaction interaction, Asker asker, PendingAnswer pending, CancellationToken ct)
    {
        // What is late already is put off before anything is done: where nobody waits any more, nothing is to happen.
        var isLate = clock.GetUtcNow() - Snowflake.Time(interaction.Id) > Quick;
        if (isLate && !await pending.PutOffAsync(ct))
        {
            return;
        }

        var working = dispatcher.RunAsync(RequestOf(line, interaction, asker), ct);
        if (!isLate && await Task.WhenAny(working, Task.Delay(Quick, clock, ct)) != working && !await pending.PutOffAsync(ct))
        {
            return;
        }

        var reply = await working;
        var messages = await Task.WhenAll(DiscordRenderer.Render(reply).Select(message => ButtonIds.ShortenAsync(message, buttons, ct)));
        var isForAll = !asker.IsDirect && reply is { Kind: ReplyKind.Answer, File: null } && tree.OfLine(line) is { Access: Access.Everyone };
        await pending.GiveAsync([.. messages[..^1], isForAll ? Sharing.Offer(messages[^1]) : messages[^1]], reply.File, ct);
    }

    private CommandRequest RequestOf(string line, Interaction interaction, Asker asker) => new()
    {
        Line = line,
        Chat = asker.Chat,
        Community = asker.Community.Id,
        User = asker.User.Id,
        Access = asker.Access,
        ReadFile = files.For(interaction),
        RepliesTo = interaction.Message?.Id,
        FindChannel = channels.For(interaction, asker),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Interaction {Interaction} was not answered")]
    private partial void LogFailed(string interaction, Exception error);
}
