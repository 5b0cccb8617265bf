namespace Bot.Digest.Chat;

/// <summary>The words of replies about stories: one member a key of <c>StoryWords.resx</c>, in its order.</summary>
public static class StoryWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.StoryWords");

    // Stories.
    public static string StoryCount(int stories) => _catalogue.Count(nameof(StoryCount), stories);

    public static RichText SeveralStories(string typed) => _catalogue.Fill(nameof(SeveralStories), new Strong(typed));

    public static string MoreStories(int stories) => _catalogue.Fill(nameof(MoreStories), [stories]);

    public static RichText NoStory(string typed, string search) =>
        _catalogue.Fill(nameof(NoStory), new Strong(typed), new CommandLink(search, search));

    /// <summary>The headline of the story, which leads to its card, stands in the sentence.</summary>
    public static RichText PartOf(string headline, string card) => _catalogue.Fill(nameof(PartOf), new CommandLink(headline, card));

    public static string MoreInStory(int articles) => _catalogue.Count(nameof(MoreInStory), articles);

    public static string CopyOf(string outlet) => _catalogue.Fill(nameof(CopyOf), [outlet]);

    public static string OutletsTitle => _catalogue[nameof(OutletsTitle)];

    public static string MoreOutlets(int outlets) => _catalogue.Count(nameof(MoreOutlets), outlets);

    public static string TimelineTitle => _catalogue[nameof(TimelineTitle)];

    public static string ArticlesTitle => _catalogue[nameof(ArticlesTitle)];

    public static string ReasonsTitle => _catalogue[nameof(ReasonsTitle)];

    public static string JoinedBy(string words) => _catalogue.Fill(nameof(JoinedBy), [words]);

    public static string JoinedFirst => _catalogue[nameof(JoinedFirst)];

    public static string JoinedUnknown => _catalogue[nameof(JoinedUnknown)];

    public static string NoStoryQuotes => _catalogue[nameof(NoStoryQuotes)];

    public static string NoStoryEvents => _catalogue[nameof(NoStoryEvents)];

    // The digest.
    public static string New => _catalogue[nameof(New)];

    public static string Update => _catalogue[nameof(Update)];

    public static string WhatIsNew => _catalogue[nameof(WhatIsNew)];

    public static string ButtonFull => _catalogue[nameof(ButtonFull)];

    // What is biggest and what grows.
    public static string TopTitle => _catalogue[nameof(TopTitle)];

    public static string BySize => _catalogue[nameof(BySize)];

    public static string ByGrowth => _catalogue[nameof(ByGrowth)];

    public static string Grown(int articles, string moment) => _catalogue.Fill(nameof(Grown), [articles, moment]);

    public static string Quiet(string moment) => _catalogue.Fill(nameof(Quiet), [moment]);

    public static string RisingPeople(string moment) => _catalogue.Fill(nameof(RisingPeople), [moment]);

    public static string RisingTopics(string moment) => _catalogue.Fill(nameof(RisingTopics), [moment]);

    public static string ButtonBySize => _catalogue[nameof(ButtonBySize)];

    public static string ButtonByGrowth => _catalogue[nameof(ButtonByGrowth)];

    // Buttons.
    public static string ButtonStory(string number) => _catalogue.Fill(nameof(ButtonStory), [number]);

    public static string ButtonOverview => _catalogue[nameof(ButtonOverview)];

    public static string ButtonArticles(int articles) => _catalogue.Fill(nameof(ButtonArticles), [articles]);

    public static string ButtonQuotes => _catalogue[nameof(ButtonQuotes)];

    public static string ButtonReasons => _catalogue[nameof(ButtonReasons)];
}
