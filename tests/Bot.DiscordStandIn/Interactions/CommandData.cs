using System.Globalization;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Interactions;

/// <summary>What Discord's own apps make of what somebody chose and typed: they know the registered command and let nothing else through.</summary>
internal sealed class CommandData
{
    private const int Subcommand = 1, Group = 2, Words = 3, WholeNumber = 4, Truth = 5, Person = 6, Place = 7, AnyNumber = 10, File = 11;

    private readonly World _world;
    private readonly Member _asker;
    private readonly string _line;
    private readonly JsonObject _resolved = [];

    private CommandData(World world, Member asker, string line) => (_world, _asker, _line) = (world, asker, line);

    /// <summary>The data of a command that somebody runs.</summary>
    public static JsonObject Of(World world, Member asker, string line, IReadOnlyList<(string Name, object Value)> options) =>
        new CommandData(world, asker, line).Make(asker.Guild, options, focused: null);

    /// <summary>The data of a command whose options are being typed.</summary>
    public static JsonObject Typing(World world, Member asker, string line, string option, string typed, IReadOnlyList<(string Name, object Value)> others) =>
        new CommandData(world, asker, line).Make(asker.Guild, [.. others, (option, typed)], option);

    private JsonObject Make(Guild? guild, IReadOnlyList<(string Name, object Value)> options, string? focused)
    {
        var words = _line.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = _world.Commands.Find(guild?.IdText ?? "", words[0]) ?? throw No($"the bot registered no such command; it has: {string.Join(", ", _world.Commands.Names)}");
        var path = new List<JsonObject> { command };
        foreach (var word in words.Skip(1))
        {
            path.Add(Inner(path[^1], word, Subcommand, Group) ?? throw No($"there is no {word}"));
        }

        if (path[^1]["options"]?.AsArray().Any(one => (int)one!["type"]! is Subcommand or Group) == true)
        {
            throw No("a subcommand must be chosen");
        }

        var chosen = Chosen(path[^1], options, focused);
        foreach (var step in path.Skip(1).Reverse())
        {
            chosen = [new JsonObject { ["type"] = (int)step["type"]!, ["name"] = (string)step["name"]!, ["options"] = chosen }];
        }

        var data = new JsonObject { ["id"] = (string)command["id"]!, ["name"] = (string)command["name"]!, ["type"] = 1, ["options"] = chosen };
        if (_resolved.Count > 0)
        {
            data["resolved"] = _resolved;
        }

        return data;
    }

    private JsonArray Chosen(JsonObject command, IReadOnlyList<(string Name, object Value)> options, string? focused)
    {
        var known = command["options"]?.AsArray().Select(one => one!.AsObject()).ToList() ?? [];
        if (focused is null && known.Find(one => (bool?)one["required"] == true && options.All(given => given.Name != (string)one["name"]!)) is { } missing)
        {
            throw No($"{missing["name"]} is required");
        }

        return new([.. options.Select(given =>
        {
            var option = known.Find(one => (string)one["name"]! == given.Name) ?? throw No($"there is no option {given.Name}; there are: {string.Join(", ", known.Select(one => one["name"]))}");
            var typing = given.Name == focused;
            if (typing && (bool?)option["autocomplete"] != true)
            {
                throw No($"{given.Name} is not completed");
            }

            var value = new JsonObject { ["type"] = (int)option["type"]!, ["name"] = given.Name, ["value"] = typing ? (string)given.Value : Value(option, given.Value) };
            if (typing)
            {
                value["focused"] = true;
            }

            return (JsonNode)value;
        })]);
    }

    private JsonNode Value(JsonObject option, object given)
    {
        var value = ((int)option["type"]!, given) switch
        {
            (Words, string text) when text.Length >= ((int?)option["min_length"] ?? 0) && text.Length <= ((int?)option["max_length"] ?? 6000) => (JsonNode)text,
            (WholeNumber, int number) when InRange(option, number) => number,
            (AnyNumber, double number) when InRange(option, number) => number,
            (Truth, bool truth) => truth,
            (Person, Member member) => Resolve("users", member.User.IdText, member.User.ToJson()),
            (Place, Channel channel) => Resolve("channels", channel.IdText, new() { ["id"] = channel.IdText, ["name"] = channel.Name, ["type"] = (int)channel.Kind, ["permissions"] = ((ulong)_asker.MayIn(channel)).ToString(CultureInfo.InvariantCulture), ["parent_id"] = channel.Parent?.IdText }),
            (File, AttachedFile file) => Resolve("attachments", _world.Interactions.Keep(file, out var attachment), attachment),
            _ => throw No($"{given} can't be given for {option["name"]}"),
        };
        return option["choices"] is JsonArray { Count: > 0 } choices && !choices.Any(one => JsonNode.DeepEquals(one!["value"], value))
            ? throw No($"{given} is none of the choices of {option["name"]}")
            : value;
    }

    private static bool InRange(JsonObject option, double number) => number >= ((double?)option["min_value"] ?? double.MinValue) && number <= ((double?)option["max_value"] ?? double.MaxValue);

    private JsonNode Resolve(string kind, string id, JsonObject whole)
    {
        _resolved[kind] ??= new JsonObject();
        _resolved[kind]![id] = whole;
        return id.ToString(CultureInfo.InvariantCulture);
    }

    private static JsonObject? Inner(JsonObject command, string name, params int[] kinds) =>
        command["options"]?.AsArray().FirstOrDefault(one => (string)one!["name"]! == name && kinds.Contains((int)one["type"]!))?.AsObject();

    private InvalidOperationException No(string why) => new($"Nobody can send {_line} through Discord: {why}.");
}
