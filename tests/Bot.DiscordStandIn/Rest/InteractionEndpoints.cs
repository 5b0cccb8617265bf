using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Rest;

/// <summary>The first answer to what somebody asked: in time, once, and of a kind that fits.</summary>
internal sealed class InteractionEndpoints(World world)
{
    private static readonly Acknowledgement[] ForCommands = [Acknowledgement.Message, Acknowledgement.Deferred, Acknowledgement.Modal];

    private static readonly Acknowledgement[] ForComponents =
        [Acknowledgement.Message, Acknowledgement.Deferred, Acknowledgement.DeferredUpdate, Acknowledgement.Update, Acknowledgement.Modal];

    public IEnumerable<KeyValuePair<string, Func<RestCall, RestAnswer>>> All() => [new("create_interaction_response", Acknowledge)];

    private RestAnswer Acknowledge(RestCall call)
    {
        var interaction = world.Interactions.ByToken(call["interaction_token"]);
        if (interaction is null || interaction.IdText != call["interaction_id"])
        {
            return RestAnswer.UnknownInteraction;
        }

        if (interaction.Acknowledged != Acknowledgement.None)
        {
            return RestAnswer.AlreadyAcknowledged;
        }

        if (world.Clock.GetUtcNow() > interaction.AskedAt + Interaction.TimeToAcknowledge)
        {
            return RestAnswer.UnknownInteraction;
        }

        return Take(interaction, call.Json, call.Files) ?? (call.Asks("with_response") ? new(200, Describe(interaction)) : RestAnswer.Done);
    }

    /// <summary>Carries out what was answered, by request or, over HTTP, as the answer to the interaction itself.</summary>
    /// <returns>The refusal; null when all is well.</returns>
    public RestAnswer? Take(Interaction interaction, JsonElement body, IReadOnlyDictionary<string, PostedFile> files)
    {
        var how = (Acknowledgement)MessageBody.Number(body, "type");
        Acknowledgement[] fitting = interaction.Kind switch
        {
            InteractionKind.Command => ForCommands,
            InteractionKind.Component => ForComponents,
            _ => [Acknowledgement.Suggestions],
        };
        if (!fitting.Contains(how))
        {
            return RestAnswer.InvalidForm([new("/type", "value", $"does not answer a {interaction.Kind}")]);
        }

        var data = MessageBody.Field(body, "data") is { ValueKind: JsonValueKind.Object } given ? given : default;
        if (how == Acknowledgement.Message && Rules.MessageRules.IsEmpty(data, files.Count))
        {
            return RestAnswer.EmptyMessage;
        }

        interaction.Acknowledge(how, Original(interaction, how, data, files), Suggestions(data));
        world.Happenings.Tell();
        return null;
    }

    private PostedMessage? Original(Interaction interaction, Acknowledgement how, JsonElement data, IReadOnlyDictionary<string, PostedFile> files)
    {
        switch (how)
        {
            case Acknowledgement.Message or Acknowledgement.Deferred:
                var flags = MessageBody.Number(data, "flags") & (PostedMessage.Ephemeral | PostedMessage.SuppressEmbeds | PostedMessage.Silent | PostedMessage.NewComponents);
                var message = new PostedMessage(world, interaction.Channel, how == Acknowledgement.Deferred ? flags | PostedMessage.Loading : flags) { IsReply = true };
                if (how == Acknowledgement.Message)
                {
                    message.Apply(data, [.. files.Values], isEdit: false);
                }

                interaction.Channel.Held.Add(message);
                return message;
            case Acknowledgement.Update:
                interaction.Under!.Apply(data, [.. files.Values], isEdit: true);
                return interaction.Under;
            default:
                return interaction.Under;
        }
    }

    private static List<(string Name, string Value)> Suggestions(JsonElement data) =>
        [.. MessageBody.Items(data, "choices").Select(choice => (MessageBody.Text(choice, "name"), MessageBody.Field(choice, "value")?.ToString() ?? ""))];

    private static JsonObject Describe(Interaction interaction)
    {
        var about = new JsonObject { ["id"] = interaction.IdText, ["type"] = (int)interaction.Kind };
        var whole = new JsonObject { ["interaction"] = about };
        if (interaction.Original is { } message)
        {
            (about["response_message_id"], about["response_message_loading"], about["response_message_ephemeral"]) = (message.IdText, message.IsLoading, message.IsEphemeral);
            whole["resource"] = new JsonObject { ["type"] = (int)interaction.Acknowledged, ["message"] = message.ToJson() };
        }

        return whole;
    }
}
