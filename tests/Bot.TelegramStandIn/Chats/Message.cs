using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Chats;

/// <summary>A button under a message.</summary>
/// <param name="Data">What the bot gets when it is pressed; null for links and the like.</param>
public sealed record Button(string Label, string? Data, string? Link);

/// <summary>A message as everybody in its chat sees it now.</summary>
public sealed class Message
{
    internal Message(Chat chat, int id, Account? from, JsonObject wire) => (Chat, Id, From, Wire) = (chat, id, from, wire);

    public Chat Chat { get; }

    public int Id { get; }

    /// <summary>Null for posts of channels.</summary>
    public Account? From { get; }

    /// <summary>The topic that it stands in; null outside of topics and in the general one.</summary>
    public int? Topic => (int?)Wire["message_thread_id"];

    /// <summary>Without markup; the caption of a document.</summary>
    public string Text => (string?)Wire["text"] ?? (string?)Wire["caption"] ?? "";

    /// <summary>The text as the bot sent it, with its markup.</summary>
    public string Markup { get; internal set; } = "";

    public bool IsSilent { get; internal init; }

    public bool IsDeleted { get; internal set; }

    /// <summary>Where a post of a channel stands in its discussion group; null where it has none.</summary>
    public Message? InDiscussion { get; internal set; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; internal set; }

    /// <summary>The document in it; null when there is none.</summary>
    public Document? Document { get; internal init; }

    /// <summary>The rows of buttons under it.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Buttons =>
    [
        .. (Wire["reply_markup"]?["inline_keyboard"]?.AsArray() ?? []).Select(row => (IReadOnlyList<Button>)
            [.. row!.AsArray().Select(button => new Button((string)button!["text"]!, (string?)button["callback_data"], (string?)button["url"]))]),
    ];

    /// <summary>As it goes over the wire.</summary>
    internal JsonObject Wire { get; }

    /// <summary>The button of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none, or there are several.</exception>
    public Button Button(string label)
    {
        var all = Buttons.SelectMany(row => row).ToList();
        return all.Where(button => button.Label == label).ToList() is [var only]
            ? only
            : throw new InvalidOperationException($"Not one button is called \"{label}\": {string.Join(" | ", all.Select(button => button.Label))}");
    }
}

/// <summary>A file in a chat.</summary>
/// <param name="Id">By which the bot asks for it.</param>
public sealed record Document(string Id, string Name, byte[] Content);
