using System.Globalization;
using System.Text;
using Bot.Digest.Reading;
using CsCheck;

namespace Bot.Digest.Tests.Reading;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("  two \t words \r\n here ", "two words here")]
    [InlineData("non\u00A0breaking\u2009thin", "non breaking thin")]
    [InlineData("nu\0ll b\u0007ell", "null bell")]
    [InlineData("\u202Eevil\u202C \u2066isolated\u2069", "evil isolated")]
    [InlineData("zero\u200Bwidth soft\u00ADhyphen \uFEFFmark", "zerowidth softhyphen mark")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("lone \uD83D surrogate", "lone surrogate")]
    [InlineData("a\u0300\u0301\u0302\u0303\u0304\u0305", "à\u0301\u0302")]
    public void What_hides_or_breaks_is_taken_out_and_words_stay(string text, string expected)
    {
        Assert.Equal(expected.Normalize(), CleanText.Line(text));
    }

    [Theory]
    [InlineData("👩‍👩‍👧 family")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F flag")]
    [InlineData("می‌خواهم")]
    [InlineData("שלום עולם")]
    [InlineData("क्‍ष")]
    public void Joined_emoji_and_scripts_that_need_joiners_stay_whole(string text)
    {
        Assert.Equal(text.Normalize(), CleanText.Line(text));
    }

    [Fact]
    public void Every_kind_of_line_break_separates_paragraphs_and_empty_ones_vanish()
    {
        Assert.Equal("a\nb\nc\nd\ne", CleanText.Paragraphs("a\r\nb\n \nc\u2028d\u0085\u0085e\f"));
    }

    [Fact]
    public void Any_text_comes_out_composed_and_without_controls_and_cleaning_again_changes_nothing()
    {
        Gen.String.Sample(text =>
        {
            var clean = CleanText.Paragraphs(text);

            Assert.True(clean.IsNormalized());
            Assert.DoesNotContain("\n\n", clean, StringComparison.Ordinal);
            Assert.All(clean.EnumerateRunes(), rune => Assert.True(rune.Value == '\n' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control));
            Assert.Equal(clean, CleanText.Paragraphs(clean));
        });
    }
}
