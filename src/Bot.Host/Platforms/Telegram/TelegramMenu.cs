using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Microsoft.Extensions.Options;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Tells the server what this bot is: which commands it offers to whom, and where its updates go. What was told before is not told again.</summary>
public sealed partial class TelegramMenu(
    TelegramBot bot, CommandDispatcher dispatcher, IPlatformState state, IOptions<TelegramOptions> options, ILogger<TelegramMenu> logger)
{
    private const string WebhookKey = "webhook";

    /// <summary>core.telegram.org/bots/api#botcommand and #setmycommands.</summary>
    private const int LongestDescription = 256;

    private const int MostCommands = 100;

    /// <summary>Who sees which commands: in private everybody is the admin of the conversation.</summary>
    private static readonly (BotCommandScope Scope, Access Access)[] Scopes =
    [
        (BotCommandScope.AllPrivateChats(), Access.CommunityAdmin),
        (BotCommandScope.AllGroupChats(), Access.Everyone),
        (BotCommandScope.AllChatAdministrators(), Access.CommunityAdmin),
    ];

    /// <summary>English for everybody, then for those who speak another one of the interface's: the server knows languages by two letters.</summary>
    private static IEnumerable<CultureInfo> Languages =>
        InterfaceLanguages.All.Where(language => language.Name is [_, _] and not "en").Prepend(CultureInfo.InvariantCulture);

    public async Task StartAsync(CancellationToken ct)
    {
        var me = await bot.MeAsync(ct);
        foreach (var (scope, access) in Scopes)
        {
            foreach (var language in Languages)
            {
                await OfferAsync(scope, access, language, ct);
            }
        }

        await RouteAsync(ct);
        LogStarted(me.Username ?? "");
    }

    /// <summary>The commands in Telegram's form: "/source add" is "source_add".</summary>
    public IReadOnlyList<BotCommand> CommandsFor(Access access) =>
    [
        .. dispatcher.CommandsFor(access)
            .Select(spec => new BotCommand(TelegramLine.Pressable("/" + spec.Name)![1..], spec.Summary[..Math.Min(spec.Summary.Length, LongestDescription)]))
            .Take(MostCommands),
    ];

    private async Task OfferAsync(BotCommandScope scope, Access access, CultureInfo language, CancellationToken ct)
    {
        // Flows into the words of the commands and ends with this method.
        CultureInfo.CurrentUICulture = language;
        var commands = CommandsFor(access);
        var code = language.Name.Length > 0 ? language.Name : null;
        var key = $"commands {scope.Type} {code}".TrimEnd();
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{(await bot.MeAsync(ct)).Id}\n{string.Join('\n', commands.Select(command => $"{command.Command} {command.Description}"))}")));
        if (await state.ReadAsync(TelegramAddress.Platform, key, ct) != hash)
        {
            await bot.SendAsync(new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = code }, ct);
            await state.WriteAsync(TelegramAddress.Platform, key, hash, ct);
        }
    }

    /// <summary>Sets the webhook, or takes away the one that was set here before. One that somebody else set is theirs.</summary>
    private async Task RouteAsync(CancellationToken ct)
    {
        var (wanted, set) = (options.Value.Webhook, await state.ReadAsync(TelegramAddress.Platform, WebhookKey, ct) ?? "");
        if (wanted.Length > 0)
        {
            await bot.SendAsync(
                new SetWebhookRequest { Url = wanted, SecretToken = options.Value.WebhookSecret, AllowedUpdates = RawUpdates.Wanted, MaxConnections = TelegramWebhook.MostAtOnce }, ct);
        }
        else if (set.Length > 0)
        {
            await bot.SendAsync(new DeleteWebhookRequest(), ct);
        }

        if (wanted != set)
        {
            await state.WriteAsync(TelegramAddress.Platform, WebhookKey, wanted, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot is on Telegram: https://t.me/{Bot}")]
    private partial void LogStarted(string bot);
}
