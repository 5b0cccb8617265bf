using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Rest;

/// <summary>What follows the first answer: the placeholder gets its text, further messages come, all with the token of the interaction while it lives.</summary>
internal sealed class WebhookEndpoints(World world, Violations violations)
{
    private const string Original = "@original";

    private const int SettableFlags = PostedMessage.SuppressEmbeds | PostedMessage.NewComponents;

    public IEnumerable<KeyValuePair<string, Func<RestCall, RestAnswer>>> All() =>
    [
        new("execute_webhook", call => With(call, Follow)),
        new("get_original_webhook_message", call => With(call, (_, message, _) => new(200, message.ToJson()))),
        new("update_original_webhook_message", call => With(call, Update)),
        new("delete_original_webhook_message", call => With(call, Delete)),
        new("get_webhook_message", call => With(call, (_, message, _) => new(200, message.ToJson()))),
        new("update_webhook_message", call => With(call, Update)),
        new("delete_webhook_message", call => With(call, Delete)),
    ];

    private RestAnswer With(RestCall call, Func<Interaction, RestCall, RestAnswer> done)
    {
        var interaction = world.Interactions.ByToken(call["webhook_token"]);
        return interaction switch
        {
            null => RestAnswer.UnknownWebhook,
            _ when call["webhook_id"] != world.Bot.IdText => RestAnswer.UnknownWebhook,
            { IsTokenGood: false } => RestAnswer.InvalidWebhookToken,
            { Acknowledged: Acknowledgement.None } => RestAnswer.UnknownWebhook,
            _ => done(interaction, call),
        };
    }

    private RestAnswer With(RestCall call, Func<Interaction, PostedMessage, RestCall, RestAnswer> done) => With(call, (interaction, _) =>
    {
        var id = call.Places.GetValueOrDefault("message_id", Original);
        var message = id == Original || id == interaction.Original?.IdText ? interaction.Original : interaction.FollowUps.FirstOrDefault(one => one.IdText == id);
        return message is { IsDeleted: false } ? done(interaction, message, call) : RestAnswer.UnknownMessage;
    });

    private RestAnswer Follow(Interaction interaction, RestCall call)
    {
        if (Rules.MessageRules.IsEmpty(call.Json, call.Files.Count))
        {
            return RestAnswer.EmptyMessage;
        }

        // The first message after a deferral takes the place of "the bot is thinking".
        if (interaction.Original is { IsLoading: true } placeholder)
        {
            return Update(interaction, placeholder, call);
        }

        var message = new PostedMessage(world, interaction.Channel, MessageBody.Number(call.Json, "flags") & (SettableFlags | PostedMessage.Ephemeral | PostedMessage.Silent)) { IsReply = true };
        message.Apply(call.Json, [.. call.Files.Values], isEdit: false);
        interaction.Follow(message);
        interaction.Channel.Held.Add(message);
        world.Happenings.Tell();
        return new(200, message.ToJson());
    }

    private RestAnswer Update(Interaction interaction, PostedMessage message, RestCall call)
    {
        // Whether only one reader sees it was settled when it began; nothing that comes later changes that.
        if (!message.IsEphemeral && (MessageBody.Number(call.Json, "flags") & PostedMessage.Ephemeral) != 0)
        {
            violations.Add(call.Operation.Name, "wants to hide a message that began in the open: that is settled by the deferral");
        }

        message.Apply(call.Json, [.. call.Files.Values], isEdit: true);
        message.Flags = (message.Flags & ~PostedMessage.Loading) | (MessageBody.Number(call.Json, "flags") & SettableFlags);
        interaction.IsSaid |= message == interaction.Original;
        world.Happenings.Tell();
        return new(200, message.ToJson());
    }

    private RestAnswer Delete(Interaction interaction, PostedMessage message, RestCall call)
    {
        message.IsDeleted = true;
        message.Channel.Held.Remove(message);
        world.Happenings.Tell();
        return RestAnswer.Done;
    }
}
