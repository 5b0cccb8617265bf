using Bot.Digest.Language;
using Bot.Digest.People;

namespace Bot.Digest.Tests.People.Names;

/// <summary>Names of many cultures: in articles, and in pairs that are one name or two.</summary>
public sealed class NamesOfCulturesTests
{
    private const string Folder = "tests/Bot.Digest.Tests/People/Names/";

    public static TheoryData<string, string, string[]> Articles
    {
        get
        {
            var data = new TheoryData<string, string, string[]>();
            foreach (var lines in Cases())
            {
                data.Add(
                    lines[0],
                    string.Join('\n', lines.Skip(1).Where(line => line[0] is not ('+' or '-' or '~'))),
                    [.. lines.Skip(1).Where(line => line[0] is '+' or '-' or '~')]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_names_its_people_with_the_forms_it_prints(string name, string text, string[] expected)
    {
        var people = PeopleFinder.Find(TextAnalysis.Of(text)).People;

        foreach (var line in expected)
        {
            var forms = line[1..].Split('|', StringSplitOptions.TrimEntries);
            var found = people.Where(person => person.Name == forms[0]).ToList();
            var seen = string.Join("; ", people.Select(person => $"{person.Name} ({string.Join(", ", person.Aliases)})"));
            Assert.True(found.Count == (line[0] == '+' ? 1 : 0), $"{name}: {line}, but there is {seen}");
            Assert.All(found, person => Assert.Empty(forms.Except(person.Aliases.Prepend(person.Name))));
        }
    }

    [Fact]
    public void Forms_of_one_name_have_one_key_and_other_names_another()
    {
        var pairs = Lines("NamePairs.txt").Select(line => (IsOne: line[0] == '=', Forms: line[1..].Split('|', StringSplitOptions.TrimEntries))).ToList();

        var wrong = pairs
            .Where(pair => pair.IsOne != (PersonKey.Of(pair.Forms[0]) == PersonKey.Of(pair.Forms[1])))
            .Select(pair => $"{(pair.IsOne ? "parted" : "joined")}: {pair.Forms[0]} | {pair.Forms[1]}");

        Assert.Equal(string.Empty, string.Join('\n', wrong));
    }

    private static IEnumerable<List<string>> Cases()
    {
        List<string> lines = [];
        foreach (var line in Lines("Articles.txt").Append("= "))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                if (lines.Count > 0)
                {
                    yield return lines;
                }

                lines = [line[2..]];
            }
            else
            {
                lines.Add(line);
            }
        }
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(RepositoryFile.Path(Folder + file)).Where(line => line.Length > 0 && line[0] != '#');
}
