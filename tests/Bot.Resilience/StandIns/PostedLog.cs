using System.Text;
using System.Text.Json;

namespace Bot.Resilience.StandIns;

/// <summary>What a stand-in was sent, a JSON object a line. Its own process is never killed, so nothing has to be forced to the disk.</summary>
internal sealed class PostedLog(string path) : IDisposable
{
    private readonly StreamWriter _file = new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), new UTF8Encoding(false)) { AutoFlush = true };

    /// <summary>Not for several threads at once.</summary>
    public void Add(SeenPost seen) => _file.WriteLine(JsonSerializer.Serialize(seen));

    /// <summary>All that stands in a log; a line that is being written is left for the next time.</summary>
    public static IReadOnlyList<SeenPost> Read(string path)
    {
        using var file = new StreamReader(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite));
        var lines = file.ReadToEnd().Split('\n');
        return [.. lines.SkipLast(1).Select(line => JsonSerializer.Deserialize<SeenPost>(line)!)];
    }

    public void Dispose() => _file.Dispose();
}
