using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Specification;
using Bot.TelegramStandIn.Texts;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>Other texts and buttons in the place of those that are there, and messages taken away.</summary>
internal static class Editing
{
    private const string Same = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    public static Dictionary<string, Handler> All { get; } = new(StringComparer.Ordinal)
    {
        ["editMessageText"] = (world, call) => Edit(world, call, "text"),
        ["editMessageCaption"] = (world, call) => Edit(world, call, "caption"),
        ["editMessageReplyMarkup"] = (world, call) => Edit(world, call, null),
        ["deleteMessage"] = Delete,
    };

    private static ApiAnswer Edit(World world, ApiCall call, string? field)
    {
        if (call.Chat is null && call.Number("message_id") is null)
        {
            throw RefusalException.Bad("message identifier is not specified");
        }

        var message = Access.Message(Access.Writable(world, call, "can_send_messages"), call, "message to edit not found");
        var isOurs = message.From == world.Bot || message.Chat.Kind == ChatKind.Channel;
        if (!isOurs)
        {
            throw RefusalException.Bad("message can't be edited");
        }

        if (field == "text" && message.Wire["text"] is null)
        {
            throw RefusalException.Bad("there is no text in the message to edit");
        }

        var edited = message.Wire.DeepClone().AsObject();
        Keyboard.WriteTo(edited, call);
        if (field is not null)
        {
            var text = OutgoingText.Read(world, call, ApiSpecification.Current.Methods[call.Method].Field(field)!);
            edited.Remove(field);
            text.WriteTo(edited, field);
            Refuse(edited, message);
            message.Markup = text.Markup;
        }

        Refuse(edited, message);
        Put(edited, message, world);
        return ApiAnswer.Ok(message.Wire.DeepClone());
    }

    private static void Refuse(JsonObject edited, Message message)
    {
        if (JsonNode.DeepEquals(edited, message.Wire))
        {
            throw RefusalException.Bad(Same);
        }
    }

    private static void Put(JsonObject edited, Message message, World world)
    {
        message.Wire.Clear();
        foreach (var (name, value) in edited)
        {
            message.Wire[name] = value?.DeepClone();
        }

        message.Wire["edit_date"] = world.UnixTime;
        message.Edits++;
        world.Edited.Add(message);
    }

    private static ApiAnswer Delete(World world, ApiCall call)
    {
        var chat = Access.Readable(world, call);
        var message = Access.Message(chat, call, "message to delete not found");
        if (message.From != world.Bot && !chat.MembershipOf(world.Bot).Rights.Contains("can_delete_messages"))
        {
            throw RefusalException.Bad("message can't be deleted for everyone");
        }

        message.IsDeleted = true;
        return ApiAnswer.True;
    }
}
