using System.Globalization;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Interactions;

/// <summary>All that people asked of the bot, in order.</summary>
public sealed class InteractionBook
{
    private readonly World _world;
    private readonly List<Interaction> _all = [];
    private readonly Dictionary<string, Interaction> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttachedFile> _files = new(StringComparer.Ordinal);

    internal InteractionBook(World world) => _world = world;

    public IReadOnlyList<Interaction> All
    {
        get
        {
            lock (_world.Happenings.Gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Where files that people attach can be fetched: this stands for Discord's CDN.</summary>
    public Uri Cdn { get; internal set; } = new("http://127.0.0.1/cdn/");

    internal Interaction Begin(InteractionKind kind, Member member, Channel channel, JsonObject data, PostedMessage? under = null)
    {
        lock (_world.Happenings.Gate)
        {
            var interaction = new Interaction(_world, kind, member, channel, data, under);
            _all.Add(interaction);
            _byToken[interaction.Token] = interaction;
            _world.Announce("INTERACTION_CREATE", channel.Guild, interaction.ToJson);
            return interaction;
        }
    }

    internal Interaction? ByToken(string token) => _byToken.GetValueOrDefault(token);

    /// <summary>Keeps a file so that the bot can fetch it, and tells its id and what the bot is told of it.</summary>
    internal string Keep(AttachedFile file, out JsonObject attachment)
    {
        var id = _world.Ids.Next().ToString(CultureInfo.InvariantCulture);
        _files[id] = file;
        var url = new Uri(Cdn, $"attachments/{id}/{Uri.EscapeDataString(file.Name)}").ToString();
        attachment = new() { ["id"] = id, ["filename"] = file.Name, ["size"] = file.Bytes.Length, ["url"] = url, ["proxy_url"] = url, ["content_type"] = file.Kind, ["ephemeral"] = true };
        return id;
    }

    internal AttachedFile? File(string id) => _files.GetValueOrDefault(id);
}
