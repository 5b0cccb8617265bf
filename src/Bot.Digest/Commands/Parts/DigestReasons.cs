using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Why a digest tells what it tells and leaves out the rest, in words.</summary>
internal sealed class DigestReasons(IStories stories, RememberedEdition edition, CommandCall call)
{
    private readonly List<RememberedChoice> _told = [.. edition.Choices.Where(IsTold)];

    public static bool IsTold(RememberedChoice choice) => choice.Place is DigestPlace.InFull or DigestPlace.Headline;

    /// <summary>The story of a number of the digest; null when it has fewer.</summary>
    public StoryId? Item(int number) => number >= 1 && number <= _told.Count ? _told[number - 1].Story : null;

    /// <summary>Each item with its reasons, and how much was left out for which.</summary>
    public async Task<Reply> AllAsync(CancellationToken ct)
    {
        var names = await HeadlinesAsync(_told.Select(choice => choice.Story), ct);
        var left = edition.Choices.Where(choice => !IsTold(choice)).CountBy(choice => choice.Place).OrderBy(place => place.Key);
        return Reply.Ok(
        [
            new Heading(WhyWords.DigestTitle(MomentWords.Of(edition.Due, call))),
            .. _told.Select((choice, index) => new Entry(Number(index + 1), names.GetValueOrDefault(choice.Story, WhyWords.Gone), Worth(choice))),
            .. left.Select(place => new Note(WhyWords.LeftOut(place.Value, Short(place.Key)))),
            new Note(WhyWords.HowOrdered),
        ]);
    }

    /// <summary>One story, whether it is told or not.</summary>
    public async Task<Reply> OneAsync(StoryId story, CancellationToken ct)
    {
        if (await stories.FindAsync(call.Community, story, ct) is not { } found)
        {
            return Reply.Ok(new Paragraph(WhyWords.Gone));
        }

        var choice = edition.Choices.FirstOrDefault(one => one.Story == story);
        var number = choice is null ? -1 : _told.IndexOf(choice);
        return new Reply
        {
            Blocks =
            [
                new Heading(found.Story.Headline, number < 0 ? WhyWords.NotToldIn(MomentWords.Of(edition.Due, call)) : WhyWords.ToldAs(number + 1, MomentWords.Of(edition.Due, call))),
                new Paragraph(choice is null ? await UnweighedAsync(found, ct) : await ReasonAsync(choice, ct)),
                .. choice?.Worth is null ? Array.Empty<Block>() : [new Paragraph(Worth(choice)), new Note(WhyWords.HowOrdered)],
            ],
            Buttons = [[StoryLines.Button(story)]],
        };
    }

    private async Task<string> ReasonAsync(RememberedChoice choice, CancellationToken ct) => choice.Place switch
    {
        DigestPlace.InFull => WhyWords.InFull,
        DigestPlace.Headline => WhyWords.Headline,
        DigestPlace.NoRoom => WhyWords.NoRoom(_told.Count),
        DigestPlace.PublisherHasEnough => WhyWords.PublisherHasEnough,
        DigestPlace.RepeatsAnother => await RepeatsAsync(choice, ct),
        DigestPlace.ToldBefore => WhyWords.ToldBefore,
        DigestPlace.Excluded => WhyWords.Excluded(edition.Wish.Exclude ?? ""),
        DigestPlace.NotIncluded => WhyWords.NotIncluded(edition.Wish.Include ?? ""),
        _ => WhyWords.TooSmall,
    };

    private async Task<string> RepeatsAsync(RememberedChoice choice, CancellationToken ct)
    {
        var other = choice.Repeated!.Value;
        var number = _told.FindIndex(one => one.Story == other) + 1;
        return WhyWords.RepeatsAnother(number, (await HeadlinesAsync([other], ct)).GetValueOrDefault(other, WhyWords.Gone));
    }

    /// <summary>A story that the digest did not meet at all: of another time, hidden, or far from the biggest.</summary>
    private async Task<string> UnweighedAsync(StoryDetail story, CancellationToken ct)
    {
        var since = edition.Since ?? edition.Due.AddDays(-1);
        if (story.Story.First > edition.Due)
        {
            return WhyWords.TooNew;
        }

        if (story.Story.Last < since)
        {
            return WhyWords.TooOld(MomentWords.Of(since, call));
        }

        var wanted = await stories.InPeriodAsync(call.Community, [story.Story.Id], new StoryPeriod(since, edition.Due), ct);
        return wanted.Count == 0 ? WhyWords.Filtered($"/{FilterListCommand.Name}", $"/{SourceListCommand.Name}") : WhyWords.TooSmall;
    }

    /// <summary>"5 publishers · 9 articles, 6 of them lately · newest 2 h behind · about ferry".</summary>
    private static string Worth(RememberedChoice choice)
    {
        var worth = choice.Worth!;
        return string.Join(" · ", (string[])
        [
            Words.PublisherCount(worth.Publishers),
            WhyWords.Growth(worth.Articles, worth.Later),
            (int)worth.Behind.TotalHours is > 0 and var hours ? WhyWords.Behind(hours) : WhyWords.BehindNothing,
            .. choice.Topics.Count > 0 ? [WhyWords.Topic(string.Join(", ", choice.Topics))] : Array.Empty<string>(),
        ]);
    }

    private static string Short(DigestPlace place) => place switch
    {
        DigestPlace.NoRoom => WhyWords.ShortNoRoom,
        DigestPlace.PublisherHasEnough => WhyWords.ShortPublisher,
        DigestPlace.RepeatsAnother => WhyWords.ShortRepeats,
        DigestPlace.ToldBefore => WhyWords.ShortTold,
        DigestPlace.Excluded => WhyWords.ShortExcluded,
        DigestPlace.NotIncluded => WhyWords.ShortNotIncluded,
        _ => WhyWords.ShortSmall,
    };

    private async Task<Dictionary<StoryId, string>> HeadlinesAsync(IEnumerable<StoryId> wanted, CancellationToken ct)
    {
        var found = await stories.InPeriodAsync(call.Community, [.. wanted], new StoryPeriod(DateTimeOffset.UnixEpoch, call.Now), ct);
        return found.ToDictionary(story => story.Story.Id, story => story.Story.Headline);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
