using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Bot.Digest.Chat;

namespace Bot.Digest.Tests.Chat;

public sealed partial class CatalogueTests
{
    /// <summary>Every class that is named like a resource of its assembly.</summary>
    public static TheoryData<Type> Catalogues =>
        [.. typeof(Words).Assembly.GetTypes().Where(type => typeof(Words).Assembly.GetManifestResourceInfo($"{type.FullName}.resources") is not null)];

    /// <summary>Each of them in each language but English.</summary>
    public static TheoryData<Type, string> Translations =>
        [.. from words in Catalogues.Select(row => row.Data) from language in Languages select (words, language)];

    /// <summary>The languages that a resource of the repository is called after.</summary>
    private static IReadOnlyList<string> Languages { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFile.Path("src/Bot.Digest"), "*.*.resx", SearchOption.AllDirectories)
            .Select(file => Path.GetExtension(Path.GetFileNameWithoutExtension(file)).TrimStart('.'))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Each_key_has_a_member_and_each_member_a_key(Type words)
    {
        var keys = Keys(words);
        var counted = Members(words).Select(member => member.Name).Where(name => keys.Contains(name + "Other")).ToHashSet(StringComparer.Ordinal);
        var expected = Members(words)
            .SelectMany(member => counted.Contains(member.Name) ? new[] { member.Name + "One", member.Name + "Other" } : [member.Name])
            .Order(StringComparer.Ordinal);

        Assert.Equal(keys.Order(StringComparer.Ordinal), expected);
    }

    [Fact]
    public void The_interface_speaks_English_and_every_language_that_has_resources()
    {
        Assert.Equal(Languages.Append("en").Order(StringComparer.Ordinal), InterfaceLanguages.All.Select(culture => culture.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de-AT")]
    [InlineData("en-US", "en-US")]
    [InlineData("fr", "")]
    [InlineData("no language at all", "")]
    [InlineData("de-", "")]
    [InlineData("zz", "")]
    [InlineData("de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de-de", "")]
    [InlineData("../../de", "")]
    [InlineData("\0", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_code_leads_to_its_culture_where_the_interface_speaks_it(string? code, string culture)
    {
        Assert.Equal(culture, InterfaceLanguages.Nearest(code).Name);
    }

    [Fact]
    public void In_every_language_every_day_is_said_by_the_calendar_of_the_articles()
    {
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.AllCultures))
        {
            CultureInfo.CurrentCulture = InterfaceLanguages.Of(culture.Name);
            Assert.Contains("1850", DayWords.Of(new DateOnly(1850, 5, 14), new DateOnly(2026, 5, 14)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Each_language_has_the_keys_of_the_English_words_and_no_more_with_the_same_places_to_fill(Type words, string language)
    {
        Assert.Equal(Places(words, CultureInfo.InvariantCulture), Places(words, CultureInfo.GetCultureInfo(language)));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void In_each_language_every_member_says_something_with_all_that_it_is_given(Type words, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);

        Every_member_says_something_with_all_that_it_is_given(words);
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Every_member_says_something_with_all_that_it_is_given(Type words)
    {
        foreach (var member in Members(words))
        {
            foreach (var number in (int[])[1, 2, 1000])
            {
                object[] values = [.. member.GetParameters().Select((parameter, index) =>
                    parameter.ParameterType == typeof(int) ? number + index : (object)$"given{index}")];
                var (text, commands) = Said(member.Invoke(null, values)!);

                Assert.False(string.IsNullOrWhiteSpace(text), member.Name);
                Assert.DoesNotContain('{', text);
                Assert.All(values, value => Assert.Contains(
                    string.Create(CultureInfo.InvariantCulture, $"{value}"), text + commands, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void One_and_many_are_told_apart()
    {
        Assert.Equal(("1 quote", "0 quotes", "23 quotes"), (Words.QuoteCount(1), Words.QuoteCount(0), Words.QuoteCount(23)));
    }

    [Fact]
    public void Nodes_fill_their_places_and_other_braces_stay()
    {
        var text = RichText.Fill("{1} of {0}, {2} {x} {", new Code("a"), new Strong("b"));

        Assert.Equal<Inline>([new Strong("b"), new Plain(" of "), new Code("a"), new Plain(", {2} {x} {")], text);
    }

    private static HashSet<string> Keys(Type words) => [.. Entries(words, CultureInfo.InvariantCulture).Select(entry => entry.Key)];

    /// <summary>The keys, each with the places that its words leave to be filled.</summary>
    private static IEnumerable<string> Places(Type words, CultureInfo language) => Entries(words, language)
        .Select(entry => $"{entry.Key} {string.Join(' ', Place().Matches(entry.Words).Select(place => place.Value).Distinct().Order(StringComparer.Ordinal))}")
        .Order(StringComparer.Ordinal);

    /// <summary>None where the language has no such resource.</summary>
    private static IEnumerable<(string Key, string Words)> Entries(Type words, CultureInfo language) =>
        (new ResourceManager(words).GetResourceSet(language, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>() ?? [])
            .Select(entry => ((string)entry.Key, (string)entry.Value!));

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    /// <summary>Public properties count as methods without parameters.</summary>
    private static IEnumerable<(string Name, Func<object?, object[], object?> Invoke, Func<ParameterInfo[]> GetParameters)> Members(Type words) =>
        words.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => (
            method.IsSpecialName ? method.Name["get_".Length..] : method.Name,
            (Func<object?, object[], object?>)((target, values) => method.Invoke(target, values)),
            (Func<ParameterInfo[]>)method.GetParameters));

    private static (string Text, string Commands) Said(object words) => words is RichText text
        ? (text.ToString(), string.Join(' ', text.OfType<CommandLink>().Select(link => link.Command)))
        : ((string)words, string.Empty);
}
