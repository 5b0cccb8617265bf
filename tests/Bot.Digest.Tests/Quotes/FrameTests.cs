namespace Bot.Digest.Tests.Quotes;

public sealed class FrameTests
{
    [Theory]
    [InlineData("“The pier stays open,” Ilse Varga said.", "Direct | “The pier stays open,” | Ilse Varga")]
    [InlineData("\"The pier stays open,\" said Ilse Varga, the minister.", "Direct | \"The pier stays open,\" | Ilse Varga")]
    [InlineData("''The pier stays open,'' Ilse Varga told reporters.", "Direct | ''The pier stays open,'' | Ilse Varga")]
    [InlineData("'The pier isn't closed,' Ilse Varga said.", "Direct | 'The pier isn't closed,' | Ilse Varga")]
    [InlineData("Ilse Varga said: “The pier stays open.”", "Direct | “The pier stays open.” | Ilse Varga")]
    [InlineData("Ilse Varga, who leads the ministry, said in a statement on Friday, “The pier stays open.”", "Direct | “The pier stays open.” | Ilse Varga")]
    [InlineData("“Who would close it?” Ilse Varga asked.", "Direct | “Who would close it?” | Ilse Varga")]
    [InlineData("“The pier,” Ilse Varga said, “stays open.”", "Direct | “The pier,” … “stays open.” | Ilse Varga")]
    [InlineData("“The pier stays open,” according to Ilse Varga.", "Direct | “The pier stays open,” | Ilse Varga")]
    public void Marked_words_go_to_the_subject_of_their_cue(string text, string expected) =>
        Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Ilse Varga said that the pier would stay open.", "Reported | that the pier would stay open | Ilse Varga")]
    [InlineData("Ilse Varga said on Monday she would reopen the pier.", "Reported | she would reopen the pier | Ilse Varga")]
    [InlineData("Ilse Varga told the council that the pier was safe, adding that repairs were cheap.", "Reported | that the pier was safe | Ilse Varga", "Reported | that repairs were cheap | Ilse Varga")]
    [InlineData("The repairs will take a whole year, Ilse Varga said.", "Reported | The repairs will take a whole year | Ilse Varga")]
    [InlineData("According to Ilse Varga, the repairs will take a year.", "Reported | the repairs will take a year | Ilse Varga")]
    [InlineData("The repairs will take a year, according to Ilse Varga.", "Reported | The repairs will take a year | Ilse Varga")]
    [InlineData("Ilse Varga said the pier was safe but did not name the builder.", "Reported | the pier was safe | Ilse Varga")]
    public void Speech_without_marks_is_reported_as_a_whole_clause(string text, params string[] expected) =>
        Assert.Equal(expected, ReadQuotes.Lines(text));

