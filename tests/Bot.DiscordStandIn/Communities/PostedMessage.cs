using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.DiscordStandIn.Communities;

/// <summary>A button as people see it.</summary>
public sealed record Button(int Id, string? Label, string? CustomId, string? Url, bool IsDisabled);

/// <summary>A file that the bot sent.</summary>
public sealed record PostedFile(ulong Id, string Name, string Kind, byte[] Bytes)
{
    /// <summary>The content as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);
}

/// <summary>A message that the bot wrote, as it stands now.</summary>
public sealed class PostedMessage
{
    /// <summary>Bits of <see cref="Flags"/> (resources/message).</summary>
    public const int SuppressEmbeds = 1 << 2, Ephemeral = 1 << 6, Loading = 1 << 7, Silent = 1 << 12, NewComponents = 1 << 15;

    /// <summary>How long the same nonce gives the message that is there. Discord says "in the past few minutes"; two is what a client may count on.</summary>
    public static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(2);

    private readonly World _world;

    internal PostedMessage(World world, Channel channel, int flags, ulong? id = null) => (_world, Channel, Flags, Id, PostedAt) = (world, channel, flags, id ?? world.Ids.Next(), world.Clock.GetUtcNow());

    public ulong Id { get; }

    public string IdText => Id.ToString(CultureInfo.InvariantCulture);

    public Channel Channel { get; }

    public DateTimeOffset PostedAt { get; }

    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>How often it was changed.</summary>
    public int Edits { get; private set; }

    public int Flags { get; internal set; }

    /// <summary>Only the one who asked sees it.</summary>
    public bool IsEphemeral => (Flags & Ephemeral) != 0;

    /// <summary>"The bot is thinking": nothing was said yet.</summary>
    public bool IsLoading => (Flags & Loading) != 0;

    public bool IsDeleted { get; internal set; }

    public string Content { get; private set; } = "";

    public string? Nonce { get; internal set; }

    public IReadOnlyList<PostedFile> Files { get; private set; } = [];

    /// <summary>As Discord would send them back.</summary>
    public JsonArray Embeds { get; private set; } = [];

    /// <summary>As Discord would send them back, each with its number.</summary>
    public JsonArray Components { get; private set; } = [];

    /// <summary>Whether it answers an interaction: then a webhook wrote it.</summary>
    internal bool IsReply { get; init; }

    /// <summary>All that can be read: content, then titles, descriptions, fields and footers of the embeds.</summary>
    public string Text => string.Join('\n', new[] { Content }.Concat(Embeds.SelectMany(embed => MessageBody.Words(embed!.AsObject()))).Where(part => part.Length > 0));

    /// <summary>Menus, by their custom_id: what may be chosen, as people read it and as it is sent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<(string Label, string Value)>> Menus => MessageBody.Inner(Components).Where(one => (int)one["type"]! == 3).ToDictionary(
        one => (string)one["custom_id"]!,
        one => (IReadOnlyList<(string, string)>)[.. one["options"]!.AsArray().Select(option => ((string)option!["label"]!, (string)option["value"]!))],
        StringComparer.Ordinal);

    public IReadOnlyList<Button> Buttons => [.. MessageBody.Inner(Components).Where(one => (int)one["type"]! == 2).Select(one =>
        new Button((int)one["id"]!, (string?)one["label"], (string?)one["custom_id"], (string?)one["url"], (bool?)one["disabled"] == true))];

    /// <summary>Waits for a further change.</summary>
    public Task<PostedMessage> EditedAsync(int edits, CancellationToken ct) => _world.Happenings.UntilAsync(() => Edits >= edits ? this : null, ct);

    /// <summary>Takes over what the body says and leaves the rest as it is.</summary>
    internal void Apply(JsonElement body, IReadOnlyList<PostedFile> files, bool isEdit)
    {
        Content = MessageBody.Field(body, "content") is { } content ? content.GetString() ?? "" : Content;
        Embeds = MessageBody.Field(body, "embeds") is { } embeds ? MessageBody.Embeds(embeds) : Embeds;
        Components = MessageBody.Field(body, "components") is { } components ? MessageBody.Components(components) : Components;
        var kept = isEdit && MessageBody.Field(body, "attachments") is { ValueKind: JsonValueKind.Array } attachments
            ? Files.Where(file => attachments.EnumerateArray().Any(one => one.GetProperty("id").GetString() == file.Id.ToString(CultureInfo.InvariantCulture)))
            : Files;
        Files = [.. kept, .. files];
        if (isEdit)
        {
            Edits++;
            EditedAt = _world.Clock.GetUtcNow();
        }
    }

    internal JsonObject ToJson()
    {
        var message = new JsonObject
        {
            ["id"] = IdText,
            ["channel_id"] = Channel.IdText,
            ["type"] = IsReply ? 20 : 0,
            ["author"] = _world.Bot.ToJson(),
            ["content"] = Content,
            ["timestamp"] = PostedAt.ToString("O", CultureInfo.InvariantCulture),
            ["edited_timestamp"] = EditedAt?.ToString("O", CultureInfo.InvariantCulture),
            ["tts"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["pinned"] = false,
            ["attachments"] = new JsonArray([.. Files.Select(Attachment)]),
            ["embeds"] = Embeds.DeepClone(),
            ["components"] = Components.DeepClone(),
            ["flags"] = Flags,
        };
        if (Nonce is not null)
        {
            message["nonce"] = Nonce;
        }

        if (IsReply)
        {
            (message["application_id"], message["webhook_id"]) = (_world.Bot.IdText, _world.Bot.IdText);
        }

        return message;
    }

    private JsonObject Attachment(PostedFile file)
    {
        var url = $"https://cdn.discordapp.com/attachments/{Channel.IdText}/{file.Id.ToString(CultureInfo.InvariantCulture)}/{file.Name}";
        return new()
        {
            ["id"] = file.Id.ToString(CultureInfo.InvariantCulture),
            ["filename"] = file.Name,
            ["size"] = file.Bytes.Length,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = file.Kind,
        };
    }
}
