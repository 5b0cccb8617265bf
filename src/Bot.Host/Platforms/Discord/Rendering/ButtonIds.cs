using System.Globalization;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Rendering;

/// <summary>
/// What comes back when something is pressed: "3:/who varga page:2", or "3=KEY" where the command is longer than an id may be, "3>KEY" where it also
/// turns a page. The number keeps two buttons with one command apart.
/// </summary>
public static class ButtonIds
{
    /// <summary>The id of the menu; the command is in the value that was chosen.</summary>
    public const string Menu = "menu";

    /// <summary>The id of the button that shows a private answer to all, or its beginning.</summary>
    public const string Share = "share";

    private const char Whole = ':';
    private const char Kept = '=';
    private const char KeptPage = '>';
    private static readonly char[] _marks = [Whole, Kept, KeptPage];

    /// <summary>The id with the whole command in it, however long.</summary>
    public static string Of(int number, string command) => string.Create(CultureInfo.InvariantCulture, $"{number}{Whole}{command}");

    /// <summary>Whether it shows another page of what it stands under.</summary>
    public static bool TurnsPage(string id) => CommandDispatcher.TurnsPage(CommandIn(id)) || (id.IndexOfAny(_marks) is var mark and > 0 && id[mark] == KeptPage);

    /// <summary>The message with every id and value short enough to be sent: long commands are kept, and their keys sent instead.</summary>
    public static async Task<MessageBody> ShortenAsync(MessageBody message, IButtonCommands kept, CancellationToken ct)
    {
        var ids = (message.Components ?? []).SelectMany(row => row.Components ?? []).SelectMany(IdsIn).Where(id => id.Length > DiscordLimits.CustomId).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return message;
        }

        var keys = await kept.KeepAsync([.. ids.Select(CommandIn)], ct);
        var shorter = ids.Zip(keys).ToDictionary(
            pair => pair.First, pair => pair.First[..pair.First.IndexOf(Whole, StringComparison.Ordinal)] + (TurnsPage(pair.First) ? KeptPage : Kept) + pair.Second, StringComparer.Ordinal);
        string Short(string id) => shorter.GetValueOrDefault(id, id);
        return message with
        {
            Components = [.. message.Components!.Select(row => row with
            {
                Components = [.. row.Components!.Select(one => one with
                {
                    CustomId = Short(one.CustomId!),
                    Options = one.Options is null ? null : [.. one.Options.Select(option => option with { Value = Short(option.Value) })],
                })],
            })],
        };
    }

    /// <summary>The command behind an id or value that came back; null when it is of no kind that this program makes, or its command is kept no more.</summary>
    public static Task<string?> ReadAsync(string id, IButtonCommands kept, CancellationToken ct)
    {
        var mark = id.IndexOfAny(_marks);
        return mark < 1 || id.AsSpan(0, mark).ContainsAnyExceptInRange('0', '9') ? Task.FromResult<string?>(null)
            : id[mark] == Whole ? Task.FromResult<string?>(CommandIn(id))
            : kept.FindAsync(id[(mark + 1)..], ct);
    }

    private static string CommandIn(string id) => id[(id.IndexOf(Whole, StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> IdsIn(Component component) => [component.CustomId!, .. (component.Options ?? []).Select(option => option.Value)];
}
