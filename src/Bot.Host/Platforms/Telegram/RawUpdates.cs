using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Host.Platforms.Telegram;

/// <summary>getUpdates, each update still as JSON: one that the client's library cannot read must not keep the others back.</summary>
internal sealed class RawUpdates() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>What is asked for, in the API's words: it is remembered by the server, and what is left out of it is never sent.</summary>
    public static readonly UpdateType[] Wanted =
        [UpdateType.Message, UpdateType.ChannelPost, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember, UpdateType.ChatMember];

    /// <summary>The lowest number wanted; what is below it is forgotten by the server.</summary>
    public int? Offset { get; init; }

    /// <summary>Seconds that the server may wait for something to tell; it takes no more than fifty.</summary>
    public int Timeout { get; init; }

    public int Limit { get; } = 100;

    public IEnumerable<UpdateType> AllowedUpdates { get; } = Wanted;

    /// <summary>An update's number, and the update itself where it can be read.</summary>
    public static (int Number, Update? Update) Read(JsonElement raw)
    {
        var number = raw.GetProperty("update_id").GetInt32();
        try
        {
            return (number, raw.Deserialize<Update>(JsonBotAPI.Options));
        }
        catch (Exception)
        {
            // The library lets out more than it says: of a date beyond all calendars, of a member without a status.
            return (number, null);
        }
    }
}
