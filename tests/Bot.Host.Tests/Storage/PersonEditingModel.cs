using System.Globalization;
using Bot.Digest.People;
using Bot.Digest.Ports;

namespace Bot.Host.Tests.Storage;

/// <summary>Articles that name people, and a second opinion on whose card each name stands on after merges and splits.</summary>
internal sealed class PersonEditingModel
{
    public static readonly string[] Names = ["Ilse Varga", "Petra Sand", "Jonas Brek", "Tilda Moor", "Nora Hessel"];

    public static readonly string[] Outlets = ["Norrmark Post", "Kanal Öst", "Coast Wire"];

    /// <summary>The names that each article prints, by outlet and number.</summary>
    public Dictionary<(string Outlet, int Number), string[]> Articles { get; } = Outlets.ToDictionary(outlet => (outlet, 99), _ => new[] { Names[0] });

    /// <summary>The new people of splits to whom articles went that came later and that no operator named, with whoever they were split from.</summary>
    public Dictionary<((string, int) Article, string Name), HashSet<string>> Chosen { get; } = [];

    public List<Edit> Edits { get; } = [];

    /// <summary>A change that holds.</summary>
    /// <param name="Number">As the archive numbers it.</param>
    /// <param name="Person">Who was merged or split: a name, or "split" with the number of the change that made it.</param>
    /// <param name="Other">Merged into whom; of a split null.</param>
    /// <param name="Taken">Of a split: which articles.</param>
    /// <param name="Names">Of a split: which printed names it took.</param>
    internal sealed record Edit(long Number, string Person, string? Other, HashSet<(string, int)> Taken, HashSet<string> Names)
    {
        public string New => Other ?? "split" + Number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whose card shows a person's articles.</summary>
    public string CardOf(string person)
    {
        while (Edits.Find(edit => edit.Other is not null && edit.Person == person) is { } merge)
        {
            person = merge.Other!;
        }

        return person;
    }

    /// <summary>Whom a name in an article means.</summary>
    public string CardOf((string, int) article, string name)
    {
        var person = name;
        var chosen = Chosen.GetValueOrDefault((article, name), []);
        foreach (var split in Edits.Where(edit => edit.Other is null))
        {
            var takes = chosen.Contains(split.New) || (split.Taken.Contains(article) && split.Names.Contains(name));
            person = takes && Reaches(person, split.Person) ? split.New : person;
        }

        return CardOf(person);
    }

    /// <summary>Keeps that an article's name went to the new person of a split, by its company.</summary>
    public void Choose((string, int) article, string name, string card)
    {
        var chosen = Chosen[(article, name)] = [];
        var person = Edits.Find(edit => edit.Other is null && edit.Names.Contains(name) && CardOf(edit.New) == card)?.New;
        while (person is not null && chosen.Add(person))
        {
            person = Edits.Find(edit => edit.Other is null && edit.New == person)?.Person;
        }
    }

    public IEnumerable<(string Outlet, int Number)> Naming(string card) =>
        Articles.Where(article => article.Value.Any(name => CardOf(article.Key, name) == card)).Select(article => article.Key);

    /// <summary>An article; read straight, every name stands for whom <paramref name="meant"/> says.</summary>
    public static UnderstoodArticle Write((string Outlet, int Number) article, string[] names, Func<string, string> meant)
    {
        var lines = names.Select((name, at) => $"“Words {at} 港口 of {article.Number},” said {name}, trustee, on Monday.");
        var news = new News($"News {article.Number}", string.Join('\n', lines) + "\n" + string.Join(" and ", names) + " left on Friday.")
            .At(2026, 5, 1 + (article.Number % 20)).Address($"https://{article.Number}.example/");
        foreach (var (at, name) in names.Index())
        {
            news.Person(name, at % 2 == 0 ? "trustee" : null).Said($"“Words {at} 港口 of {article.Number},”", name, shown: at != 1);
            news.Dated($"“Words {at} 港口 of {article.Number},” said {name}, trustee, on Monday.", "on Monday", new DateOnly(2026, 5, 1));
        }

        news.Dated(string.Join(" and ", names) + " left on Friday.", "on Friday", new DateOnly(2026, 5, 5));
        var built = news.Build();
        return built with
        {
            Findings = built.Findings with { People = [.. built.Findings.People.Select(person => person with { Key = meant(person.Name) })] },
        };
    }

    public static string KeyOf(string name) => PersonKey.Of(name);

    private bool Reaches(string person, string sought)
    {
        while (person != sought)
        {
            if (Edits.Find(edit => edit.Other is not null && edit.Person == person) is not { } merge)
            {
                return false;
            }

            person = merge.Other!;
        }

        return true;
    }
}
