using Bot.Digest.People;
using CsCheck;

namespace Bot.Digest.Tests.People;

public sealed class NameKeysTests
{
    [Theory]
    [InlineData("Seo Min-hyuk", "seo min hyuk")]
    [InlineData("  SEO   MIN-HYUK ", "seo min hyuk")]
    [InlineData("O’Dunne", "odunne")]
    [InlineData("Ђорђе", "djordje")]
    [InlineData("!?", "")]
    public void Folding_leaves_plain_words(string typed, string folded) => Assert.Equal(folded, NameKeys.Fold(typed));

    [Theory]
    [InlineData("seo min hyuk", NameMatch.Slug)]
    [InlineData("seo minhyuk", NameMatch.FullName)]
    [InlineData("min hyuk seo", NameMatch.FullName)]
    [InlineData("seo", NameMatch.Surname)]
    [InlineData("smh", NameMatch.Initials)]
    public void A_korean_name_is_found_by_its_family_name_in_front(string typed, NameMatch match) =>
        Assert.Contains(new NameKey(typed, match), NameKeys.KeysOf("Seo Min-hyuk", []));

    [Theory]
    [InlineData("lopez", NameMatch.Surname)]
    [InlineData("lopez quill", NameMatch.Surname)]
    [InlineData("quill", NameMatch.Surname)]
    [InlineData("d quill", NameMatch.Initials)]
    [InlineData("quill diego lopez", NameMatch.FullName)]
    public void Both_family_names_of_a_spanish_name_lead_to_it(string typed, NameMatch match) =>
        Assert.Contains(new NameKey(typed, match), NameKeys.KeysOf("Diego López Quill", []));

    [Fact]
    public void An_alias_in_its_own_script_leads_to_the_person() =>
        Assert.Contains(new NameKey(NameKeys.Fold("Варга"), NameMatch.Alias), NameKeys.KeysOf("Ilse Harrow", ["Варга"]));

    [Fact]
    public void The_folded_name_is_always_among_the_keys() =>
        Gen.String.Where(name => NameKeys.Fold(name).Length > 0).Sample(name =>
            NameKeys.KeysOf(name, []).Any(key => key.Text == NameKeys.Fold(name)));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Gen.String.Sample(typed => NameKeys.Fold(NameKeys.Fold(typed)) == NameKeys.Fold(typed));

    [Theory]
    [InlineData("seo min hyuck", "seo min hyuk", true)]
    [InlineData("zelenksy", "zelensky", true)]
    [InlineData("quil", "quill", true)]
    [InlineData("ana", "ann", false)]
    [InlineData("quill", "varga", false)]
    public void A_slip_of_few_letters_is_forgiven(string typed, string stored, bool forgiven) =>
        Assert.Equal(forgiven, NameKeys.IsMisspelling(typed, stored));

    [Fact]
    public void The_distance_is_the_same_in_both_directions() =>
        Gen.Select(Gen.String[Gen.Char['a', 'e'], 0, 12], Gen.String[Gen.Char['a', 'e'], 0, 12]).Sample((left, right) =>
            NameKeys.Distance(left, right) == NameKeys.Distance(right, left) && (NameKeys.Distance(left, right) == 0) == (left == right));
}
