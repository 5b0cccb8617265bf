using Bot.Digest.Summaries;
using CsCheck;

namespace Bot.Digest.Tests.Summaries;

public sealed class StorySummariserTests
{
    private const string Lead = "The harbour ministry withdrew its order to close the east pier at Norrmark on Monday.";
    private const string Costs = "Repairs of the cracked east pier start in June and will cost the harbour four million crowns.";
    private const string Ferries = "Ferries to the island of Hallun will sail from the east pier again on Thursday, Omar Feld said.";

    [Fact]
    public void A_story_is_told_by_a_sentence_of_each_of_several_publishers()
    {
        var told = Tell(("Coast Wire", Lead), ("Radio Lind", Ferries), ("Lind Echo", Costs));

        Assert.Equal([$"Coast Wire: {Lead}", $"Radio Lind: {Ferries}", $"Lind Echo: {Costs}"], told.Order(Comparer<string>.Create((a, b) => At(a) - At(b))));

        static int At(string line) => line[0] == 'C' ? 0 : line[0] == 'R' ? 1 : 2;
    }

    [Fact]
    public void What_one_outlet_told_is_not_told_in_the_words_of_another()
    {
        var told = Tell(
            ("Coast Wire", Lead),
            ("Radio Lind", "On Monday the harbour ministry at Norrmark withdrew the order to close its east pier."),
            ("Lind Echo", Costs));

        Assert.Equal([$"Coast Wire: {Lead}", $"Lind Echo: {Costs}"], told);
    }

    [Fact]
    public void Copies_of_one_article_are_told_once_and_by_the_earliest()
    {
        var told = Tell(("Coast Wire", Lead), ("Radio Lind", Lead), ("Lind Echo", Lead));

        Assert.Equal([$"Coast Wire: {Lead}"], told);
    }

    [Fact]
    public void Two_outlets_of_one_publisher_are_one_voice() =>
        Assert.Single(Tell(("Coast Wire", Lead), ("COAST WIRE", Ferries), ("Radio Lind", Costs)), line => line.StartsWith("coast", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void A_story_of_one_publisher_is_told_by_that_one() =>
        Assert.Equal([$"Coast Wire: {Lead}", $"Coast Wire: {Costs}"], Tell(("Coast Wire", $"{Lead}\n{Costs}")));

    [Theory]
    [InlineData("She told the harbour council that the east pier at Norrmark stays open.")]
    [InlineData("But the east pier at Norrmark stays open, the harbour council was told.")]
    [InlineData("On Monday she told the harbour council that the east pier at Norrmark stays open.")]
    [InlineData("“The east pier at Norrmark stays open,” she told the harbour council.")]
    [InlineData("“The east pier at Norrmark stays open, whatever the harbour ministry orders.”")]
    [InlineData("Ilse Varga told the harbour council: “The east pier at Norrmark stays open.")]
    [InlineData("Why does the harbour ministry want to close the east pier at Norrmark?")]
    [InlineData("The harbour ministry gives way on the east pier at Norrmark, but ...")]
    [InlineData("The harbour ministry gives way on the east pier at Norrmark (its oldest.")]
    [InlineData("By Ana Krol, Norrmark Post.")]
    [InlineData("By Ana Krol of The Norrmark Harbour Pier Post.")]
    [InlineData("(Reporting by Ana Krol in Norrmark; editing by Ben Ode.)")]
    [InlineData("Subscribe to our harbour newsletter for more on the east pier at Norrmark.")]
    [InlineData("Pictured: the east pier at Norrmark, which the harbour ministry wanted to close.")]
    [InlineData("More on the east pier at Norrmark and the harbour ministry's order")]
    public void No_sentence_is_told_that_cannot_stand_alone(string leaning)
    {
        var told = Tell(("Coast Wire", $"{leaning}\n{Lead}"), ("Radio Lind", $"{leaning}\n{Costs}"));

        Assert.Equal([$"Coast Wire: {Lead}", $"Radio Lind: {Costs}"], told);
    }

    [Theory]
    [InlineData("“The east pier at Norrmark stays open,” Ilse Varga told the harbour council.")]
    [InlineData("The mayor said she wants the east pier at Norrmark to stay open.")]
    public void A_sentence_that_says_whom_it_means_can_be_told(string whole) => Assert.Equal([$"Coast Wire: {whole}"], Tell(("Coast Wire", whole)));

    [Fact]
    public void Where_no_other_publisher_adds_anything_the_first_is_heard_twice() =>
        Assert.Equal([$"Coast Wire: {Lead}", $"Coast Wire: {Costs}"], Tell(("Coast Wire", $"{Lead}\n{Costs}\n{Ferries}"), ("Radio Lind", Lead)));

    [Fact]
    public void What_the_reader_knows_is_not_told_again()
    {
        StoryText[] texts = [new("Coast Wire", "Pier stays open", $"{Lead}\n{Costs}", DateTimeOffset.UnixEpoch)];

        var told = StorySummariser.Summarise(texts, 3, Lead);

        Assert.Equal([Costs], told.Select(one => one.Span.In(texts[0].Text)));
    }

    [Fact]
    public void No_story_has_no_summary() => Assert.Empty(StorySummariser.Summarise([]));

    [Fact]
    public void Of_a_thousand_generated_stories_each_is_told_verbatim_without_repetition_or_what_is_no_news()
    {
        var (sentences, noise, repeated, sameVoice) = (0, 0, 0, 0);
        for (var seed = 0; seed < 1000; seed++)
        {
            var story = new GeneratedStory(seed);
            var told = StorySummariser.Summarise(story.Articles);
            var facts = told.Select(one => story.FactOf(one.Span.In(story.Articles[one.Article].Text))).ToList();
            sentences += facts.Count;
            noise += facts.Count(fact => fact is null);
            repeated += facts.Count - facts.Distinct().Count();
            sameVoice += facts.Count > 2 ? facts.Count - told.DistinctBy(one => one.Article).Count() : 0;
        }

        Assert.True(sentences > 2750, $"Only {sentences} sentences are told of a thousand stories.");
        Assert.Equal((0, 0, 0), (noise, repeated, sameVoice));
    }

    [Fact]
    public void Any_texts_at_all_are_told_in_their_own_words() =>
        Gen.Select(Gen.String, Gen.String).Sample((one, other) =>
        {
            StoryText[] articles = [new("Coast Wire", other, one, DateTimeOffset.UnixEpoch), new("Radio Lind", one, other, DateTimeOffset.UnixEpoch)];

            var told = StorySummariser.Summarise(articles);

            Assert.All(told, sentence => Assert.InRange(sentence.Span.End, sentence.Span.Start + 1, articles[sentence.Article].Text.Length));
        });

    private static List<string> Tell(params (string Publisher, string Text)[] articles)
    {
        var texts = articles.Select((article, hour) =>
            new StoryText(article.Publisher, "Harbour ministry keeps the east pier open", article.Text, new DateTimeOffset(2026, 5, 4, hour, 0, 0, TimeSpan.Zero))).ToList();
        return [.. StorySummariser.Summarise(texts).Select(one => $"{texts[one.Article].Publisher}: {one.Span.In(texts[one.Article].Text)}")];
    }
}
