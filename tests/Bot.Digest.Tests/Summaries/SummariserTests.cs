using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.Summaries;
using CsCheck;

namespace Bot.Digest.Tests.Summaries;

public sealed class SummariserTests
{
    private const string Lead = "The harbour ministry withdrew its order to close the east pier at Norrmark on Monday.";
    private const string Repairs = "Repairs of the cracked east pier start in June and will cost the harbour four million crowns.";
    private const string Aside = "The weather was mild for the season, and gulls were seen over the fish market again.";

    [Fact]
    public void The_sentences_that_tell_most_are_picked_in_the_order_of_the_text()
    {
        const string other = "A choir from Lind sang on the market square, and a lost dog was brought back to its owner.";
        const string third = "The ministry wants the east pier at Norrmark to stay open while the harbour is repaired.";

        var summary = Summarise($"{Lead} {Aside} {Repairs} {other} {third}", "Norrmark keeps east pier open, repairs start in June");

        Assert.Equal([Lead, Repairs, third], summary);
    }

    [Fact]
    public void What_was_told_is_not_told_again()
    {
        const string again = "The east pier order was withdrawn by the harbour ministry at Norrmark on Monday.";
        const string news = "Omar Feld, who runs the ferry company, said that his crews had waited for this decision since spring.";

        var summary = Summarise($"{Lead}\n{again}\n{news}", "Harbour ministry withdraws order to close east pier");

        Assert.DoesNotContain(again, summary);
        Assert.Contains(news, summary);
    }

    [Theory]
    [InlineData("By Ana Krol, Norrmark Post.")]
    [InlineData("Subscribe to our harbour newsletter for more on the east pier at Norrmark.")]
    [InlineData("More on the east pier at Norrmark and the harbour ministry's order")]
    public void What_is_not_the_story_is_left_out(string boilerplate)
    {
        var summary = Summarise($"{boilerplate}\n{Lead}\n{Repairs}", "Harbour ministry keeps east pier at Norrmark open");

        Assert.Equal([Lead, Repairs], summary);
    }

    [Theory]
    [InlineData("She told the harbour council that the east pier at Norrmark stays open.")]
    [InlineData("“The east pier at Norrmark stays open, whatever the harbour ministry orders.”")]
    public void A_sentence_that_leans_on_the_one_before_comes_only_with_it(string leaning)
    {
        const string before = "Ilse Varga, the minister for the harbour, gave way on the east pier at Norrmark, and its ferries may land there again.";
        const string last = "All the ferries that land at the east pier of Norrmark are expected to sail as they did before the order.";

        var apart = Summarise($"{Lead}\n{Aside}\n{leaning}\n{Repairs}", "East pier at Norrmark stays open, harbour ministry gives way");
        var together = Summarise(
            $"{before}\n{leaning}\n{Aside}\n{last}", "Varga gives way: east pier at Norrmark stays open, harbour ministry says");

        Assert.DoesNotContain(leaning, apart);
        Assert.Equal([before, leaning], together.Take(2));
    }

    [Fact]
    public void A_text_without_prose_has_no_summary() => Assert.Empty(Summarise("Photo gallery\nMore\n", "Gallery"));

    [Fact]
    public void A_summary_has_at_most_the_sentences_that_were_asked_for()
    {
        var text = string.Join('\n', Enumerable.Range(0, 20).Select(n => $"Keeper{n} carried lamp{n} along wall{n} to gate{n} at dusk{n}."));

        Assert.Equal(5, Summariser.Summarise(TextAnalysis.Of(text), "", new SummaryLength(5, int.MaxValue)).Count);
    }

    [Fact]
    public void The_sentences_of_any_text_are_its_own_and_in_order() =>
        Gen.Select(Gen.String, Gen.String).Sample((text, title) =>
        {
            var spans = Summariser.Summarise(TextAnalysis.Of(text), title, SummaryLength.Short);

            Assert.All(spans, span => Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= text.Length));
            Assert.Equal(spans.OrderBy(span => span.Start), spans);
        });

    [Theory]
    [InlineData("a. ")]
    [InlineData("He said so. ")]
    [InlineData("“Yes.” ")]
    [InlineData("x")]
    public void A_megabyte_of_anything_is_summarised(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.True(Summariser.Summarise(TextAnalysis.Of(text), piece, SummaryLength.Short).Count <= 3);
    }

    [Fact]
    public void A_title_of_words_that_its_long_text_does_not_hold_is_weighed_too()
    {
        var text = string.Join(' ', Enumerable.Range(0, 300).Select(n => $"Keeper{n} carried lamp{n} along wall{n} to gate{n} at dusk{n}."));
        var title = string.Join(' ', Enumerable.Range(0, 3000).Select(n => $"title{n}"));

        Assert.NotEmpty(Summarise(text, title));
    }

    private static List<string> Summarise(string text, string title) =>
        [.. Summariser.Summarise(TextAnalysis.Of(text), title, SummaryLength.Short).Select((TextSpan span) => span.In(text))];
}
