using System.Globalization;
using System.Text;
using Bot.Digest.Articles;

namespace Bot.Benchmarks;

/// <summary>An article with the number of the happening that it was written about.</summary>
internal sealed record PlantedArticle(long Happening, Article Article);

/// <summary>
/// News as it comes from many outlets, the same for the same seed: a few hundred happenings at a time, some told by a hundred outlets and
/// most by one or two. What a happening is about drifts from day to day. Decoys happen at the same place with one of the same people about
/// other things, and one article in ten is an edited copy of an earlier one.
/// </summary>
internal sealed class StoryStream(int seed)
{
    private const int ArticlesOfDay = 3_000;
    private const int Happenings = 400;
    private const int Nouns = 12;

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly NewsWords _words = new(seed);
    private readonly Zipf _sizes = new(Happenings, 0.7);
    private readonly Random _random = new(seed);
    private readonly List<Happening> _open = [];
    private long _happenings;

    /// <summary>Articles in the order of their publication, without end.</summary>
    public IEnumerable<PlantedArticle> Articles()
    {
        for (var number = 0; ; number++)
        {
            var published = Begin.AddDays(number / (double)ArticlesOfDay);
            var happening = Draw(published);
            var article = _random.Next(10) == 0 && happening.Last is { } last ? Edited(last) : Written(happening);
            happening.Last = article with { Published = published, Address = new Uri($"https://news.example/{number}") };
            yield return new PlantedArticle(happening.Number, happening.Last);
        }
    }

    private Happening Draw(DateTimeOffset now)
    {
        while (_open.Count < Happenings)
        {
            _open.Add(Begun(now));
        }

        var drawn = _sizes.Draw(_random);
        if (now >= _open[drawn].Ends)
        {
            _open[drawn] = Begun(now);
        }

        while (_open[drawn].Drifted.AddDays(1) <= now)
        {
            // Each day a thing that nobody talks of any more gives way to another one.
            _open[drawn].Drifted = _open[drawn].Drifted.AddDays(1);
            _open[drawn].Nouns[_random.Next(Nouns)] = Topic();
        }

        return _open[drawn];
    }

    private Happening Begun(DateTimeOffset now)
    {
        var beside = _open.Count > 0 && _random.Next(4) == 0 ? _open[_random.Next(_open.Count)] : null;
        return new Happening
        {
            Number = ++_happenings,
            Place = beside?.Place ?? _words.Place(_random),
            People = [beside?.People[0] ?? _words.Person(_random), _words.Person(_random)],
            Nouns = [.. Enumerable.Range(0, Nouns).Select(_ => Topic())],
            Ends = now.AddDays(1 + (6 * _random.NextDouble())),
            Drifted = now,
        };
    }

    /// <summary>A third of what a happening is about are everyday things, the rest is its own.</summary>
    private string Topic() => _random.Next(3) == 0 ? _words.Noun(_random) : _words.NounAt(_random.Next(NewsWords.Nouns));

    private Article Written(Happening happening)
    {
        string Own() => NewsWords.Pick(_random, happening.Nouns);
        string Any() => _words.Noun(_random);
        var person = NewsWords.Pick(_random, happening.People);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The {Own()} of {happening.Place} and its {Own()} were at stake on Monday, {person.Name}, the {person.Role}, said.");
        for (var paragraph = 0; paragraph < 4 + _random.Next(8); paragraph++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nThe {Own()} came before the {Any()}, and {person.Family} spoke of a {Any()} in {happening.Place}.")
                .Append(CultureInfo.InvariantCulture, $" A {Any()} near the {Any()} of {_words.Place(_random)} was closed, and the {Own()} must wait for the {Any()}.")
                .Append(CultureInfo.InvariantCulture, $" Residents asked the council for a new {Any()}, officials told reporters, and {_words.Person(_random).Name} agreed.");
        }

        return new Article
        {
            Title = _random.Next(3) switch
            {
                0 => $"{happening.Place}: {person.Family} and the {Own()}",
                1 => $"{Own()} and {Own()} trouble {happening.Place}",
                _ => $"{person.Family} wants a {Any()} for the {Own()}",
            },
            Text = text.ToString(),
            Published = default,
        };
    }

    private Article Edited(Article article) => article with
    {
        Title = $"{_words.Noun(_random)}: {article.Title}",
        Text = $"{article.Text.Replace("Residents", "People", StringComparison.Ordinal)}\nMore follows.",
    };

    private sealed class Happening
    {
        public required long Number { get; init; }

        public required string Place { get; init; }

        public required NewsPerson[] People { get; init; }

        public required string[] Nouns { get; init; }

        public required DateTimeOffset Ends { get; init; }

        public required DateTimeOffset Drifted { get; set; }

        /// <summary>The newest article about it.</summary>
        public Article? Last { get; set; }
    }
}
