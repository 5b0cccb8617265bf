using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>Files of messages, which the bot can fetch.</summary>
internal static class Files
{
    /// <summary>Documented at getFile.</summary>
    private const int MostToFetch = 20 * 1024 * 1024;

    public static Dictionary<string, Handler> All { get; } = new(StringComparer.Ordinal) { ["getFile"] = Get };

    public static Document Keep(World world, string name, byte[] content)
    {
        var file = new Document($"BQACAgQAAx{world.NewId()}", name, content);
        return world.Files[file.Id] = file;
    }

    public static JsonObject ToWire(Document file) => new()
    {
        ["file_id"] = file.Id,
        ["file_unique_id"] = Unique(file),
        ["file_name"] = file.Name,
        ["file_size"] = file.Content.Length,
    };

    /// <summary>A picture in its one size; nobody looks at it, so its sides are as good as any.</summary>
    public static JsonArray Picture(Document file) =>
        [new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = Unique(file), ["width"] = 1280, ["height"] = 720, ["file_size"] = file.Content.Length }];

    /// <summary>Where the content of a file is to be had, behind /file/bot and the token.</summary>
    public static string PathOf(Document file) => $"documents/{Unique(file)}";

    private static ApiAnswer Get(World world, ApiCall call)
    {
        var file = world.Files.GetValueOrDefault(call.Text("file_id") ?? "") ?? throw RefusalException.Bad("wrong file_id or the file is temporarily unavailable");
        return file.Content.Length > MostToFetch
            ? throw RefusalException.Bad("file is too big")
            : ApiAnswer.Ok(new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = Unique(file), ["file_size"] = file.Content.Length, ["file_path"] = PathOf(file) });
    }

    private static string Unique(Document file) => $"AgAD{file.Id[^10..]}";
}
