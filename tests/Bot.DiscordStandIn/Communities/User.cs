using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.DiscordStandIn.Communities;

/// <summary>A person or a bot.</summary>
public sealed record User(ulong Id, string Name, bool IsBot, string Locale = "en-US")
{
    internal string IdText => Id.ToString(CultureInfo.InvariantCulture);

    internal JsonObject ToJson()
    {
        var user = new JsonObject
        {
            ["id"] = IdText,
            ["username"] = Name,
            ["avatar"] = null,
            ["discriminator"] = IsBot ? "1234" : "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["global_name"] = IsBot ? null : Name,
            ["primary_guild"] = null,
        };
        if (IsBot)
        {
            user["bot"] = true;
        }

        return user;
    }

    /// <summary>As the bot sees itself.</summary>
    internal JsonObject ToOwnJson()
    {
        var user = ToJson();
        (user["mfa_enabled"], user["locale"], user["verified"], user["email"]) = (true, "en-US", true, null);
        return user;
    }
}
