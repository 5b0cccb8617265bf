namespace Bot.Benchmarks;

/// <summary>What is asked of a loaded archive: lines as somebody would type them, drawn as news itself was drawn.</summary>
internal sealed class LoadQuestions(GeneratedNews news, int articles, Random random)
{
    private const int CommonWords = 20;
    private const int RareFrom = 5_000;
    private const int RareUntil = 25_000;

    /// <summary>The name of each measured command with a line for it.</summary>
    public IEnumerable<(string Name, Func<string> Line)> All =>
    [
        ("who", () => $"/who {Person()}"),
        ("who_about", () => $"/who {Person()} about:{news.Words.Noun(random)}"),
        ("said", () => $"/said {Said()}"),
        ("search_rare", () => $"/search {news.Words.NounAt(random.Next(RareFrom, RareUntil))}"),
        ("search_common", () => $"/search {news.Words.NounAt(random.Next(CommonWords))}"),
        ("search_words", () => $"/search {news.Words.Noun(random)} {news.Words.Noun(random)}"),
        ("timeline", () => $"/timeline {(random.Next(2) == 0 ? Person() : news.Words.Noun(random))}"),
        ("digest", () => random.Next(2) == 0 ? "/digest" : $"/digest {news.Words.Noun(random)} since:{random.Next(2, 60)}d"),
        ("digest_full", () => $"/digest style:full since:{random.Next(1, 60)}d"),
        ("top", () => $"/top since:{random.Next(1, 60)}d{(random.Next(2) == 0 ? " by:growth" : "")}"),
        ("story", () => $"/story {random.Next(1, articles / 2)}"),
        ("story_words", () => $"/story {news.Words.Noun(random)} {news.Words.Noun(random)}"),
        ("latest", () => random.Next(2) == 0 ? "/latest" : $"/latest {news.Words.Noun(random)}"),
        ("article", () => $"/article {random.Next(1, articles + 1)}"),
    ];

    private string Person()
    {
        var person = news.Words.Person(random);
        return random.Next(4) switch
        {
            0 => person.Family,
            1 => $"{person.Given}-{person.Family}".ToLowerInvariant(),
            2 => person.Name.Remove(person.Given.Length + 2, 1),
            _ => person.Name,
        };
    }

    // Some words out of a quotation, or one word of it.
    private string Said()
    {
        var text = news.Article(random.Next(articles)).Text;
        var quoted = text.Split('“').Skip(1).Select(part => part.Split('”')[0].TrimEnd(',', '.')).ToList();
        var words = NewsWords.Pick(random, quoted).Split(' ');
        var length = Math.Min(words.Length, random.Next(1, 7));
        var start = random.Next(words.Length - length + 1);
        return $"\"{string.Join(' ', words.Skip(start).Take(length))}\"";
    }
}
