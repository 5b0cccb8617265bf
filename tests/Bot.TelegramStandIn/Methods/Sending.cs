using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Specification;
using Bot.TelegramStandIn.Texts;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>Messages with texts, documents and pictures.</summary>
internal static class Sending
{
    /// <summary>Documented at sendPhoto and sendDocument.</summary>
    private const int MostOfAPicture = 10 * 1024 * 1024;

    private const int MostOfADocument = 50 * 1024 * 1024;

    public static Dictionary<string, Handler> All { get; } = new(StringComparer.Ordinal)
    {
        ["sendMessage"] = (world, call) => Send(world, call, "text", "can_send_messages", null),
        ["sendDocument"] = (world, call) => Send(world, call, "caption", "can_send_documents", File(world, call, "document", MostOfADocument)),
        ["sendPhoto"] = (world, call) => Send(world, call, "caption", "can_send_photos", File(world, call, "photo", MostOfAPicture)),
        ["sendChatAction"] = Action,
    };

    private static ApiAnswer Send(World world, ApiCall call, string field, string right, Document? file)
    {
        var chat = Access.Writable(world, call, right);
        var topic = Access.Topic(world, chat, call);
        var text = OutgoingText.Read(world, call, ApiSpecification.Current.Methods[call.Method].Field(field)!);
        var from = chat.Kind == ChatKind.Channel ? null : world.Bot;
        var wire = world.NewMessage(chat, from, chat.Kind == ChatKind.Channel ? chat : null, topic);
        ReplyTo(chat, call, wire);
        text.WriteTo(wire, field);
        Keyboard.WriteTo(wire, call);
        if (file is not null)
        {
            wire[call.Method == "sendPhoto" ? "photo" : "document"] = call.Method == "sendPhoto" ? Files.Picture(file) : Files.ToWire(file);
        }

        if (call.Object("link_preview_options") is { } preview)
        {
            wire["link_preview_options"] = preview.DeepClone();
        }

        var message = new Message(chat, (int)wire["message_id"]!, from, wire) { Markup = text.Markup, IsSilent = call.Flag("disable_notification"), Document = file };
        chat.Messages[message.Id] = message;
        world.Sent.Add(message);
        Discussion.Forward(world, message);
        return ApiAnswer.Ok(wire.DeepClone());
    }

    private static void ReplyTo(Chat chat, ApiCall call, JsonObject wire)
    {
        if (call.Object("reply_parameters") is not { } reply)
        {
            return;
        }

        if (chat.Messages.GetValueOrDefault((int?)reply["message_id"] ?? 0) is { IsDeleted: false } target)
        {
            var quoted = target.Wire.DeepClone().AsObject();
            quoted.Remove("reply_to_message");
            wire["reply_to_message"] = quoted;
        }
        else if ((bool?)reply["allow_sending_without_reply"] != true)
        {
            throw RefusalException.Bad("message to be replied not found");
        }
    }

    private static Document File(World world, ApiCall call, string field, int most)
    {
        var sent = call.Text(field) ?? throw RefusalException.Bad($"there is no {field} in the request");
        const string Attached = "attach://";
        if (!sent.StartsWith(Attached, StringComparison.Ordinal))
        {
            return world.Files.GetValueOrDefault(sent) ?? throw RefusalException.Bad("wrong file identifier/HTTP URL specified");
        }

        var file = call.Files.GetValueOrDefault(sent[Attached.Length..]) ?? throw RefusalException.Bad($"there is no {field} in the request");
        if (file.Content.Length == 0)
        {
            throw RefusalException.Bad("file must be non-empty");
        }

        return file.Content.Length > most ? throw new RefusalException(413, "Request Entity Too Large") : Files.Keep(world, file.Name, file.Content);
    }

    private static ApiAnswer Action(World world, ApiCall call)
    {
        Access.Topic(world, Access.Writable(world, call, "can_send_messages"), call);
        return ApiAnswer.True;
    }
}
