using Bot.Digest.Ports;
using Bot.Digest.Stories;

namespace Bot.Digest.Tests.Stories;

public sealed class StoryHeadlineTests
{
    [Fact]
    public void The_title_that_the_others_agree_with_most_stands_for_the_story() => Assert.Equal(
        "Old bridge of Tarn opens to carts",
        StoryHeadline.Of(["A month of hammering ends at last", "Old bridge of Tarn opens to carts", "Carts cross the old bridge", "Marchand: the bridge of Tarn is safe"]));

    [Fact]
    public void Of_equal_titles_the_first_is_taken_and_a_lone_one_is_taken_as_it_is()
    {
        Assert.Equal("Old bridge of Tarn opens", StoryHeadline.Of(["Old bridge of Tarn opens", "Tarn opens the bridge, the old"]));
        Assert.Equal("", StoryHeadline.Of([""]));
    }

    [Fact]
    public void A_question_or_a_cut_title_stands_back() => Assert.Equal(
        "Old bridge of Tarn opens to all carts",
        StoryHeadline.Of(["Will the old bridge of Tarn open to carts?", "The old bridge of Tarn opens to carts from ...", "Old bridge of Tarn opens to all carts"]));

    [Fact]
    public void Words_rise_that_more_titles_hold_than_before()
    {
        var rising = RisingWords.Of(
            [("Mill burns", false), ("Ferry strike ends", false), ("Ferry is late", true), ("Bridge opens", true), ("Old bridge safe", true), ("People and police", true), ("Police and people", true)],
            5);

        Assert.Equal([new RisingTopic("Bridge", 0, 2)], rising);
    }
}
