using System.Globalization;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Communities;

/// <summary>Somebody in a server, or alone with the bot, who asks things of it.</summary>
public sealed class Member
{
    private readonly World _world;
    private readonly HashSet<string> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<Channel, Permissions> _mayHere = [];

    internal Member(World world, Guild? guild, User user, Permissions may) => (_world, Guild, User, May) = (world, guild, user, may);

    /// <summary>The server; null in a private conversation.</summary>
    public Guild? Guild { get; }

    public User User { get; }

    /// <summary>What the member may do in the whole server.</summary>
    public Permissions May { get; set; }

    /// <summary>Gives further rights in one channel.</summary>
    public Member MayAlso(Channel channel, Permissions more)
    {
        _mayHere[channel] = more;
        return this;
    }

    /// <summary>Gives a role of the server.</summary>
    public Member Has(string role)
    {
        _roles.Add(Guild!.Role(role).ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Runs a command that the bot registered, as "/source add", in the first channel of the server.</summary>
    /// <param name="options">By name; text, number, truth, <see cref="Channel"/>, <see cref="Member"/> or <see cref="AttachedFile"/>.</param>
    /// <exception cref="InvalidOperationException">Discord would not let anyone send this: no such command or option, one missing, a wrong kind.</exception>
    public Interaction Runs(string command, params (string Name, object Value)[] options) => Runs(Home, command, options);

    /// <summary>Runs a command in a channel.</summary>
    public Interaction Runs(Channel channel, string command, params (string Name, object Value)[] options) =>
        _world.Interactions.Begin(InteractionKind.Command, this, channel, CommandData.Of(_world, this, command, options));

    /// <summary>Types into an option, so that the bot is asked what it suggests.</summary>
    public Interaction Autocompletes(string command, string option, string typed, params (string Name, object Value)[] others) =>
        _world.Interactions.Begin(InteractionKind.Autocomplete, this, Home, CommandData.Typing(_world, this, command, option, typed, others));

    /// <summary>Runs a command with a file.</summary>
    public Interaction Attaches(string command, string option, AttachedFile file, params (string Name, object Value)[] others) => Runs(command, [(option, file), .. others]);

    /// <summary>Presses a button under a message.</summary>
    /// <exception cref="InvalidOperationException">There is no such button, or nobody can press it.</exception>
    public Interaction Presses(PostedMessage message, string customId)
    {
        var button = message.Buttons.FirstOrDefault(one => one.CustomId == customId);
        return button is { IsDisabled: false }
            ? _world.Interactions.Begin(InteractionKind.Component, this, message.Channel, new JsonObject { ["component_type"] = 2, ["custom_id"] = customId, ["id"] = button.Id }, message)
            : throw new InvalidOperationException($"Nobody can press {customId} there; there are: {string.Join(", ", message.Buttons.Select(one => $"{one.Label} ({one.CustomId})"))}.");
    }

    /// <summary>Chooses a line of a menu under a message.</summary>
    /// <exception cref="InvalidOperationException">There is no such menu or line.</exception>
    public Interaction Chooses(PostedMessage message, string customId, string label)
    {
        var line = message.Menus.GetValueOrDefault(customId)?.Where(one => one.Label == label).Select(one => one.Value).FirstOrDefault()
            ?? throw new InvalidOperationException($"Nobody can choose {label} there; there are: {string.Join(", ", message.Menus.SelectMany(menu => menu.Value).Select(one => one.Label))}.");
        return _world.Interactions.Begin(InteractionKind.Component, this, message.Channel, new JsonObject { ["component_type"] = 3, ["custom_id"] = customId, ["values"] = new JsonArray(line) }, message);
    }

    /// <summary>Presses the button with this label.</summary>
    public Interaction PressesLabelled(PostedMessage message, string label) =>
        Presses(message, message.Buttons.FirstOrDefault(one => one.Label == label)?.CustomId ?? $"a button that says {label}");

    internal Permissions MayIn(Channel channel) => May | _mayHere.GetValueOrDefault(channel) | _mayHere.GetValueOrDefault(channel.Parent ?? channel);

    internal JsonObject ToJson() => new()
    {
        ["user"] = User.ToJson(),
        ["nick"] = null,
        ["avatar"] = null,
        ["banner"] = null,
        ["roles"] = new JsonArray([.. _roles.Select(role => (JsonNode)role)]),
        ["joined_at"] = Snowflakes.TimeOf(User.Id).ToString("O", CultureInfo.InvariantCulture),
        ["premium_since"] = null,
        ["communication_disabled_until"] = null,
        ["deaf"] = false,
        ["mute"] = false,
        ["pending"] = false,
        ["flags"] = 0,
    };

    private Channel Home => Guild is null ? _world.PrivateChannel(User) : Guild.Channels[0];
}

/// <summary>A file on its way to the bot.</summary>
public sealed record AttachedFile(string Name, byte[] Bytes, string Kind = "text/plain");
