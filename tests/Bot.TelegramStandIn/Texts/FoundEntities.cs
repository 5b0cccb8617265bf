using System.Text.RegularExpressions;

namespace Bot.TelegramStandIn.Texts;

/// <summary>What the server marks in a text without being told: commands, mentions, addresses.</summary>
internal static partial class FoundEntities
{
    public static IEnumerable<TextEntity> In(string text) => Pattern().Matches(text).Select(match => new TextEntity(
        match.Groups["command"].Success ? "bot_command" : match.Groups["mention"].Success ? "mention" : "url", match.Index, match.Length));

    [GeneratedRegex(@"(?<=^|\s)(?<command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![A-Za-z0-9_@/])|(?<=^|\s)(?<mention>@[A-Za-z0-9_]{4,32})\b|(?<url>https?://[^\s<>""]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
