using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Digest.Tests.Chat;
using CsCheck;

namespace Bot.Digest.Tests.Commands;

/// <summary>Whatever the archive holds, digests and lists of stories tell each story once.</summary>
public sealed class AnyArchiveTests
{
    private static readonly string[] Titles = ["Bridge opens", "Bridge opens", "Mill burns at night", "", "…", "Ferry “strike” goes on", "이스트 부두", "A & B <i>"];

    private static readonly string[] Sentences =
    [
        "The council opened the old bridge to carts on Tuesday morning.", "He denied it.", "", "\"It stays,\" she said.", "The old mill at the river burned down on Sunday night.",
        "Ferries stay in the harbour of Norrmark until the end of the week.", "مرحبا", "By Runa Holm",
    ];

    private static readonly string[] Lines =
    [
        "/digest", "/digest style:brief", "/digest style:full", "/digest since:30d style:full", "/digest bridge", "/digest mill since:2d",
        "/top", "/top by:growth", "/top since:30d", "/top since:9d by:growth page:2", "/top page:7",
    ];

    private static readonly Gen<MemoryArchive> Archives = Gen
        .Select(Gen.Int[0, 60 * 24], Gen.Int[0, 5], Gen.Int[1, 9], Gen.Int[0, Titles.Length - 1], Gen.Int[0, Sentences.Length - 1].Array[0, 3], Gen.Int[0, 3])
        .Array[0, 40]
        .Select(articles =>
        {
            var archive = new MemoryArchive();
            foreach (var (hours, outlet, story, title, summary, kind) in articles)
            {
                Add(archive, hours, outlet, new StoryId(story), Titles[title], [.. summary.Select(index => Sentences[index])], isCopy: kind == 0);
            }

            return archive;
        });

    [Fact]
    public async Task Each_story_is_told_once_in_a_well_formed_reply() => await Gen.Select(Archives, Gen.Int[0, Lines.Length - 1]).SampleAsync(
        async made =>
        {
            var asking = new Asking(EveryCommand.Over(made.Item1));

            var reply = await asking.AskAsync(Lines[made.Item2]);

            WellFormed.Check(reply);
            var stories = reply.Blocks.SelectMany(block => block.Lines).SelectMany(text => text).OfType<CommandLink>()
                .Select(link => link.Command).Where(command => command.StartsWith("/story ", StringComparison.Ordinal)).ToList();
            Assert.Equal(stories.Distinct(), stories);
            return asking.Bugs.Count == 0;
        },
        iter: 400,
        threads: 1);

    [Fact]
    public async Task Each_story_shows_all_its_sides() => await Archives.SampleAsync(
        async archive =>
        {
            var asking = new Asking(EveryCommand.Over(archive));
            foreach (var show in (string[])["", " show:timeline", " show:articles", " show:quotes", " show:reasons page:2"])
            {
                WellFormed.Check(await asking.AskAsync("/story 1" + show));
            }

            return asking.Bugs.Count == 0;
        },
        iter: 100,
        threads: 1);

    private static void Add(MemoryArchive archive, int hours, int outlet, StoryId story, string title, string[] summary, bool isCopy)
    {
        var id = new ArticleId(archive.Articles.Count + 1);
        var citation = new Citation(
            id, title.Length == 0 ? "Untitled" : title, $"Outlet {outlet}", new PublisherId(outlet / 2), Asking.Noon.AddHours(-hours), null);
        archive.Articles.Add(new ArticleHit(citation, summary, string.Join(' ', summary) + title, []));
        archive.Stories.Of[id] = story;
        if (isCopy && archive.Articles.Count > 1)
        {
            archive.Stories.Copies[id] = archive.Articles[0].Citation.Article;
        }

        archive.Said.Add(new QuoteHit
        {
            Id = new QuoteId(id.Value),
            Statement = new StatementId(story.Value),
            Kind = QuoteKind.Direct,
            Text = "\"The bridge will carry us all in the end.\"",
            Verbatim = [new(1, 40)],
            Pieces = [new(0, 41)],
            Citation = citation,
            Speaker = "Odile Marchand",
            SpeakerSlug = "odile-marchand",
            Shown = outlet % 2 == 0,
            Paragraph = string.Join(' ', summary),
        });
    }
}
