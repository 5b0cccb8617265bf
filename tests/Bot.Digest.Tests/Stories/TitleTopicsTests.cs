using Bot.Digest.Stories;

namespace Bot.Digest.Tests.Stories;

/// <summary>What titles are about.</summary>
public sealed class TitleTopicsTests
{
    [Fact]
    public void Words_of_several_titles_are_topics_and_so_are_two_that_stand_together()
    {
        var topics = TitleTopics.Of(["Norrmark closes the east pier", "East pier stays open, pier workers say", "Ferry, pier and bridge: a summer"], 9);

        Assert.Equal([("pier", 3), ("East pier", 2)], topics.Where(topic => topic.Words.Contains("pier", StringComparison.Ordinal)).Select(topic => (topic.Words == "east pier" ? "East pier" : topic.Words, topic.Titles)));
        Assert.DoesNotContain(topics, topic => topic.Words.StartsWith("Ferry", StringComparison.Ordinal));
    }

    [Fact]
    public void The_words_of_everyday_news_are_no_topic_alone() =>
        Assert.DoesNotContain(TitleTopics.Of(["Mayor says yes", "Mayor says no", "Monday in May", "Monday in May"], 9), topic => topic.Words is "Monday" or "May" or "says");

    [Fact]
    public void No_more_are_found_than_are_wanted() => Assert.Single(TitleTopics.Of(["pier ferry", "pier ferry"], 1));
}
