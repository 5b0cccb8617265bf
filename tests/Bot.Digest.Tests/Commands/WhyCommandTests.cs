using System.Globalization;
using Bot.Digest.Commands;
using Bot.Digest.Digests;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>Why a digest tells what it tells, and why a quote is somebody's.</summary>
public sealed class WhyCommandTests
{
    private static readonly StoryId Bridge = new(7);
    private static readonly DigestWorth Worth = new(3, 4, 1, 3, TimeSpan.FromHours(2), 1);

    private readonly MemoryArchive _archive = Newsroom.Archive();
    private readonly List<StoryId> _others;
    private readonly Asking _asking;

    public WhyCommandTests()
    {
        _others = [.. _archive.Articles.Select(hit => _archive.Stories.StoryOf(hit.Citation.Article)).Where(story => story != Bridge).Distinct()];
        _archive.Editions.Last = Edition(
            new RememberedChoice(Bridge, DigestPlace.InFull, Worth, ["bridge"], null),
            new RememberedChoice(_others[0], DigestPlace.RepeatsAnother, Worth with { Behind = TimeSpan.Zero }, [], Bridge),
            new RememberedChoice(_others[1], DigestPlace.Excluded, null, [], null));
        _asking = new Asking(new WhyCommand(_archive.Editions, _archive.Stories, _archive, _archive, _archive));
    }

    [Fact]
    public async Task Without_a_number_every_item_is_explained_and_what_was_left_out_is_counted_by_reason()
    {
        Assert.Equal(
            """
            # Why the digest of 10:00 tells this
            - 1 | Old bridge opens to carts
                3 publishers · 4 articles of their own, 3 in the later half of the time · newest 2 h behind the latest news · about your topic bridge
            (1 left out: nearly the same as another)
            (1 left out: about what this channel leaves out)
            (Stories that many publishers tell independently come first; fresh and growing ones, and what this channel asked for, rise. Copies count for nothing.)
            """,
            await TextAsync("/why"));
    }

    [Fact]
    public async Task An_item_is_explained_by_what_it_is_worth()
    {
        var text = await TextAsync("/why 1");

        Assert.Contains("no. 1 in the digest of 10:00", text, StringComparison.Ordinal);
        Assert.Contains("told in full", text, StringComparison.Ordinal);
        Assert.Contains("3 publishers", text, StringComparison.Ordinal);
        Assert.Contains("[Story 7: /story 7]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_was_left_out_says_why_by_its_number_or_by_that_of_an_article()
    {
        var repeating = await TextAsync($"/why story:{_others[0].Value}");
        var excluded = await TextAsync($"/why article:{_others[1].Value}");

        Assert.Contains("nearly the same as no. 1", repeating, StringComparison.Ordinal);
        Assert.Contains("not in the digest of 10:00", repeating, StringComparison.Ordinal);
        Assert.Contains("does not want to hear of: sport", excluded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2030-01-01", "2031-01-01", "It came after this digest")]
    [InlineData("2032-01-01", "2032-01-02", "It had nothing new since")]
    [InlineData("2031-01-01", "2032-01-02", "So many stories were bigger")]
    public async Task A_story_that_the_digest_did_not_meet_is_too_old_too_new_or_too_small(string since, string due, string reason)
    {
        _archive.Editions.Last = Edition() with { Since = Day(since), Due = Day(due) };

        Assert.Contains(reason, await TextAsync("/why story:7"), StringComparison.Ordinal);

        static DateTimeOffset Day(string day) => new(DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(default), TimeSpan.Zero);
    }

    [Fact]
    public async Task An_answer_to_a_digest_asks_about_that_one()
    {
        _archive.Editions.ByMessage["m7"] = Edition(new RememberedChoice(_others[1], DigestPlace.Headline, Worth, [], null));
        _asking.RepliesTo = "m7";

        var text = await TextAsync("/why 1");

        Assert.Contains($"/story {_others[1].Value}", text, StringComparison.Ordinal);
        Assert.Contains("as a headline", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/why")]
    [InlineData("/why 1")]
    public async Task An_answer_to_something_else_says_what_to_answer_instead_of_speaking_of_another_digest(string line)
    {
        _asking.RepliesTo = "m8";

        var text = await TextAsync(line);

        Assert.Contains("no digest of the last thirty days; answer one of those, or send", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10:00", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_is_explained_by_the_words_beside_it_its_paragraph_and_how_sure_that_is()
    {
        var said = _archive.Said.First(quote => quote is { Shown: true, SpeakerSlug: not null });
        var possible = _archive.Said.First(quote => !quote.Shown);

        var sure = await TextAsync($"/why {ItemReference.Of(said)} {ItemReference.Of(possible)}");

        Assert.Contains(said.Paragraph, sure, StringComparison.Ordinal);
        Assert.Contains("right at least 95 times in 100", sure, StringComparison.Ordinal);
        Assert.Contains("less often than 95 times in 100", sure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/why 9", "That digest has 1 items")]
    [InlineData("/why ferry", "“ferry” is no item of a digest")]
    [InlineData("/why story:999", "not in the archive any more")]
    [InlineData("/why 1-abcdef", "1-abcdef any more: the quote was hidden, or its article changed")]
    public async Task What_is_no_item_is_answered_with_what_to_write(string line, string says)
    {
        Assert.Contains(says, await TextAsync(line), StringComparison.Ordinal);
        Assert.Empty(_asking.Bugs);
    }

    [Fact]
    public async Task Before_the_first_digest_it_shows_the_way_to_one()
    {
        _archive.Editions.Last = null;

        Assert.Contains("/digest", await TextAsync("/why"), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string line) => ReplyText.Of(await _asking.AskAsync(line)).TrimEnd();

    private static RememberedEdition Edition(params RememberedChoice[] choices) => new(
        Asking.Noon.AddHours(-4), Asking.Noon.AddYears(-1), new DigestWish("standard", null, "bridge", null, "sport", ""), choices);
}
