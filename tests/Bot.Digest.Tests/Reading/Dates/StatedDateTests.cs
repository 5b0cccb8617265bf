using System.Globalization;
using Bot.Digest.Reading.Dates;
using CsCheck;

namespace Bot.Digest.Tests.Reading.Dates;

public sealed class StatedDateTests
{
    [Theory]
    [InlineData("2026-05-20", "2026-05-20T00:00:00+00:00")]
    [InlineData("2026-05-20T08:30:15Z", "2026-05-20T08:30:15+00:00")]
    [InlineData("2026-05-20T08:30:15.123+02:00", "2026-05-20T08:30:15+02:00")]
    [InlineData("2026-05-20 08:30 -0430", "2026-05-20T08:30:00-04:30")]
    [InlineData("Wed, 20 May 2026 08:30:00 GMT", "2026-05-20T08:30:00+00:00")]
    [InlineData("Wed, 20 May 26 08:30:00 EST", "2026-05-20T08:30:00-05:00")]
    [InlineData("May 20, 2026 at 8:05 p.m. EDT", "2026-05-20T20:05:00-04:00")]
    [InlineData("May 20th, 2026, 12:10 AM", "2026-05-20T00:10:00+00:00")]
    [InlineData("14:05, 20 May 2026", "2026-05-20T14:05:00+00:00")]
    [InlineData("20. Mai 2026, 14:05 Uhr", "2026-05-20T14:05:00+00:00")]
    [InlineData("Stand: 20.05.2026", "2026-05-20T00:00:00+00:00")]
    [InlineData("20.5.26", "2026-05-20T00:00:00+00:00")]
    [InlineData("miércoles 20 de mayo del 2026", "2026-05-20T00:00:00+00:00")]
    [InlineData("le 1er août 2026", "2026-08-01T00:00:00+00:00")]
    [InlineData("20 мая 2026", "2026-05-20T00:00:00+00:00")]
    [InlineData("20 maja 2026", "2026-05-20T00:00:00+00:00")]
    [InlineData("2026年5月20日", "2026-05-20T00:00:00+00:00")]
    [InlineData("2026년 5월 20일", "2026-05-20T00:00:00+00:00")]
    [InlineData("20260520", "2026-05-20T00:00:00+00:00")]
    [InlineData("1779265800", "2026-05-20T08:30:00+00:00")]
    [InlineData("1779265800000", "2026-05-20T08:30:00+00:00")]
    [InlineData("29/02/2024", "2024-02-29T00:00:00+00:00")]
    public void Dates_are_read_as_they_are_written(string text, string expected)
    {
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), StatedDate.Parse(text, language: null));
    }

    [Theory]
    [InlineData("05/06/2026", "en-US", 5, 6)]
    [InlineData("05/06/2026", "en-GB", 6, 5)]
    [InlineData("05/06/2026", "es", 6, 5)]
    [InlineData("05.06.2026", "en-US", 6, 5)]
    public void The_language_decides_which_number_is_the_month(string text, string language, int month, int day)
    {
        var date = StatedDate.Parse(text, language)!.Value;

        Assert.Equal((month, day), (date.Month, date.Day));
    }

    [Theory]
    [InlineData("05/06/2026")]
    [InlineData("31.02.2026")]
    [InlineData("May 2026")]
    [InlineData("yesterday")]
    [InlineData("99999999999999999999")]
    [InlineData("20269999")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_whole_or_no_certain_date_is_none(string? text)
    {
        Assert.Null(StatedDate.Parse(text, language: null));
    }

    [Fact]
    public void Any_text_is_survived()
    {
        var pieces = Gen.OneOf(Array.ConvertAll<string, IGen<string>>(["2026", "-", "5", ":", "/", "May", " ", "+", "99", "Z", "0000", "24", "pm", ".", "年", "1779265800", "999999999999999", "T"], Gen.Const));

        pieces.Array[0, 12].Sample(parts => StatedDate.Parse(string.Concat(parts), "en"));
        Gen.String.Sample(text => StatedDate.Parse(text, null));
    }
}
