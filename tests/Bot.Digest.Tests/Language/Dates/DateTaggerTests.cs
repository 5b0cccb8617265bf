using Bot.Digest.Language;
using Bot.Digest.Language.Dates;
using CsCheck;

namespace Bot.Digest.Tests.Language.Dates;

public sealed class DateTaggerTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Published = new(2025, 5, 20);

    [Theory]
    [InlineData("The pier was closed on [Oct. 24, 2024].", "2024-10-24")]
    [InlineData("The pier was closed on [24 October 2024].", "2024-10-24")]
    [InlineData("The pier was closed on [the 24th of October, 2024].", "2024-10-24")]
    [InlineData("The pier was closed on [Thursday, October 24th, 2024].", "2024-10-24")]
    [InlineData("They met on [Christmas Eve 2019].", "2019-12-24")]
    [InlineData("They met on [Thanksgiving 2019].", "2019-11-28")]
    [InlineData("The log ends on [2024-10-24].", "2024-10-24")]
    [InlineData("The log ends on [2024-10-24T18:30:00Z].", "2024-10-24")]
    [InlineData("The log ends on [10/24/2024].", "2024-10-24")]
    [InlineData("The log ends on [24/10/2024].", "2024-10-24")]
    [InlineData("The log ends on [24.10.2024].", "2024-10-24")]
    [InlineData("The log of [2024-10] is lost.", "2024-10")]
    [InlineData("It opened in [March 1996].", "1996-03")]
    [InlineData("It was built in [1931].", "1931")]
    [InlineData("It was built in [nineteen ninety-six].", "1996")]
    [InlineData("Trams ran all through [the 1950s].", "195")]
    [InlineData("Trams ran all through [the '80s].", "198")]
    [InlineData("The town grew in [the 19th century].", "18")]
    [InlineData("Profit fell in [the third quarter of 2024].", "2024-Q3")]
    [InlineData("Profit fell in [the first half of 2024].", "2024-H1")]
    [InlineData("Profit fell in [fiscal 2024].", "2024")]
    [InlineData("The bridge froze in [the winter of 2012].", "2012-WI")]
    public void A_date_with_its_year_is_what_it_says(string marked, string value) => AssertOne(marked, value, DateRules.Stated);

    [Theory]
    [InlineData("The crane fell on [May 13].", "2025-05-13")]
    [InlineData("The crane fell on [Dec. 30].", "2024-12-30")]
    [InlineData("The crane fell on [13 May] after a storm.", "2025-05-13")]
    [InlineData("The library will reopen on [Jan. 3].", "2026-01-03")]
    [InlineData("Dr. Feld left office on [September 30].", "2024-09-30")]
    [InlineData("The crane fell on [3 July].", "2024-07-03")]
    [InlineData("Dr. Feld opened the new pier on [June 25].", "2024-06-25")]
    [InlineData("The lease was signed on [3 July].", "2024-07-03")]
    [InlineData("The lease will be signed on [3 July].", "2025-07-03")]
    [InlineData("Dr. Feld agreed to leave on [3 July].", "2025-07-03")]
    [InlineData("Dr. Feld said the long-awaited vote is on [3 July].", "2025-07-03")]
    [InlineData("The harbour board announced a vote on [3 July].", "2025-07-03")]
    public void A_day_without_a_year_is_the_nearest_one(string marked, string value) => AssertOne(marked, value, DateRules.MonthDay);

    [Theory]
    [InlineData("The crane fell in [February].", "2025-02")]
    [InlineData("The crane fell in [October].", "2024-10")]
    [InlineData("The library will reopen in [October].", "2025-10")]
    [InlineData("The crane fell in [early May].", "2025-05")]
    [InlineData("The [March] vote was close.", "2025-03")]
    [InlineData("The sale comes with a [June] agreement.", "2025-06")]
    [InlineData("The crane fell in [June].", "2024-06")]
    [InlineData("The board agreed to meet in [June].", "2025-06")]
    public void A_month_alone_is_the_last_one_or_the_next_one(string marked, string value) => AssertOne(marked, value, DateRules.Month);

    [Theory]
    [InlineData("The mayor resigned on [Friday].", "2025-05-16")]
    [InlineData("The mayor resigned [Tuesday].", "2025-05-20")]
    [InlineData("The mayor said [Monday] that she will resign.", "2025-05-19")]
    [InlineData("The mayor resigned [Friday night].", "2025-05-16TNI")]
    [InlineData("Until [Friday], nobody had called the mayor.", "2025-05-16")]
    public void A_weekday_is_the_last_one_up_to_publication(string marked, string value) =>
        AssertOne(marked, value, DateRules.WeekdayPast);

    [Theory]
    [InlineData("The mayor will resign on [Friday].", "2025-05-23")]
    [InlineData("The hearing is set to open on [Wednesday].", "2025-05-21")]
    [InlineData("The harbour stays shut until [Sunday].", "2025-05-25")]
    [InlineData("On [Thursday], the council will vote.", "2025-05-22")]
    [InlineData("The ferry sails as early as [Saturday], she said.", "2025-05-24")]
    [InlineData("The mayor will fly to the United Provinces [Thursday].", "2025-05-22")]
    public void A_weekday_in_a_sentence_about_the_future_is_the_next_one(string marked, string value) =>
        AssertOne(marked, value, DateRules.WeekdayFuture);

    [Theory]
    [InlineData("The mayor resigned [last Tuesday].", "2025-05-13")]
    [InlineData("The fair opens [next Friday].", "2025-05-23")]
    [InlineData("The fair opens [this Saturday].", "2025-05-24")]
    [InlineData("The fair opens [this coming Sunday].", "2025-05-25")]
    public void Last_this_and_next_move_a_weekday(string marked, string value) => AssertOne(marked, value, DateRules.WeekdayShifted);

    [Theory]
    [InlineData("It closed [yesterday].", "2025-05-19")]
    [InlineData("It closed [today].", "2025-05-20")]
    [InlineData("It opens [tomorrow morning].", "2025-05-21TMO")]
    [InlineData("The choir sings [tonight].", "2025-05-20TNI")]
    [InlineData("The ferry sank [last night].", "2025-05-19TNI")]
    [InlineData("It closed [late yesterday].", "2025-05-19")]
    [InlineData("It closed [the day before yesterday].", "2025-05-18")]
    [InlineData("It opens [the day after tomorrow].", "2025-05-22")]
    [InlineData("It closed at [mid-afternoon yesterday].", "2025-05-19TAF")]
    public void Days_are_counted_from_publication(string marked, string value) => AssertOne(marked, value, DateRules.RelativeDay);

    [Theory]
    [InlineData("It closed [last week].", "2025-W20")]
    [InlineData("It opens [next month].", "2025-06")]
    [InlineData("Prices rose [this year].", "2025")]
    [InlineData("Prices rose following [last month]'s storm.", "2025-04")]
    [InlineData("Prices rose [earlier this month].", "2025-05")]
    [InlineData("It will close [early next year].", "2026")]
    [InlineData("It burned down [last May].", "2024-05")]
    [InlineData("It was sold [last summer].", "2024-SU")]
    [InlineData("They married in [June last year].", "2024-06")]
    [InlineData("Guests came over [the weekend].", "2025-W20-WE")]
    [InlineData("The work ends by [the end of this year].", "2025")]
    public void Periods_are_counted_from_publication(string marked, string value) => AssertOne(marked, value, DateRules.RelativePeriod);

    [Theory]
    [InlineData("It closed [three days ago].", "2025-05-17")]
    [InlineData("It closed [a week ago].", "2025-05-13")]
    [InlineData("It closed [six weeks ago].", "2025-W15")]
    [InlineData("It closed [five months ago].", "2024-12")]
    [InlineData("It closed [about twenty years ago].", "2005")]
    [InlineData("It closed [two decades ago].", "2005")]
    public void A_distance_is_counted_back_as_coarsely_as_it_is_told(string marked, string value) =>
        AssertOne(marked, value, DateRules.Ago);

    [Theory]
    [InlineData("The crane fell on May 8. It was raised [the following day].", "2025-05-09")]
    [InlineData("The crane fell on May 8. Two men were freed [that night].", "2025-05-08TNI")]
    [InlineData("The club was founded in 1931. It folded [the following year].", "1932")]
    [InlineData("The crane fell on May 8. Its cable tore [a day earlier].", "2025-05-07")]
    [InlineData("The crane fell on May 8. By [mid-afternoon] it was raised.", "2025-05-08TAF")]
    [InlineData("The club lost 3,000 crowns last year. It lost 2,000 [the year before].", "2023")]
    [InlineData("Profit fell in the third quarter of 2024. It rose in [the same period a year earlier].", "2023-Q3")]
    [InlineData("Sales rose in April 2025. They fell in [the corresponding month last year].", "2024-04")]
    [InlineData("Sales rose in the first half of 2024. They fell in [the same period of 2021].", "2021-H1")]
    [InlineData("Profit fell in the fourth quarter of 2024. It rose for [the full year].", "2024")]
    public void Some_dates_count_from_the_one_before(string marked, string value) => AssertLast(marked, value, DateRules.FromContext);

    [Theory]
    [InlineData("Profit fell in [the first quarter].", "2025-Q1")]
    [InlineData("Profit fell in [the fourth quarter].", "2024-Q4")]
    [InlineData("The [second-quarter] loss was small.", "2025-Q2")]
    [InlineData("Profit fell in [the quarter].", "2025-Q1")]
    public void A_quarter_without_a_year_is_the_last_one_that_had_begun(string marked, string value) =>
        AssertOne(marked, value, DateRules.Quarter);

    [Theory]
    [InlineData("The bridge was painted in [the autumn].", "2024-FA")]
    [InlineData("The bridge was painted in [the spring].", "2025-SP")]
    public void A_season_without_a_year_is_the_last_one(string marked, string value) => AssertOne(marked, value, DateRules.Season);

    [Theory]
    [InlineData("They met at [Christmas].", "2024-12-25")]
    [InlineData("They met on [Christmas Eve].", "2024-12-24")]
    [InlineData("They will meet on [Halloween].", "2025-10-31")]
    [InlineData("They met on [Valentine's Day].", "2025-02-14")]
    [InlineData("They met on [Thanksgiving Day].", "2024-11-28")]
    [InlineData("They met [last Thanksgiving].", "2024-11-28")]
    public void A_holiday_is_the_nearest_one(string marked, string value) => AssertOne(marked, value, DateRules.Holiday);

    [Theory]
    [InlineData("The siren went at [10 p.m. Wednesday].", "2025-05-14T22:00")]
    [InlineData("The siren went at [16:15 UTC].", "2025-05-20T16:15Z")]
    [InlineData("The siren went at [noon].", "2025-05-20T12:00")]
    [InlineData("The siren went at [6:30pm].", "2025-05-20T18:30")]
    [InlineData("The board gave them until [9 a.m. Thursday].", "2025-05-22T09:00")]
    public void A_time_is_on_the_day_beside_it_or_before_it(string marked, string value) => AssertOne(marked, value, DateRules.Clock);

    [Theory]
    [InlineData("The strike lasted [two weeks].", "P2W")]
    [InlineData("The strike lasted for [almost two and a half years].", "P2Y6M")]
    [InlineData("The strike lasted for [2 1/2 hours].", "PT2H30M")]
    [InlineData("It was a [four-day] visit.", "P4D")]
    [InlineData("Sales rose in [the first nine months].", "P9M")]
    [InlineData("Sales rose in [the past two months].", "P2M")]
    [InlineData("It took [twenty-four hours].", "PT24H")]
    [InlineData("It took [a hundred and ten years].", "P110Y")]
    [InlineData("It took [several months].", "PXM")]
    [InlineData("It took [two decades].", "P20Y")]
    [InlineData("It was a [day-long] talk.", "P1D")]
    [InlineData("It was a [years-long] dispute.", "PXY")]
    public void Lengths_are_no_dates(string marked, string value) => AssertOne(marked, value, DateRules.Duration);

    [Theory]
    [InlineData("The ferry runs [every Thursday].", "XXXX-WXX-4")]
    [InlineData("The ferry runs [each day].", "P1D")]
    [InlineData("The town floods [every July].", "XXXX-07")]
    [InlineData("A [daily] ferry runs.", "P1D")]
    [InlineData("They pay 15 crowns [a month].", "P1M")]
    [InlineData("The ferry runs [Tuesday nights].", "XXXX-WXX-2TNI")]
    public void What_recurs_is_a_set(string marked, string value) => AssertOne(marked, value, DateRules.Repeated);

    [Theory]
    [InlineData("The mayor is [now] abroad.", "PRESENT_REF")]
    [InlineData("She was [recently] elected.", "PAST_REF")]
    [InlineData("Few people walk [these days].", "PRESENT_REF")]
    [InlineData("She will [soon] leave.", "FUTURE_REF")]
    [InlineData("Nobody knows [the future].", "FUTURE_REF")]
    [InlineData("It was different in [the past].", "PAST_REF")]
    [InlineData("The shop closed [several years ago].", "PAST_REF")]
    [InlineData("The mine closed [99,999 years ago].", "PAST_REF")]
    public void Vague_words_never_name_a_day(string marked, string value) => AssertOne(marked, value, DateRules.Vague);

    [Theory]
    [InlineData("They may come, and they march slowly.")]
    [InlineData("The prize is $1990 and the fine #2001.")]
    [InlineData("Lind won 3-2 and then 2:1 against Norrmark.")]
    [InlineData("Some 2000 people came.")]
    [InlineData("Omar Feld, 52 years old, has a 10-year-old son.")]
    [InlineData("May I ask you something?")]
    [InlineData("Turnout rose 12.5 percent to 3,412 votes.")]
    [InlineData("The meeting of Feb. 30 is a joke.")]
    [InlineData("Three-quarters of the fleet is rusty.")]
    [InlineData("June Halvorsen met Jan Krol.")]
    [InlineData("The March on the town hall drew the May government's anger.")]
    [InlineData("The March against fear went along the quay, and a March through the valley followed.")]
    public void What_only_looks_like_a_date_is_refused(string text) =>
        Assert.DoesNotContain(Read(text), date => date.Period is { Granularity: Granularity.Day or Granularity.Year } || date.Rule == DateRules.Month);

    [Theory]
    [InlineData("The pier closes on 31 December 9999.")]
    [InlineData("On December 31, 9999, the pier closes.")]
    [InlineData("On 31 December 9999 the pier closes.")]
    [InlineData("The pier closed on 12 May 12024, they say.")]
    [InlineData("The pier closed on 12 May ²⁰²⁴.")]
    [InlineData("The pier closed on 12 May ２０２４.")]
    [InlineData("The pier closed on 30 February.")]
    [InlineData("The pier closed on Friday, Feb. 30.")]
    [InlineData("The pier closed on the thirty-second of May.")]
    [InlineData("The pier closed on May 32.")]
    [InlineData("The pier closed last last year.")]
    [InlineData("The pier closed the last last Friday.")]
    [InlineData("The pier closes next next week.")]
    [InlineData("The pier closes in the year 9999.")]
    [InlineData("The pier closed 1e400 days ago.")]
    [InlineData("The pier closed 10^6 years ago.")]
    [InlineData("The pier closed 4.6bn years ago.")]
    [InlineData("The pier closed 1/3 days ago.")]
    [InlineData("The pier closed -3 days ago.")]
    [InlineData("The pier closed 3.5 days ago.")]
    [InlineData("The pier closed ³ days ago.")]
    [InlineData("The pier closed 1,5 days ago.")]
    [InlineData("The pier closed 1.000.000 days ago.")]
    [InlineData("The pier closed 3.25 days ago.")]
    [InlineData("The harbour was founded on 15 March 44 BC by a consul.")]
    [InlineData("The harbour was founded in 1200 BC.")]
    [InlineData("The harbour was founded in the 5th century BC.")]
    [InlineData("The pier opens at Christmas 9999.")]
    public void What_no_calendar_has_and_no_count_tells_is_no_date(string text) => Assert.DoesNotContain(Read(text), date => date.Period is not null);

    [Theory]
    [InlineData("The pier closed on [30 February 2024].", "2024-02")]
    [InlineData("The pier closed on [Friday, February 30, 2024].", "2024-02")]
    [InlineData("The pier closed on [the 45th of May 2024].", "2024-05")]
    [InlineData("The pier closed on ¹²[ May 2024].", "2024-05")]
    public void An_impossible_day_leaves_the_month_that_is_told_with_its_year(string marked, string value) =>
        Assert.Equal((value, marked[(marked.IndexOf('[', StringComparison.Ordinal) + 1)..^2].TrimStart()),
            Read(Unmarked(marked)) is [var only] ? (only.Value, only.Span.In(Unmarked(marked))) : default);

    [Theory]
    [InlineData("On May 12 3000 rebels crossed the bridge.", "2025-05-12")]
    [InlineData("On May 12, 5000 people came.", "2025-05-12")]
    [InlineData("Last May 45 rebels crossed the bridge.", "2024-05")]
    [InlineData("She warned in May 2024: in May '20 million people may lose power'.", "2024-05", "2025-05")]
    [InlineData("She said last May '30 homes' were lost.", "2024-05")]
    [InlineData("The pier closed on the twenty-fourth of April.", "2025-04-24")]
    public void A_count_behind_a_day_takes_nothing_from_it(string text, params string[] values) =>
        Assert.Equal(values, Read(text).Select(date => date.Value));

    [Theory]
    [InlineData("The pier closed on [12 May '24].", "2024-05-12")]
    [InlineData("The pier closed in [May ’98].", "1998-05")]
    [InlineData("The pier that closed in [May '24] is open.", "2024-05")]
    public void A_year_may_be_clipped(string marked, string value) => AssertOne(marked, value, DateRules.Stated);

    [Theory]
    [InlineData("Der Hafen schließt am 31. Dezember 9999, sagte sie.")]
    [InlineData("Der Hafen schloss am 12. Mai ²⁰²⁴.")]
    [InlineData("Der Hafen schloss am Freitag, dem 30. Februar.")]
    [InlineData("Der Hafen schloss vor 1e400 Tagen.")]
    [InlineData("Der Hafen schloss am 32. Mai.")]
    [InlineData("Der Hafen schloss letztes letztes Jahr.")]
    [InlineData("Der Hafen wurde am 15. März 44 v. Chr. gegründet.")]
    [InlineData("Der Hafen wurde im Jahr 1600 v. Chr. gegründet.")]
    public void Nor_is_it_in_German(string text) => Assert.Empty(DateTagger.Read(TextAnalysis.Of(text, "de"), Published));

    [Fact]
    public void An_impossible_day_leaves_the_month_in_German_too() =>
        Assert.Equal("2024-02", Assert.Single(DateTagger.Read(TextAnalysis.Of("Der Hafen schloss am 30. Februar 2024.", "de"), Published)).Value);

    [Theory]
    [InlineData("She was soon released, and soon became the mayor.")]
    [InlineData("Nobody asked this 6-year-old.")]
    [InlineData("Late-night hosts joked about the mayor.")]
    public void What_is_over_is_not_to_come_and_an_age_is_no_length(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_quarter_whose_last_day_is_told_is_the_calendars_that_holds_most_of_it() =>
        Assert.Equal("2024-Q2", Read("Profit fell in the quarter ended July 31.")[0].Value);

    [Fact]
    public void The_second_day_of_a_range_is_read_with_the_month_of_the_first()
    {
        var dates = Read("The fair runs from May 24 to 26 and on June 7-8.");

        Assert.Equal(["2025-05-24", "2025-05-26", "2025-06-07", "2025-06-08"], dates.Select(date => date.Value));
    }

    [Theory]
    [InlineData("The fair ran from May 24 to 26, 2019.", "2019-05-24", "2019-05-26")]
    [InlineData("The fair ran May 24-26, 2019.", "2019-05-24", "2019-05-26")]
    [InlineData("The fair ran from 24 May to 3 June 2019.", "2019-05-24", "2019-06-03")]
    [InlineData("The fair ran from Dec. 30 to Jan. 2, 2019.", "2018-12-30", "2019-01-02")]
    public void The_year_of_a_range_is_that_of_both_its_days(string text, string first, string last) =>
        Assert.Equal([first, last], Read(text).Select(date => date.Value).Take(2));

    [Fact]
    public void A_headline_without_a_full_stop_does_not_run_into_the_date_below_it()
    {
        var dates = Read("Pier closed until Friday\nMay 19, 2025\nNothing moved.");

        Assert.Equal(["2025-05-23", "2025-05-19"], dates.Select(date => date.Value));
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("1")]
    [InlineData("last ")]
    [InlineData("May ")]
    [InlineData("hundred ")]
    [InlineData("the early ")]
    [InlineData("about ")]
    [InlineData("1-")]
    [InlineData("two weeks ")]
    [InlineData("Friday, ")]
    public void A_megabyte_of_date_words_is_read_in_one_pass(string piece)
    {
        // Not a measure of speed: anything worse than linear would not come back at all.
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.All(Read(text), date => Assert.True(date.Span.End <= text.Length));
    }

    [Fact]
    public void Whatever_the_text_and_the_day_spans_follow_each_other_and_values_are_well_formed() =>
        Gen.Select(
            Gen.OneOf(Gen.String, Gen.Int[0, _pieces.Length - 1].Select(piece => _pieces[piece]).List[0, 30].Select(pieces => string.Join(' ', pieces))),
            Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber),
            Gen.Bool.Select(german => german ? "de" : "en")).Sample((text, day, language) =>
        {
            var end = 0;
            foreach (var date in DateTagger.Read(TextAnalysis.Of(text, language), day))
            {
                Assert.True(date.Span.Start >= end && date.Span.Start < date.Span.End && date.Span.End <= text.Length);
                Assert.Matches(
                    @"^(\d{2,4}|[\dX]{4}(-(\d\d(-\d\d)?|W(\d\d|XX)(-WE|-\d)?|Q\d|H\d|SP|SU|FA|WI|XX-XX))?(T([A-Z]{2}|\d\d:\d\dZ?))?|P.+|[A-Z]+_REF)$", date.Value);
                Assert.True(date.Period is not { } period || period.From <= period.To);
                end = date.Span.End;
            }
        });

    /// <summary>Words that begin, join or end date expressions, so that random strings of them reach every rule.</summary>
    private static readonly string[] _pieces =
    [
        "May", "Oct.", "24", "24th", "2024", "1990s", "Friday", "last", "next", "this", "the", "a", "of", "and", "to", "week", "years", "year",
        "quarter", "third", "third-quarter", "year-ago", "ago", "earlier", "two", "hundred", "several", "early", "end", "about", "more", "than",
        "every", "daily", "10:30", "p.m.", "noon", "UTC", "today", "night", "summer", "fiscal", "half", "1/2", "period", "latest", "9999", "1000",
        "2024-10-24", "31/12/9999", "century", "decade", "weekend", "old", "recent", "current", "-", ",", ".", "'s", "that", "same", "until", "will",
        "Mai", "30.", "Februar", "Freitag", "dem", "vor", "Tagen", "letztes", "Jahr", "²⁰²⁴", "１２", "1e400", "32", "0", "'24", "99999", "10^6",
        "BC", "1,5", "1,000", "3.25", "after", "tomorrow", "yesterday", "day", "Christmas", "Thanksgiving", "Eve", "June",
        "ended", "before", "long", "these", "mid", "nights", "corresponding", "soon",
    ];

    private static void AssertOne(string marked, string value, string rule)
    {
        var found = Assert.Single(Read(Unmarked(marked)));
        AssertIs(found, marked, value, rule);
    }

    private static void AssertLast(string marked, string value, string rule) => AssertIs(Read(Unmarked(marked))[^1], marked, value, rule);

    private static void AssertIs(DateExpression found, string marked, string value, string rule)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var expected = marked[(start + 1)..marked.IndexOf(']', StringComparison.Ordinal)];

        Assert.Equal(expected, found.Span.In(Unmarked(marked)));
        Assert.Equal((start, value, rule), (found.Span.Start, found.Value, found.Rule));
    }

    private static string Unmarked(string marked) =>
        marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private static List<DateExpression> Read(string text) => DateTagger.Read(TextAnalysis.Of(text), Published);
}
