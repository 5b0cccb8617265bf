namespace Bot.Digest.Language;

/// <summary>The word lists that are part of the program: plain text, an entry a line, <c>#</c> starts a remark.</summary>
internal static class EnglishLists
{
    public static IEnumerable<string> Lines(string list)
    {
        using var stream = typeof(EnglishLists).Assembly.GetManifestResourceStream($"Bot.Digest.Language.English.{list}.txt")
            ?? throw new ArgumentException($"There is no word list {list}.", nameof(list));
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
