using System.Text.RegularExpressions;
using Bot.Digest.Chat;
using Bot.Digest.Schedules;

namespace Bot.Digest.Commands.Parsing;

/// <summary>Reads a role as platforms write it in a line: a mention with the role's id in it, or the id alone.</summary>
internal static partial class TypedRole
{
    public static Typed<string> Read(string typed) =>
        Mention().Match(typed.Trim()) is { Success: true } role ? new(role.Groups["id"].Value) : new(null, SettingWords.NotARole(typed));

    /// <summary>Ids are whole numbers of 64 bits, and none is 0 (discord.com/developers/docs/reference, "Snowflakes" and "Message Formatting").</summary>
    [GeneratedRegex(@"^(?:<@&)?(?<id>[1-9][0-9]{0,19})>?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mention();
}