    [Theory]
    [InlineData("A new pier, Ilse Varga vowed, would bring work to the harbour.", "Reported | A new pier … would bring work to the harbour | Ilse Varga")]
    [InlineData("For instance, Ilse Varga said, the crane is older than the pier.", "Reported | the crane is older than the pier | Ilse Varga")]
    [InlineData("The pier, according to Ilse Varga, was built without a permit.", "Reported | The pier … was built without a permit | Ilse Varga")]
    [InlineData("As Ilse Varga put it, the pier is a patient without a doctor.", "Reported | the pier is a patient without a doctor | Ilse Varga")]
    [InlineData("The pier stays open all winter, Ilse Varga told the Norrmark Post.", "Reported | The pier stays open all winter | Ilse Varga")]
    [InlineData("Ilse Varga noted the pier was older than the town.", "Reported | the pier was older than the town | Ilse Varga")]
    [InlineData("The harbour board issued a statement on Friday, saying the pier was safe.", "Reported | the pier was safe | The harbour board")]
    public void A_clause_is_read_where_its_cue_cuts_it_leads_it_or_follows_it(string text, params string[] expected) =>
        Assert.Equal(expected, ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Ilse Varga: “The pier stays open.”", "Direct | “The pier stays open.” | Ilse Varga")]
    [InlineData("“The pier stays open until the last boat.” Ilse Varga, the minister, said in a statement.", "Direct | “The pier stays open until the last boat.” | Ilse Varga")]
    [InlineData("Ilse Varga called over her shoulder, “The pier stays open.”", "Direct | “The pier stays open.” | Ilse Varga")]
    [InlineData("Ilse Varga yelled “Shame on you!” at the builders.", "Direct | “Shame on you!” | Ilse Varga")]
    [InlineData("Ilse Varga called the delay “a costly joke,” a charge that the builder rejects.", "Mixed | the delay “a costly joke,” | Ilse Varga")]
    public void Whole_marked_words_are_direct_and_end_at_their_marks(string text, string expected) =>
        Assert.Equal([expected], ReadQuotes.Lines(text));

    [Theory]
    [InlineData("The pier is safe in key states of the tide.")]
    [InlineData("We’re told the pier is safe.")]
    [InlineData("Another state senator came to the pier.")]
    public void A_noun_that_is_a_verb_too_reports_nothing(string text) => Assert.Empty(ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Ilse Varga denied the pier was unsafe.", "Reported | the pier was unsafe | Ilse Varga")]
    [InlineData("Ilse Varga denied that claims had been paid.", "Reported | that claims had been paid | Ilse Varga")]
    [InlineData("The accused claims that the pier was unsafe.", "Reported | that the pier was unsafe | The accused")]
    public void A_denied_clause_is_reported_where_the_denial_stands_before_it(string text, params string[] expected) =>
        Assert.Equal(expected, ReadQuotes.Lines(text));

    [Fact]
    public void A_clause_after_a_time_takes_no_words_from_the_main_clause() =>
        Assert.Empty(ReadQuotes.Lines("Harbour Minister Ilse Varga ruled out higher tolls on Thursday, a day after the ferry line Merrow asked for 12 percent more."));

    [Theory]
    [InlineData("Ilse Varga said the pier was “as safe as houses” after the storm.", "Mixed | the pier was “as safe as houses” after the storm | Ilse Varga")]
    [InlineData("Ilse Varga called the delay “a costly joke.”", "Mixed | the delay “a costly joke.” | Ilse Varga")]
    [InlineData("“It is over,” Ilse Varga noted, saying that the strike was “dead wood.”", "Direct | “It is over,” | Ilse Varga", "Mixed | that the strike was “dead wood.” | Ilse Varga")]
    [InlineData("Ilse Varga defended the tender, responding to the claims with “show me the bills” and leaving.", "Direct | “show me the bills” | Ilse Varga")]
    public void A_clause_with_marked_pieces_is_mixed(string text, params string[] expected) =>
        Assert.Equal(expected, ReadQuotes.Lines(text));

    [Fact]
    public void Only_what_stands_in_marks_is_verbatim() =>
        Assert.Equal(["as safe as houses", "‘sound’ as ever"], ReadQuotes.Verbatim("Ilse Varga said it was “as safe as houses” and “‘sound’ as ever” today."));

    [Theory]
    [InlineData("The so-called “quiet hour” ended at noon.")]
    [InlineData("They blew up two major roads to the port.")]
    [InlineData("The film “The Long Grey Pier” opens in May.")]
    [InlineData("Ilse Varga declined to say whether the pier was safe.")]
    [InlineData("Ilse Varga did not say that the pier was safe.")]
    [InlineData("The claims of the union were read in court.")]
    [InlineData("‘A winter of waiting’")]
    [InlineData("Ilse Varga rejected claims that money was missing from the fund.")]
    [InlineData("Ilse Varga denied allegations that the builder had paid her.")]
    [InlineData("Ilse Varga disputed suggestions that the pier was unsafe.")]
    [InlineData("The pier was never safe in winter, Ilse Varga denied.")]
    public void Names_headings_and_things_not_said_are_no_quotes(string text) => Assert.Empty(ReadQuotes.Lines(text));

    [Theory]
    [InlineData("Ilse Varga said: “The pier stays open. She then left the hall.")]
    [InlineData("Ilse Varga spoke.\n“The pier stays open. Then she left, and the hall fell silent.\nRain fell.")]
    public void Words_behind_a_mark_that_never_closes_are_not_verbatim(string text) => Assert.Empty(ReadQuotes.Verbatim(text));

    [Fact]
    public void Words_that_the_next_paragraph_goes_on_with_are_verbatim() => Assert.Equal(
        ["The pier stays open.", "It always was."],
        ReadQuotes.Verbatim("Ilse Varga said: “The pier stays open.\n“It always was.”"));

    [Fact]
    public void A_name_of_a_programme_is_where_it_was_said_and_not_what() =>
        Assert.Equal(["Reported | that the pier would stay open | Ilse Varga"], ReadQuotes.Lines("Ilse Varga said on “Evening Hour” that the pier would stay open."));

    [Fact]
    public void A_statement_that_follows_at_once_leaves_no_empty_piece() =>
        Assert.All(
            ReadQuotes.In("The east pier will stay open all summer, said Ilse Varga, but now said the ferries would not sail from it again."),
            quote => Assert.All(quote.Pieces, piece => Assert.True(piece.Length > 0)));
}
