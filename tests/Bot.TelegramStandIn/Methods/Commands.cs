using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>The lists of commands that people see when they type a slash: one for each scope and language.</summary>
internal static partial class Commands
{
    public static Dictionary<string, Handler> All { get; } = new(StringComparer.Ordinal)
    {
        ["setMyCommands"] = Set,
        ["getMyCommands"] = (world, call) => ApiAnswer.Ok(world.CommandLists.GetValueOrDefault(Key(world, call))?.DeepClone() ?? new JsonArray()),
        ["deleteMyCommands"] = Delete,
    };

    /// <summary>By what a list is kept.</summary>
    /// <param name="scope">"default", "chat -100123" …</param>
    public static string Key(string scope, string language) => $"{scope} {language}".TrimEnd();

    private static ApiAnswer Set(World world, ApiCall call)
    {
        var commands = call.List("commands") ?? throw RefusalException.Bad("can't parse list of bot commands: Expected an Array");
        if (commands.Count > 100)
        {
            throw RefusalException.Bad("BOT_COMMANDS_TOO_MUCH");
        }

        foreach (var command in commands)
        {
            if (!Name().IsMatch((string?)command?["command"] ?? ""))
            {
                throw RefusalException.Bad("BOT_COMMAND_INVALID");
            }

            if (((string?)command?["description"] ?? "").Length is 0 or > 256)
            {
                throw RefusalException.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }

        var names = commands.Select(command => (string)command!["command"]!).ToList();
        world.Report("bot", call.Method, names.Count == names.Distinct(StringComparer.Ordinal).Count() ? [] : [new("commands", "names a command twice")]);
        world.CommandLists[Key(world, call)] = commands.DeepClone().AsArray();
        return ApiAnswer.True;
    }

    private static ApiAnswer Delete(World world, ApiCall call)
    {
        world.CommandLists.Remove(Key(world, call));
        return ApiAnswer.True;
    }

    private static string Key(World world, ApiCall call)
    {
        var language = call.Text("language_code") ?? "";
        if (!Language().IsMatch(language))
        {
            throw RefusalException.Bad("LANG_CODE_INVALID");
        }

        var scope = call.Object("scope");
        var type = (string?)scope?["type"] ?? "default";
        if (scope?["chat_id"] is not { } chat)
        {
            return Key(type, language);
        }

        Access.Readable(world, call with { Fields = new JsonObject { ["chat_id"] = chat.DeepClone() } });
        return Key($"{type} {chat} {scope["user_id"]}".TrimEnd(), language);
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^([a-z]{2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Language();
}
