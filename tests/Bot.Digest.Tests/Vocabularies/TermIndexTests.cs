using Bot.Digest.Ports;
using Bot.Digest.Vocabularies;
using CsCheck;

namespace Bot.Digest.Tests.Vocabularies;

/// <summary>Terms found by the beginnings of their words.</summary>
public sealed class TermIndexTests
{
    [Theory]
    [InlineData("var", "ilse-varga|odo-varga")]
    [InlineData("ilse v", "ilse-varga")]
    [InlineData("", "ilse-varga|odo-varga")]
    [InlineData("arga", "")]
    [InlineData("pier", "")]
    public void A_term_is_found_by_the_beginning_of_any_of_its_words_the_weightiest_first(string folded, string found)
    {
        var index = new TermIndex([Person("odo-varga", 1, "odo varga"), Person("ilse-varga", 5, "ilse varga"), new(TermKind.Topic, "pier", "pier", ["pier"], 9)]);

        Assert.Equal(found, string.Join('|', index.Find(TermKind.Person, folded, 25).Select(term => term.Value)));
    }

    [Fact]
    public void As_many_as_are_wanted_are_found_and_no_other_would_come_before_them() => Gen.Select(
        Gen.Select(Gen.String[Gen.Char["ab "], 0, 6], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 12], Gen.String[Gen.Char["ab "], 0, 2], Gen.Int[1, 4]).Sample((forms, typed, limit) =>
        {
            var terms = forms.Select((form, at) => new Term((TermKind)form.Item2, $"{at}", $"{at}", [form.Item1, form.Item1 + "b"], form.Item3)).ToList();

            var found = new TermIndex(terms).Find(TermKind.Topic, typed, limit);

            var fitting = terms.Where(term => term.Kind == TermKind.Topic && term.Forms.Any(form => form.StartsWith(typed, StringComparison.Ordinal) || form.Contains(" " + typed, StringComparison.Ordinal)));
            return found.SequenceEqual(fitting.OrderByDescending(term => term.Weight).Take(limit));
        });

    private static Term Person(string slug, int quotes, string form) => new(TermKind.Person, slug, slug, [form], quotes);
}
