using System.Text;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What the commands about sources answer, as it is written down in the snapshots.</summary>
public sealed class SourceCommandTests
{
    private static readonly CommunityId Harbour = new(20);

    private readonly MemoryArchive _archive = Newsroom.Archive();
    private readonly Asking _asking;

    public SourceCommandTests()
    {
        var now = Asking.Noon;
        var healthy = Newsroom.Source(1, "Norrmark Post");
        _archive.Sources.All.AddRange(
            (CommunityId.DefaultSet, healthy with { IsForEveryone = true }),
            (Harbour, Newsroom.Source(2, "Kanal Öst") with { Health = new SourceHealth(now.AddDays(-2), now.AddDays(1), 4, FetchFailure.TooSlow, null, null, 0) }),
            (Harbour, Newsroom.Source(3, "Kanal Süd") with { Health = healthy.Health with { Doubt = SourceDoubt.RenamedItems, DoubtSince = now.AddDays(-3), LeftOut = 31 } }),
            (Harbour, Newsroom.Source(4, "Lind Echo") with { Kind = SourceKind.Page, IsPaused = true }),
            (Harbour, Newsroom.Source(5, "Radio Lind") with { Kind = SourceKind.Sitemap, Health = new SourceHealth(null, null, 9, FetchFailure.Gone, null, null, 0) { IsGone = true } }),
            (Harbour, Newsroom.Source(6, "Bog Letter") with { Health = new SourceHealth(null, now.AddMinutes(-1), 0, null, null, null, 0) }),
            (Harbour, Newsroom.Source(7, "Old papers") with { Kind = SourceKind.Files, Address = null, Health = new SourceHealth(null, null, 0, null, null, null, 0) }));
        _archive.Communities.All.Add(new Community(Harbour, "telegram", "-100", "Harbour", CommunityStanding.Served, now, 6, 100));
        _archive.Web.PutFeed("https://lind-wire.example/feed", "Lind Wire", "Tram line opens", "Bog burns", "Wheat prices fall", "Chess");
        _archive.Web.PutFeed("https://lind-wire.example/sport", "Lind Wire Sport", "Lind FC wins");
        _archive.Web.Put("https://lind-wire.example/", "<html><head><link rel=alternate type=application/rss+xml href=/feed><link rel=alternate type=application/rss+xml href=/sport></head><body><p>News</p></body></html>", "text/html");
        _archive.Web.Put("http://old-mill.example/", "<html><head><link rel=alternate type=application/rss+xml href=https://lind-wire.example/feed></head><body><p>News</p></body></html>", "text/html");
        _archive.Web.Put("https://no-feed.example/", "<html><body><p>News of the day</p></body></html>", "text/html");
        _archive.Web.PutFeed("https://feeds.example/2", "Kanal Öst");
        _archive.Web.Documents["https://slow.example/?token=hunter2hunter2"] = new FetchFailed(FetchFailure.TooSlow);
        _archive.Sources.Brought = new VisitReport(
            4, 0, 0, 2, [new(new ArticleId(91), "Tram line opens", now, new Uri("https://lind-wire.example/1")), new(new ArticleId(92), "Bog burns", now.AddDays(-1), null)], null);
        _asking = new Asking(EveryCommand.Over(_archive)) { Communities = _archive.Communities, Sources = _archive.Sources };
    }

    [Theory]
    [InlineData("source-list", "/source list")]
    [InlineData("source-remove", "/source remove echo")]
    [InlineData("source-remove-which", "/source remove kanal")]
    [InlineData("source-remove-confirmed", "/source remove 4 confirm:yes")]
    [InlineData("source-remove-unknown", "/source remove 99")]
    [InlineData("source-remove-everyones", "/source remove 1 confirm:yes")]
    [InlineData("source-pause", "/source pause \"kanal öst\"")]
    [InlineData("source-resume", "/source resume 4")]
    [InlineData("source-add", "/source add https://lind-wire.example/feed")]
    [InlineData("source-add-named", "/source add feed:lind-wire.example/feed name:\"Our wire\"")]
    [InlineData("source-add-bare", "/source add <old-mill.example>")]
    [InlineData("source-add-several", "/source add lind-wire.example name:wire")]
    [InlineData("source-add-page", "/source add https://no-feed.example/")]
    [InlineData("source-add-as-page", "/source add https://no-feed.example/ as:page")]
    [InlineData("source-add-slow", "/source add https://slow.example/?token=hunter2hunter2")]
    [InlineData("source-add-unreachable", "/source add https://intranet.example/")]
    [InlineData("source-add-refused", "/source add http://127.0.0.1:8080/")]
    [InlineData("source-add-nonsense", "/source add the post")]
    [InlineData("source-add-known", "/source add https://feeds.example/2")]
    [InlineData("source-add-everyone", "/source add https://lind-wire.example/feed for:everyone")]
    [InlineData("source-test", "/source test lind-wire.example/feed")]
    [InlineData("source-test-several", "/source test https://lind-wire.example")]
    [InlineData("source-test-page", "/source test https://no-feed.example/")]
    [InlineData("source-import-how", "/source import")]
    [InlineData("source-import-path", "/source import nowhere.opml")]
    public async Task A_command_answers_as_written_down(string name, string line)
    {
        var reply = await _asking.AskAsync(line, Access.Manager, community: Harbour);

        Assert.Empty(_asking.Bugs);
        RepositoryFile.MustHold($"tests/Bot.Digest.Tests/Commands/Snapshots/{name}.txt", $"{line}\n\n{ReplyText.Of(reply)}");
    }

