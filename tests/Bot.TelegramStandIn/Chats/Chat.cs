using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Chats;

/// <summary>Kinds of chats, by the words of the wire.</summary>
public enum ChatKind
{
    Private = 0,
    Group = 1,
    Supergroup = 2,
    Channel = 3,
}

/// <summary>A topic of a supergroup.</summary>
public sealed class Topic
{
    internal Topic(int id, string name) => (Id, Name) = (id, name);

    /// <summary>The id of its thread.</summary>
    public int Id { get; }

    public string Name { get; }

    public bool IsClosed { get; internal set; }

    public bool IsDeleted { get; internal set; }
}

/// <summary>A chat and everything in it. Changed under the lock of its world alone.</summary>
public sealed class Chat
{
    internal Chat(long id, ChatKind kind, string title, string? username) => (Id, Kind, Title, Username) = (id, kind, title, username);

    public long Id { get; }

    public ChatKind Kind { get; }

    /// <summary>The name of the user in a private chat.</summary>
    public string Title { get; }

    public string? Username { get; }

    /// <summary>Whether it has topics.</summary>
    public bool IsForum { get; internal init; }

    /// <summary>Whether the user of a private chat has no account any more.</summary>
    public bool IsDeactivated { get; internal set; }

    /// <summary>Whether the group was deleted.</summary>
    public bool IsGone { get; internal set; }

    /// <summary>The group in which the posts of a channel are spoken of; null without.</summary>
    public Chat? Discussion { get; internal set; }

    /// <summary>What became of a group; null as long as it is one.</summary>
    public Chat? UpgradedTo { get; internal set; }

    internal Dictionary<long, Membership> Members { get; } = [];

    internal Dictionary<int, Topic> Topics { get; } = [];

    internal SortedDictionary<int, Message> Messages { get; } = [];

    internal int NextMessage { get; set; } = 1;

    /// <summary>What everybody who was never there is: gone.</summary>
    internal Membership MembershipOf(Account who) => Members.GetValueOrDefault(who.Id) ?? Membership.Of(who, MemberStatus.Left);

    internal JsonObject ToWire()
    {
        var wire = new JsonObject { ["id"] = Id, ["type"] = Kind.ToString().ToLowerInvariant(), [Kind == ChatKind.Private ? "first_name" : "title"] = Title };
        if (Username is not null)
        {
            wire["username"] = Username;
        }

        if (IsForum)
        {
            wire["is_forum"] = true;
        }

        return wire;
    }
}
