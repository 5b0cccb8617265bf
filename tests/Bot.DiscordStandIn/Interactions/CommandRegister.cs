using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Interactions;

/// <summary>The commands that the bot registered.</summary>
public sealed class CommandRegister
{
    /// <summary>New names a day that Discord takes, for all servers and for each one (interactions/application-commands).</summary>
    public const int CreatesADay = 200;

    private readonly Dictionary<string, List<JsonObject>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DateTimeOffset>> _creates = new(StringComparer.Ordinal);

    /// <summary>How often a list was written.</summary>
    public int Writes { get; private set; }

    /// <summary>Names of the commands of all servers.</summary>
    public IReadOnlyList<string> Names => [.. List("").Select(one => (string)one["name"]!)];

    /// <summary>As if the bot had registered them, where no bot does.</summary>
    /// <param name="commands">A list, as JSON.</param>
    public void Register(World world, string commands) => Replace(world, "", JsonSerializer.Deserialize<JsonElement>(commands));

    /// <summary>The commands as Discord lists them.</summary>
    /// <param name="guild">A server's id, or nothing for the list of all servers.</param>
    internal IReadOnlyList<JsonObject> List(string guild) => _lists.GetValueOrDefault(guild) ?? [];

    /// <summary>A command by its name: of this server, else of all.</summary>
    internal JsonObject? Find(string guild, string name) => List(guild).Concat(List("")).FirstOrDefault(one => (string)one["name"]! == name);

    /// <summary>Puts a list in the place of the one before. A command of the same name keeps its id.</summary>
    /// <returns>False when more new names came within a day than Discord takes.</returns>
    internal bool Replace(World world, string guild, JsonElement commands)
    {
        var before = List(guild).ToDictionary(one => (string)one["name"]!, StringComparer.Ordinal);
        var now = world.Clock.GetUtcNow();
        var creates = _creates[guild] = [.. (_creates.GetValueOrDefault(guild) ?? []).Where(at => at > now.AddDays(-1))];
        var list = commands.EnumerateArray().Select(one => Answered(world, guild, one, before)).ToList();
        creates.AddRange(list.Where(one => !before.ContainsKey((string)one["name"]!)).Select(_ => now));
        if (creates.Count > CreatesADay)
        {
            return false;
        }

        Writes++;
        _lists[guild] = list;
        return true;
    }

    private static JsonObject Answered(World world, string guild, JsonElement given, Dictionary<string, JsonObject> before)
    {
        var command = MessageBody.WithoutNulls(given)!.AsObject();
        command["id"] = before.TryGetValue((string)command["name"]!, out var same) ? (string)same["id"]! : Fresh(world);
        (command["application_id"], command["version"]) = (world.Bot.IdText, Fresh(world));
        command["type"] ??= 1;
        command["description"] ??= "";
        command["nsfw"] ??= false;
        command["default_member_permissions"] = command["default_member_permissions"]?.ToString();
        if (guild.Length > 0)
        {
            command["guild_id"] = guild;
        }

        return command;
    }

    private static string Fresh(World world) => world.Ids.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
