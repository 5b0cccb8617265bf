using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Chats;

/// <summary>Somebody with an account, or the bot itself.</summary>
/// <param name="LanguageCode">Of the user's app ("en"); null when it does not tell.</param>
public sealed record Account(long Id, string FirstName, string? Username, string? LanguageCode, bool IsBot)
{
    internal JsonObject ToWire()
    {
        var wire = new JsonObject { ["id"] = Id, ["is_bot"] = IsBot, ["first_name"] = FirstName };
        if (Username is not null)
        {
            wire["username"] = Username;
        }

        if (LanguageCode is not null)
        {
            wire["language_code"] = LanguageCode;
        }

        return wire;
    }
}

/// <summary>What somebody is in a chat, by the words of the wire.</summary>
public enum MemberStatus
{
    Left = 0,
    Member = 1,
    Administrator = 2,
    Creator = 3,
    Restricted = 4,
    Kicked = 5,
}

/// <summary>Somebody in a chat.</summary>
/// <param name="Rights">What an administrator or a restricted member may do, by the names of the wire ("can_post_messages").</param>
/// <param name="IsAnonymous">Whether an administrator writes in the name of the group.</param>
public sealed record Membership(Account Who, MemberStatus Status, IReadOnlySet<string> Rights, bool IsAnonymous = false)
{
    private static readonly HashSet<string> None = [];

    public bool IsInside => Status is MemberStatus.Member or MemberStatus.Administrator or MemberStatus.Creator || (Status == MemberStatus.Restricted && Rights.Contains("is_member"));

    public bool IsAdministrator => Status is MemberStatus.Administrator or MemberStatus.Creator;

    public static Membership Of(Account who, MemberStatus status) => new(who, status, None);

    internal JsonObject ToWire()
    {
        // The type is the one whose mark is the status; what it requires is filled with what the member may do.
        var status = Status.ToString().ToLowerInvariant();
        var type = Specification.ApiSpecification.Current.Types["ChatMember"].Subtypes
            .Select(name => Specification.ApiSpecification.Current.Types[name])
            .Single(type => type.Marks.Any(mark => mark.Limit.OneOf[0] == status));
        var wire = new JsonObject { ["status"] = status, ["user"] = Who.ToWire() };
        foreach (var field in type.Fields.Where(field => field.Types is ["Boolean"] && (field.IsRequired || Rights.Contains(field.Name))))
        {
            wire[field.Name] = field.Name == "is_anonymous" ? IsAnonymous : Rights.Contains(field.Name);
        }

        if (type.Fields.Any(field => field is { Name: "until_date", IsRequired: true }))
        {
            wire["until_date"] = 0;
        }

        return wire;
    }
}
