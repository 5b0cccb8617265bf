using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Which story a number or some words mean: one, or a reply that lets the asker choose.</summary>
/// <param name="Story">Set when one fits clearly.</param>
/// <param name="Instead">What to answer when none was chosen.</param>
internal sealed record StoryChoice(StoryDetail? Story, Reply? Instead)
{
    /// <summary>Most stories offered at once.</summary>
    private const int MostOffered = 6;

    /// <summary>Looks the story up; three calls of the archive at most. A number is a story's first, then a word as others.</summary>
    public static async Task<StoryChoice> MakeAsync(IStories stories, IArticles articles, CommandCall call, string typed, CancellationToken ct)
    {
        if (await NumberedAsync(stories, call, typed, ct) is { } numbered)
        {
            return new StoryChoice(numbered, null);
        }

        var found = await stories.MatchingAsync(call.Community, typed, skip: 0, MostOffered, ct);
        if (found.Total == 1 && await stories.FindAsync(call.Community, found.Items[0].Id, ct) is { } only)
        {
            return new StoryChoice(only, null);
        }

        var none = Reply.Ok(new Paragraph(StoryWords.NoStory(typed, CommandText.Of(SearchCommand.Name, typed))));
        return new StoryChoice(null, found.Items.Count == 0 ? await EmptyArchive.OrAsync(articles, call, none, ct) : Offer(typed, found, call));
    }

    /// <summary>The story of that number; null where it is none or has no story.</summary>
    public static async Task<StoryDetail?> NumberedAsync(IStories stories, CommandCall call, string typed, CancellationToken ct) =>
        long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await stories.FindAsync(call.Community, new StoryId(number), ct)
            : null;

    private static Reply Offer(string typed, Hits<Story> found, CommandCall call) => new()
    {
        Kind = ReplyKind.Question,
        Blocks =
        [
            new Paragraph(StoryWords.SeveralStories(typed)),
            .. found.Items.Select(story => StoryLines.Offer(story, call)),
            .. found.Total > found.Items.Count ? [new Note(StoryWords.MoreStories(found.Total - found.Items.Count))] : Array.Empty<Block>(),
        ],
        Buttons = [[.. found.Items.Select(story => StoryLines.Button(story.Id))]],
    };
}
