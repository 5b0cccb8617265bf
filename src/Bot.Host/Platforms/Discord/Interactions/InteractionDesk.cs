using System.Globalization;
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
    Sharing sharing, DiscordRest rest, TimeProvider clock, ILogger<InteractionDesk> logger)
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

        Speak(InterfaceLanguages.Nearest(interaction.Locale));
        try
        {
            await (interaction switch
            {
                { Type: Interaction.Command } => AnswerAsync(interaction, first, ct),
                { Type: Interaction.Pressed, Data.CustomId: var pressed } when Sharing.Shares(pressed) => ShareAsync(interaction, first, ct),
                { Type: Interaction.Pressed } => AnswerAsync(interaction, first, ct),
                { Type: Interaction.Typing } => SuggestAsync(interaction, first, ct),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            LogFailed(interaction.Id, error);
        }
    }

    private async Task SuggestAsync(Interaction interaction, IFirstAnswer first, CancellationToken ct)
    {
        if (await askers.FindAsync(interaction, ct) is { } asker)
        {
            Speak(asker.Language);
            await first.SendAsync(new InteractionAnswer(InteractionAnswer.Choices, new AnswerData { Choices = await suggestions.FindAsync(interaction.Data!, asker, ct) }), ct);
        }
    }

    /// <summary>In the language of the answer that is shared.</summary>
    private async Task ShareAsync(Interaction interaction, IFirstAnswer first, CancellationToken ct)
    {
        if (await askers.FindAsync(interaction, ct) is { } asker)
        {
            Speak(asker.Language);
            await sharing.ShareAsync(interaction, first, ct);
        }
    }

    private async Task AnswerAsync(Interaction interaction, IFirstAnswer first, CancellationToken ct)
    {
        var pending = new PendingAnswer(interaction, first, rest, clock, logger);

        // What is late already is put off before anything is done: where nobody waits any more, nothing is to happen.
        var isLate = clock.GetUtcNow() - Snowflake.Time(interaction.Id) > Quick;
        if (isLate && !await pending.PutOffAsync(ct))
        {
            return;
        }

        // What was begun is done, and its answer is given whatever becomes of its place.
        var working = WorkAsync(interaction, ct);
        var hasPlace = isLate || await Task.WhenAny(working, Task.Delay(Quick, clock, ct)) == working || await pending.PutOffAsync(ct);
        var (messages, file, language) = await working;
        Speak(language);
        await (hasPlace ? pending.GiveAsync(messages, file, ct) : pending.GiveDirectlyAsync(messages, file, ct));
    }

    /// <summary>Runs the command that is meant.</summary>
    /// <returns>The reply, with a button where its reader may show it to all, the file that goes with it, and the language that it is written in.</returns>
    private async Task<(IReadOnlyList<MessageBody> Messages, AttachedFile? File, CultureInfo Language)> WorkAsync(Interaction interaction, CancellationToken ct)
    {
        if (await LineAsync(interaction.Data!, ct) is not { } line || await askers.FindAsync(interaction, ct) is not { } asker)
        {
            return (await WriteAsync(Reply.Problem(DiscordWords.OldButton), ct), null, CultureInfo.CurrentUICulture);
        }

        Speak(asker.Language);
        var reply = await dispatcher.RunAsync(RequestOf(line, interaction, asker), ct);
        var isForAll = !asker.IsDirect && reply is { Kind: ReplyKind.Answer, File: null, TellsAdmins: false } && tree.OfLine(line) is { Access: Access.Everyone };
        var messages = await WriteAsync(reply, ct);
        return (isForAll ? sharing.Offer(interaction, messages) : messages, reply.File, reply.Language);
    }

    private Task<MessageBody[]> WriteAsync(Reply reply, CancellationToken ct) =>
        Task.WhenAll(DiscordRenderer.Render(reply).Select(message => ButtonIds.ShortenAsync(message, buttons, ct)));

    /// <summary>Flows into what the calling method calls, and ends with it.</summary>
    private static void Speak(CultureInfo language) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = language;

    /// <summary>The line that was chosen or pressed; null when nobody knows any more what the button runs.</summary>
    private Task<string?> LineAsync(InteractionData data, CancellationToken ct) =>
        data.Name is { } name ? Task.FromResult<string?>(tree.Find(data) is var (spec, options) ? OptionLine.Of(spec, options) : $"/{name}")
        : ButtonIds.ReadAsync(data.CustomId is ButtonIds.Menu ? data.Values is [{ } chosen, ..] ? chosen : "" : data.CustomId ?? "", buttons, ct);

    private CommandRequest RequestOf(string line, Interaction interaction, Asker asker) => new()
    {
        Line = line,
        Chat = asker.Chat,
        Community = asker.Community.Id,
        User = asker.User.Id,
        Access = asker.Access,
        Language = asker.Language,
        PostLanguage = asker.IsDirect ? null : InterfaceLanguages.Nearest(interaction.GuildLocale),
        ReadFile = files.For(interaction),
        RepliesTo = interaction.Message?.Id,
        FindChannel = channels.For(interaction, asker),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Interaction {Interaction} was not answered")]
    private partial void LogFailed(string interaction, Exception error);
}
