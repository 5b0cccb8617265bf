using Bot.Digest.Language;
using Bot.Digest.Timelines;
using CsCheck;

namespace Bot.Digest.Tests.Timelines;

public sealed class EventFinderTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Published = new(2025, 5, 20);

    private static readonly string[] _pieces =
        ["On Friday ", "“", "”", ". ", "\n", "May 3", " said ", "next year", "?", "last week"];

    [Fact]
    public void A_dated_sentence_is_an_event_with_its_whole_sentence_and_the_words_that_date_it()
    {
        const string text = "Nothing moved at the harbour. Inspectors closed the east pier on May 13 after a storm.";

        var found = Assert.Single(Find(text));

        Assert.Equal("Inspectors closed the east pier on May 13 after a storm.", found.Sentence.In(text));
        Assert.Equal("May 13", found.Expression.In(text));
        Assert.Equal((new DateOnly(2025, 5, 13), new DateOnly(2025, 5, 13)), (found.From, found.To));
        Assert.Equal(DatePrecision.Day, found.Precision);
        Assert.False(found.Planned);
    }

    [Fact]
    public void The_day_of_a_dateline_is_when_the_report_was_filed_and_no_event()
    {
        const string text = "LIND, May 13 (Coast Wire) - Inspectors closed the east pier on May 12.";

        var found = Assert.Single(Find(text));

        Assert.Equal("Inspectors closed the east pier on May 12.", found.Sentence.In(text));
        Assert.Equal(new DateOnly(2025, 5, 12), found.From);
    }

    [Theory]
    [InlineData("The council will vote on the tender on Friday.")]
    [InlineData("The reading room is to open on 30 May.")]
    [InlineData("A second hearing is scheduled for June.")]
    [InlineData("The ferry crews will meet the mediator later today.")]
    public void What_is_announced_is_planned(string text) => Assert.True(Assert.Single(Find(text)).Planned);

    [Theory]
    [InlineData("The council voted on the tender on Friday.")]
    [InlineData("The reading room opened earlier this month.")]
    [InlineData("The mediator arrived today.")]
    public void What_was_done_is_not_planned(string text) => Assert.False(Assert.Single(Find(text)).Planned);

    [Fact]
    public void A_sentence_that_tells_what_was_said_when_of_a_plan_gives_both()
    {
        var found = Find("Minister Ilse Varga said on Monday that the repairs will start on 2 June.");

        Assert.Equal([(new DateOnly(2025, 5, 19), false), (new DateOnly(2025, 6, 2), true)], found.Select(one => (one.From, one.Planned)));
    }

    [Fact]
    public void Where_a_sentence_dates_the_saying_and_the_thing_the_thing_is_the_event()
    {
        var found = Assert.Single(Find("Harbour police said on Monday that the crane fell on May 8."));

        Assert.Equal(new DateOnly(2025, 5, 8), found.From);
    }

    [Fact]
    public void Dates_inside_quotations_and_of_years_long_gone_weigh_less()
    {
        var told = Assert.Single(Find("One. Two. Three. The pier was closed for repairs on May 13 by the inspectors."));
        var quoted = Assert.Single(Find("One. Two. Three. “The pier was closed for repairs on May 13,” one of the inspectors said."));
        var background = Assert.Single(Find("One. Two. Three. The pier was closed for repairs on May 13, 1987, by the inspectors."));

        Assert.True(quoted.Weight < told.Weight / 2);
        Assert.True(background.Weight < told.Weight / 2);
    }

    [Theory]
    [InlineData("Talks went on for three weeks.")]
    [InlineData("Prices have risen in recent years.")]
    [InlineData("Trams were common here in the 1950s.")]
    [InlineData("The bridge is painted white in the summer.")]
    [InlineData("Prices have risen this year.")]
    [InlineData("“We closed the pier yesterday,” the inspector said.")]
    [InlineData("“They met last Friday, I think,” one of the ferry crew said.")]
    public void Lengths_vague_words_decades_and_days_that_count_from_when_a_quotation_was_spoken_are_no_events(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Any_text_gives_events_that_lie_within_it_in_order() =>
        Gen.OneOf(Gen.String, Gen.Int[0, _pieces.Length - 1].Select(piece => _pieces[piece]).List[0, 40].Select(string.Concat)).Sample(text =>
        {
            var found = Find(text);

            Assert.All(found, one =>
            {
                Assert.True(one.Sentence.Contains(one.Expression));
                Assert.True(one.Sentence.Start >= 0 && one.Sentence.End <= text.Length);
                Assert.True(one.From <= one.To);
                Assert.InRange(one.Weight, 0, 1);
            });
            Assert.Equal(found.Select(one => one.Sentence.Start).Order(), found.Select(one => one.Sentence.Start));
        });

    private static List<DatedEvent> Find(string text) => EventFinder.Find(TextAnalysis.Of(text), Published);
}
