namespace Bot.Evaluation.Fuzzing;

/// <summary>The texts that are broken: those of JSON lines files.</summary>
public static class SeedArticles
{
    /// <summary>The texts of a file, or of all <c>.jsonl</c> files of a folder, in the order of their names.</summary>
    public static List<string> Of(string path) =>
        [.. (Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal) : (IEnumerable<string>)[path])
            .SelectMany(JsonLines.Read)
            .Select(line => line.GetProperty("text").GetString()!)];
}