    [Fact]
    public async Task An_address_that_is_no_source_is_told_without_its_secrets()
    {
        var reply = await new Asking(EveryCommand.Over(_archive)).AskAsync("/source pause https://wire.example/rss?token=TopSecretTopSecret");

        Assert.DoesNotContain("TopSecret", ReplyText.Of(reply), StringComparison.Ordinal);
        Assert.Contains("wire.example", ReplyText.Of(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_removed_only_when_that_was_confirmed()
    {
        var asked = await _asking.AskAsync("/source remove 4", Access.ChannelAdmin, community: Harbour);
        Assert.Contains(_archive.Sources.All, one => one.Source.Id.Value == 4);

        await _asking.AskAsync(asked.Buttons[0][0].Command, Access.ChannelAdmin, community: Harbour);

        Assert.DoesNotContain(_archive.Sources.All, one => one.Source.Id.Value == 4);
    }

    [Fact]
    public async Task An_operator_changes_what_is_followed_for_everyone_wherever_the_command_is_typed()
    {
        await _asking.AskAsync("/source pause 1", Access.ChannelAdmin, community: Harbour);
        Assert.False(_archive.Sources.All[0].Source.IsPaused);

        await _asking.AskAsync("/source pause 1", Access.Operator, community: Harbour);

        Assert.True(_archive.Sources.All[0].Source.IsPaused);
    }

    [Fact]
    public async Task An_import_says_what_was_added_known_and_refused_and_why()
    {
        _asking.File = Opml(
            ("Lind Wire", "https://lind-wire.example/feed"), ("Kanal Öst", "https://feeds.example/2"), ("Mail", "mailto:a@b.example"),
            ("Echo", "https://echo.example/rss"), ("Echo again", "https://echo.example/rss"));
        _archive.Sources.Refusals.Enqueue(new Followed(FollowOutcome.TooMany, null, 100));

        var reply = await _asking.AskAsync("/source import", Access.ChannelAdmin, community: Harbour);

        RepositoryFile.MustHold("tests/Bot.Digest.Tests/Commands/Snapshots/source-import.txt", $"/source import\n\n{ReplyText.Of(reply)}");
    }

    [Theory]
    [InlineData("", "That file holds no feed; it has to be OPML, as feed readers export it.")]
    [InlineData("<opml><body/></opml>", "That file holds no feed; it has to be OPML, as feed readers export it.")]
    public async Task A_file_that_is_no_list_is_refused_with_the_reason(string text, string sentence)
    {
        _asking.File = new GivenFile("feeds.opml", Encoding.UTF8.GetBytes(text));

        Assert.Equal(sentence, ((Paragraph)(await _asking.AskAsync("/source import", Access.ChannelAdmin, community: Harbour)).Blocks[0]).Text.ToString());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        _asking.File = new GivenFile("feeds.opml", new byte[(10 * 1024 * 1024) + 1]);

        Assert.Equal(
            "That file is too large: an OPML file has at most 10 MB.",
            ((Paragraph)(await _asking.AskAsync("/source import", Access.ChannelAdmin, community: Harbour)).Blocks[0]).Text.ToString());
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_and_holds_neither_secrets_nor_what_the_operator_follows()
    {
        _archive.Sources.All.Add((Harbour, Newsroom.Source(8, "Private letter") with { Address = new Uri("https://letters.example/feed?token=hunter2hunter2") }));

        var reply = await _asking.AskAsync("/source export", Access.ChannelAdmin, community: Harbour);
        var whole = await _asking.AskAsync("/source export secrets:with", Access.Manager, community: Harbour);

        Assert.Equal(("sources.opml", "text/x-opml"), (reply.File!.Name, reply.File.MediaType));
        Assert.Equal(
            ["Bog Letter", "Kanal Süd", "Kanal Öst", "Lind Echo", "Radio Lind"],
            Bot.Digest.Reading.Feeds.Opml.Read(Encoding.UTF8.GetBytes(reply.File.Text))!.Select(feed => feed.Title));
        Assert.Equal(6, Bot.Digest.Reading.Feeds.Opml.Read(Encoding.UTF8.GetBytes(whole.File!.Text))!.Count);
        RepositoryFile.MustHold("tests/Bot.Digest.Tests/Commands/Snapshots/source-export.txt", $"/source export\n\n{ReplyText.Of(reply)}\n{ReplyText.Of(whole)}");
    }

    [Fact]
    public async Task An_address_that_may_not_be_reached_is_answered_like_one_that_cannot()
    {
        var refused = await _asking.AskAsync("/source add http://127.0.0.1/feed", Access.ChannelAdmin, community: Harbour);
        var nowhere = await _asking.AskAsync("/source add http://nowhere.example/feed", Access.ChannelAdmin, community: Harbour);

        Assert.Equal(ReplyText.Of(nowhere).Replace("nowhere.example", "127.0.0.1", StringComparison.Ordinal), ReplyText.Of(refused));
    }

    [Fact]
    public async Task What_is_not_well_is_told_to_an_admin_once()
    {
        _archive.Sources.News.AddRange(
            (Harbour, new SourceNotice(new SourceId(3), "Kanal Süd", SourceDoubt.NoItems, IsGone: false, Asking.Noon)),
            (Harbour, new SourceNotice(new SourceId(5), "Radio Lind", null, IsGone: true, Asking.Noon)),
            (Harbour, new SourceNotice(new SourceId(2), "Kanal Öst", null, IsGone: false, Asking.Noon.AddDays(-3))));

        var member = await _asking.AskAsync("/about", Access.Everyone, community: Harbour);
        var admin = await _asking.AskAsync("/source list", Access.ChannelAdmin, community: Harbour);
        var again = await _asking.AskAsync("/about", Access.ChannelAdmin, community: Harbour);

        Assert.Equal(
            [
                "Kanal Süd is not believed any more: what it serves is no feed any more; see /source list.",
                "Radio Lind says that it is gone for good; it is visited no more.",
                "Kanal Öst has been silent since 17 May; see /source list.",
            ],
            admin.Blocks.OfType<Note>().Select(note => note.Text.ToString()));
        Assert.Equal(ReplyText.Of(member), ReplyText.Of(again));
    }

    [Fact]
    public async Task The_foot_of_a_digest_names_sources_that_are_not_well()
    {
        _archive.Sources.Unwell.AddRange(
            (CommunityId.DefaultSet, new SourceNotice(new SourceId(2), "Kanal Süd", null, IsGone: false, Asking.Noon.AddDays(-3))),
            (CommunityId.DefaultSet, new SourceNotice(new SourceId(4), "Lind Echo", null, IsGone: false, Asking.Noon.AddDays(-3))),
            (CommunityId.DefaultSet, new SourceNotice(new SourceId(3), "Radio Lind", SourceDoubt.Flood, IsGone: false, Asking.Noon.AddDays(-1))));

        var digest = await _asking.AskAsync("/digest");

        Assert.Equal(
            ["Not believed since 19 May: Radio Lind", "Silent since 17 May: Kanal Süd, Lind Echo"],
            digest.Blocks.OfType<Note>().Select(note => note.Text.ToString()));
    }

    [Fact]
    public async Task A_link_that_is_not_known_yet_is_read_and_shown()
    {
        _archive.Sources.Pages["https://kanal-tarn.example/new"] = (new ArticleId(14), null);
        _archive.Sources.Pages["https://kanal-tarn.example/shop"] = (null, null);

        Assert.Equal("Market moves east", ((Heading)(await _asking.AskAsync("/article https://kanal-tarn.example/new")).Blocks[0]).Text.ToString());
        Assert.Equal("That page was read and holds no article.", ((Paragraph)(await _asking.AskAsync("/article https://kanal-tarn.example/shop")).Blocks[0]).Text.ToString());
        Assert.Equal("That page could not be read: it could not be reached.", ((Paragraph)(await _asking.AskAsync("/article https://intranet.example/")).Blocks[0]).Text.ToString());
    }

    private static GivenFile Opml(params (string Title, string Address)[] feeds) => new(
        "feeds.opml",
        Encoding.UTF8.GetBytes($"<opml><body><outline text=\"News\">{string.Concat(feeds.Select(feed => $"<outline text=\"{feed.Title}\" xmlUrl=\"{feed.Address}\"/>"))}</outline></body></opml>"));
}
