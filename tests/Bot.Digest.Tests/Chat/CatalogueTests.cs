using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Bot.Digest.Chat;

namespace Bot.Digest.Tests.Chat;

public sealed class CatalogueTests
{
    /// <summary>Every class that is named like a resource of its assembly.</summary>
    public static TheoryData<Type> Catalogues =>
        [.. typeof(Words).Assembly.GetTypes().Where(type => typeof(Words).Assembly.GetManifestResourceInfo($"{type.FullName}.resources") is not null)];

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

    private static HashSet<string> Keys(Type words)
    {
        var resources = new ResourceManager(words).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        return [.. resources.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
    }

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
