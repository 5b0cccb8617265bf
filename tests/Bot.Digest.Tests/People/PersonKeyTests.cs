using Bot.Digest.People;
using CsCheck;

namespace Bot.Digest.Tests.People;

public sealed class PersonKeyTests
{
    [Theory]
    [InlineData("Seo Min-hyuk", "Min-hyuk Seo")]
    [InlineData("Seo Min-hyuk", "Seo Min Hyuk")]
    [InlineData("Yi Dal-rae", "Lee Dal-rae")]
    [InlineData("Noh Seok-jun", "Roh Suk-jun")]
    [InlineData("Oleh Brovarskyy", "Oleh Brovarsky")]
    [InlineData("Oleh Brovarskyy", "Oleh Brovarskiy")]
    [InlineData("Mohammed Darwazi", "Muhammad Darwazi")]
    [InlineData("Nabil al-Darwazi", "Nabil Darwazi")]
    [InlineData("Nabil al-Darwazi", "Nabil El-Darwazi")]
    [InlineData("Søren Ørskov", "Soren Orskov")]
    [InlineData("Jürgen Mühlbach", "Juergen Muehlbach")]
    [InlineData("Orbán Gyula", "Gyula Orbán")]
    [InlineData("Rosa T. Quill", "Rosa Quill")]
    [InlineData("Pavel Igorevich Dromov", "Pavel Dromov")]
    [InlineData("Dana “Dash” Quill", "Dana Quill")]
    [InlineData("Tsai Mei-hua", "Tsai Meihua")]
    [InlineData("DANA QUILL", "Dana Quill")]
    public void Forms_of_one_name_have_one_key(string one, string other) =>
        Assert.Equal(PersonKey.Of(one), PersonKey.Of(other));

    [Theory]
    [InlineData("Olha Brovarska", "Oleh Brovarsky")]
    [InlineData("Dana Quill", "Dana Quill Jr.")]
    [InlineData("Volodymyr Dromov", "Vladimir Dromov")]
    [InlineData("Seo Min-hyuk", "Seo Min-jun")]
    [InlineData("Dana Quill", "Dora Quill")]
    public void Names_of_two_people_have_two_keys(string one, string other) =>
        Assert.NotEqual(PersonKey.Of(one), PersonKey.Of(other));

    [Theory]
    [InlineData("Seo Min-hyuk", "seo-min-hyuk")]
    [InlineData("Yoon Dal Rae", "yoon-dal-rae")]
    [InlineData("Séamus O’Dunne", "seamus-odunne")]
    [InlineData("J.D. Quill", "jd-quill")]
    [InlineData("Ілзе Варга", "ilze-varga")]
    public void A_slug_is_the_name_in_plain_letters(string name, string slug) => Assert.Equal(slug, PersonKey.Slug(name));

    [Fact]
    public void A_slug_is_never_empty_and_holds_only_small_letters_digits_and_hyphens() =>
        Gen.String.Sample(name =>
        {
            var slug = PersonKey.Slug(name);
            return slug.Length > 0 && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        });

    [Fact]
    public void Every_text_has_a_key() => Gen.String.Sample(name => PersonKey.Of(name).Length > 0);
}
