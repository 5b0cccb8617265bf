using Bot.Digest.Articles;
using Bot.Digest.Stories;
using CsCheck;

namespace Bot.Digest.Tests.Stories;

public sealed class StoryWindowTests
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = ["bridge", "carts", "mill", "river", "fire", "council", "tram", "vote", "Marchand", "Tarn", "Sand", "ferry"];

    [Fact]
    public void Headlines_of_one_happening_join_and_say_by_which_words()
    {
        var window = new StoryWindow(new StoryRules());
        Add(window, 1, 1, Headline("Marchand opens old bridge to carts in Tarn"));

        var choice = window.Choose(ArticleTerms.Of(Headline("Old Tarn bridge open again, Marchand says")), Noon);

        Assert.Equal(1, choice.Story);
        Assert.Null(choice.CopyOf);
        Assert.Superset(new HashSet<string> { "Marchand", "Tarn", "bridge" }, choice.Joined.ToHashSet());
    }

    [Fact]
    public void One_everyday_word_joins_nothing()
    {
        var window = new StoryWindow(new StoryRules());
        Add(window, 1, 1, Headline("Marchand opens old bridge to carts, council told on Thursday 14"));

        Assert.Same(StoryChoice.Alone, window.Choose(ArticleTerms.Of(Headline("Thursday 14: mill burns at Sand, people flee")), Noon));
    }

    [Fact]
    public void A_place_that_two_texts_have_in_common_joins_nothing()
    {
        var window = new StoryWindow(new StoryRules());
        Add(window, 1, 1, Headline("Market moves in Tarn") with { Text = "Tarn counts stalls." });

        Assert.Null(window.Choose(ArticleTerms.Of(Headline("Mill burns in Tarn") with { Text = "Tarn smells of smoke." }), Noon).Story);
    }

    [Fact]
    public void A_happening_of_another_week_is_another_story()
    {
        var window = new StoryWindow(new StoryRules());
        Add(window, 1, 1, Headline("Marchand opens old bridge to carts in Tarn"));
        var again = ArticleTerms.Of(Headline("Marchand opens old bridge to carts in Tarn"));

        Assert.Equal(1, window.Choose(again, Noon.AddDays(1)).Story);
        Assert.Null(window.Choose(again, Noon.AddDays(11)).Story);
        Assert.Null(window.Choose(again, Noon.AddDays(-11)).Story);
    }

    [Fact]
    public void Of_equal_stories_the_older_is_chosen()
    {
        var window = new StoryWindow(new StoryRules());
        Add(window, 1, 7, Headline("Marchand opens old bridge"));
        Add(window, 2, 3, Headline("Marchand opens old bridge"));

        Assert.Equal(3, window.Choose(ArticleTerms.Of(Headline("Marchand opens old bridge")), Noon).Story);
    }

    [Fact]
    public void An_edited_copy_names_the_first_of_its_kind()
    {
        var window = new StoryWindow(new StoryRules());
        Add(window, 1, 1, Copies.Whole());
        Add(window, 2, 1, Copies.Edited(), copyOf: 1);

        var choice = window.Choose(ArticleTerms.Of(Copies.Edited()), Noon);

        Assert.Equal((1L, 1L), (choice.Story, choice.CopyOf));
    }

    [Fact]
    public void A_text_that_is_printed_again_a_year_later_is_another_story()
    {
        var window = new StoryWindow(new StoryRules());
        Add(window, 1, 1, Copies.Whole());

        Assert.Equal(1, window.Choose(ArticleTerms.Of(Copies.Edited()), Noon.AddDays(10)).CopyOf);
        Assert.Same(StoryChoice.Alone, window.Choose(ArticleTerms.Of(Copies.Edited()), Noon.AddYears(1)));
        Assert.Same(StoryChoice.Alone, window.Choose(ArticleTerms.Of(Copies.Edited()), Noon.AddYears(-1)));
    }

    [Fact]
    public void The_words_of_an_address_count_where_the_title_was_cut()
    {
        var window = new StoryWindow(new StoryRules());
        Add(window, 1, 1, Headline("Marchand opens old bridge to carts in Tarn"));
        var cut = Headline("It is open ...") with { Address = new Uri("https://fjell-wire.example/news/old-tarn-bridge-opens-to-carts-123.html") };

        Assert.Equal(1, window.Choose(ArticleTerms.Of(cut), Noon).Story);
    }

    [Fact]
    public void The_oldest_falls_out_of_a_full_window_as_if_it_had_never_been_there()
    {
        var window = new StoryWindow(new StoryRules { Live = 2 });
        Assert.Null(Add(window, 1, 1, Headline("Marchand opens old bridge to carts in Tarn")));
        Add(window, 2, 2, Headline("Mill burns at the river"));

        Assert.Equal(1, Add(window, 3, 3, Headline("Tram line six is late again"))!.Article);

        Assert.Equal(2, window.Count);
        Assert.Null(window.Choose(ArticleTerms.Of(Headline("Marchand opens old bridge to carts in Tarn")), Noon).Story);
    }

    [Fact]
    public void Whatever_came_and_went_a_window_decides_as_one_that_is_filled_with_the_rest() =>
        Gen.Select(Gen.Int[0, Words.Length - 1].Array[1, 8], Gen.Int[0, 3], Gen.Bool).Array[1, 40].Sample(steps =>
        {
            var rules = new StoryRules { Live = 20, Recent = 3 };
            var (moved, kept) = (new StoryWindow(rules), new List<LiveArticle>());
            foreach (var ((words, story, isRemoved), number) in steps.Select((step, number) => (step, number)))
            {
                var article = Live(number, story, Headline(string.Join(' ', words.Select(word => Words[word]))));
                kept.Add(article);
                if (moved.Add(article) is { } fallen)
                {
                    kept.Remove(fallen);
                }

                if (isRemoved)
                {
                    var gone = kept[^(1 + (words[0] % kept.Count))];
                    moved.Remove(gone.Article);
                    kept.Remove(gone);
                }
            }

            var filled = new StoryWindow(rules);
            kept.ForEach(article => filled.Add(article));
            foreach (var (words, _, _) in steps)
            {
                var asked = ArticleTerms.Of(Headline(string.Join(' ', words.Select(word => Words[word]))));
                var (one, other) = (moved.Choose(asked, Noon), filled.Choose(asked, Noon));
                Assert.Equal((one.Story, one.CopyOf), (other.Story, other.CopyOf));
                Assert.Equal(one.Joined, other.Joined);
            }
        });

    [Fact]
    public void Terms_come_back_from_their_bytes_unchanged()
    {
        var terms = ArticleTerms.Of(Copies.Whole());

        var terms2 = StoryTerms.Read(terms.Terms.ToBytes());

        Assert.Equal(terms.Terms.ToBytes(), terms2.ToBytes());
        Assert.Equal(terms.Copies!.ToBytes(), MinHash.Read(terms.Copies.ToBytes())!.ToBytes());
        Assert.Null(MinHash.Read([1, 2, 3]));
    }

    private static LiveArticle? Add(StoryWindow window, long number, long story, Article article, long? copyOf = null) =>
        window.Add(Live(number, story, article) with { CopyOf = copyOf });

    private static LiveArticle Live(long number, long story, Article article)
    {
        var terms = ArticleTerms.Of(article);
        return new LiveArticle { Article = number, Story = story, Published = Noon, Terms = terms.Terms, Copies = terms.Copies };
    }

    private static Article Headline(string title) => new() { Title = title, Text = "", Published = Noon };
}
