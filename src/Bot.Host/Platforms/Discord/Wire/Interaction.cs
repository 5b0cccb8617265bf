using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>What somebody did: ran a command, pressed a button, is typing (docs.discord.com, interactions/receiving-and-responding).</summary>
public sealed record Interaction
{
    public const int Ping = 1;
    public const int Command = 2;
    public const int Pressed = 3;
    public const int Typing = 4;

    public required string Id { get; init; }

    public required string ApplicationId { get; init; }

    public int Type { get; init; }

    /// <summary>Answers carry it; good for fifteen minutes.</summary>
    public required string Token { get; init; }

    public string? GuildId { get; init; }

    public GuildPart? Guild { get; init; }

    public Channel? Channel { get; init; }

    public string? ChannelId { get; init; }

    /// <summary>Who did it in a server.</summary>
    public Member? Member { get; init; }

    /// <summary>Who did it in direct messages.</summary>
    public User? User { get; init; }

    /// <summary>The language of who did it.</summary>
    public string? Locale { get; init; }

    /// <summary>The language that the server chose.</summary>
    public string? GuildLocale { get; init; }

    public InteractionData? Data { get; init; }

    /// <summary>What the pressed button stands under.</summary>
    public PressedMessage? Message { get; init; }

    /// <summary>False for what is of a kind that nobody here answers, or lacks what an answer needs.</summary>
    [JsonIgnore]
    public bool IsWhole => Id is { Length: > 0 } && ApplicationId is { Length: > 0 } && Token is { Length: > 0 } && (Type == Ping || (Type is Command or Pressed or Typing && Data is not null));
}

public sealed record GuildPart(string Id);

/// <summary>Somebody in a server.</summary>
/// <param name="Permissions">What the member may do in this channel, as a decimal number.</param>
public sealed record Member(User? User, IReadOnlyList<ulong>? Roles, string? Permissions, string? Nick);

public sealed record User(string Id, string? Username, string? GlobalName);

/// <summary>A message of the bot's under which a button was pressed.</summary>
/// <param name="Flags"><see cref="MessageFlags"/>.</param>
public sealed record PressedMessage(string Id, int Flags, IReadOnlyList<Embed>? Embeds, IReadOnlyList<Component>? Components);

public sealed record InteractionData
{
    public string? Name { get; init; }

    public IReadOnlyList<GivenOption>? Options { get; init; }

    public Resolved? Resolved { get; init; }

    public string? CustomId { get; init; }

    /// <summary>What was chosen in a menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>An option with its value, or a subcommand with its options.</summary>
public sealed record GivenOption
{
    public required string Name { get; init; }

    public int Type { get; init; }

    public JsonElement? Value { get; init; }

    public IReadOnlyList<GivenOption>? Options { get; init; }

    /// <summary>It is the one that is being typed.</summary>
    public bool Focused { get; init; }
}

/// <summary>What the ids among the options stand for.</summary>
public sealed record Resolved(IReadOnlyDictionary<string, Channel>? Channels, IReadOnlyDictionary<string, Attachment>? Attachments);

/// <summary>A file that was given with a command.</summary>
/// <param name="Size">Bytes.</param>
public sealed record Attachment(string Id, string Filename, long Size, string Url);

/// <summary>The first answer to an interaction.</summary>
/// <param name="Type">One of the constants.</param>
public sealed record InteractionAnswer(int Type, AnswerData? Data = null)
{
    public const int Pong = 1;
    public const int Message = 4;

    /// <summary>A message that comes later.</summary>
    public const int Deferred = 5;

    /// <summary>A change of the pressed message that comes later.</summary>
    public const int DeferredUpdate = 6;

    /// <summary>A change of the pressed message.</summary>
    public const int Update = 7;
    public const int Choices = 8;
}

/// <summary>A message, or what could be typed.</summary>
public sealed record AnswerData
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public int? Flags { get; init; }

    public IReadOnlyList<AttachmentPart>? Attachments { get; init; }

    public IReadOnlyList<OptionChoice>? Choices { get; init; }

    /// <summary>A message as the data of an answer.</summary>
    public static AnswerData Of(MessageBody message) => new()
    {
        Content = message.Content,
        Embeds = message.Embeds,
        Components = message.Components,
        AllowedMentions = message.AllowedMentions,
        Flags = message.Flags,
        Attachments = message.Attachments,
    };
}

/// <summary>What an option could be; each at most 100 characters.</summary>
public sealed record OptionChoice(string Name, string Value);
