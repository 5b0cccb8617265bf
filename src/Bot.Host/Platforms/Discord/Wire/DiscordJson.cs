using System.Text.Json.Serialization;

namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>What is sent to Discord and read from it, as JSON; unknown fields are passed over. Ids are strings, but for those of which thousands are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(Greeting))]
[JsonSerializable(typeof(SessionBegun))]
[JsonSerializable(typeof(HeartbeatPayload))]
[JsonSerializable(typeof(IdentifyPayload))]
[JsonSerializable(typeof(ResumePayload))]
[JsonSerializable(typeof(GatewayAddress))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(Identified))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(DirectBody))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(ThreadList))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionAnswer))]
[JsonSerializable(typeof(IReadOnlyList<CommandBody>))]
[JsonSerializable(typeof(ReadyEvent))]
[JsonSerializable(typeof(GuildEvent))]
[JsonSerializable(typeof(RoleEvent))]
[JsonSerializable(typeof(MemberEvent))]
public sealed partial class DiscordJson : JsonSerializerContext;
