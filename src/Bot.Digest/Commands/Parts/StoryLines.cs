using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>A story as lines of a reply name it.</summary>
internal static class StoryLines
{
    /// <summary>The command that shows the story.</summary>
    public static string Card(StoryId story) => CommandText.Of(StoryCommand.Name, Typed(story));

    /// <summary>Its number, as one types it.</summary>
    public static string Typed(StoryId story) => story.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The command of the story's card, written out: not every platform lets one press words.</summary>
    public static Inline Number(StoryId story) => new CommandLink(Card(story), Card(story));

    /// <summary>A button that shows the story.</summary>
    public static Button Button(StoryId story) => new(StoryWords.ButtonStory(Typed(story)), Card(story));

    /// <summary>"5 publishers · 9 articles".</summary>
    public static string Counts(Story story) => Counts(story.Publishers, story.Articles);

    /// <inheritdoc cref="Counts(Story)"/>
    public static string Counts(int publishers, int articles) => $"{Words.PublisherCount(publishers)} · {Words.ArticleCount(articles)}";

    /// <summary>"9 May to 15 May", or the one day.</summary>
    public static string Days(Story story, CommandCall call)
    {
        var (first, last) = (call.DayOf(story.First), call.DayOf(story.Last));
        return first == last
            ? DayWords.Of(first, call.Today)
            : Words.FromTo(DayWords.Of(first, call.Today), DayWords.Of(last, call.Today));
    }

    /// <summary>A story to choose: its headline, which leads to its card, its days and counts.</summary>
    public static Entry Offer(Story story, CommandCall call) => new(
        null,
        [new CommandLink(story.Headline, Card(story.Id))],
        [new Subtle($"{Days(story, call)} · {Counts(story)} · "), Number(story.Id)]);
}
