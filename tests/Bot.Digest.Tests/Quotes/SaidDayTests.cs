using Bot.Digest.Articles;
using Bot.Digest.Quotes;

namespace Bot.Digest.Tests.Quotes;

public sealed class SaidDayTests
{
    private static readonly DateOnly Thursday = new(2031, 5, 22);

    [Theory]
    [InlineData("\"The gates stay shut,\" Marchand said on Tuesday.", "The gates stay shut,", "2031-05-20")]
    [InlineData("\"The gates stay shut,\" Marchand told listeners in Tarn on 3 May.", "The gates stay shut,", "2031-05-03")]
    [InlineData("On Monday, warden Odile Marchand said that \"no cart\" had crossed.", "no cart", "2031-05-19")]
    [InlineData("Marchand warned yesterday that the ice was \"thin as paper\".", "thin as paper", "2031-05-21")]
    [InlineData("\"We vote on Friday,\" Marchand said.", "We vote on Friday,", null)]
    [InlineData("\"The gates stay shut,\" said Marchand, who took office on Monday.", "The gates stay shut,", null)]
    [InlineData("The bridge closed on Monday. \"It was time,\" Marchand said.", "It was time,", null)]
    [InlineData("\"It was time,\" Marchand said. She resigned on Monday.", "It was time,", null)]
    [InlineData("Marchand said she left on Monday.", "she left on Monday", null)]
    [InlineData("\"It was time.\"", "It was time.", null)]
    public void Words_were_said_on_the_day_that_stands_beside_their_verb(string paragraph, string words, string? day)
    {
        var start = paragraph.IndexOf(words, StringComparison.Ordinal);
        var said = new TextSpan(start, start + words.Length);

        var found = SaidDay.Of(paragraph, said, [said], Thursday);

        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), found);
    }
}
