using System.Text;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What each command answers, as text; <c>DIGESTBOT_UPDATE=1</c> rewrites the files under <c>Snapshots</c>.</summary>
public sealed class CommandReplyTests
{
    private readonly MemoryArchive _archive = Newsroom.Archive();

    [Theory]
    [InlineData("who", "/who odile-marchand")]
    [InlineData("who-last-page", "/who odile-marchand page:9")]
    [InlineData("who-possible", "/who odile-marchand show:possible")]
    [InlineData("who-wordings", "/who odile-marchand show:wordings")]
    [InlineData("who-about", "/who odile-marchand about:nail since:2031-05")]
    [InlineData("who-about-nothing", "/who odile-marchand about:zeppelin")]
    [InlineData("who-misspelt", "/who marchnad about:nail")]
    [InlineData("who-several", "/who sand since:2031")]
    [InlineData("who-namesakes", "/who \"Omar Feld\"")]
    [InlineData("who-nobody", "/who zeppelin")]
    [InlineData("who-far", "/who odigbo")]
    [InlineData("who-near", "/who odilia")]
    [InlineData("who-no-quotes", "/who pavel-sand")]
    [InlineData("compare", "/compare odile-marchand petra-sand about:nail")]
    [InlineData("compare-names", "/compare \"Odile Marchand\" and \"Petra Sand\" about:bridge since:2031")]
    [InlineData("compare-several", "/compare odile-marchand sand about:mill")]
    [InlineData("compare-nothing", "/compare odile-marchand petra-sand about:zeppelin")]
    [InlineData("compare-same", "/compare odile-marchand \"Odile Marchand\" about:mill")]
    [InlineData("compare-one", "/compare odile-marchand about:mill")]
    [InlineData("compare-about", "/compare odile-marchand petra-sand")]
    [InlineData("said", "/said \"will carry us\"")]
    [InlineData("said-near", "/said carry the nail by:odile-marchand")]
    [InlineData("said-nobody", "/said zeppelin")]
    [InlineData("timeline", "/timeline bridge")]
    [InlineData("timeline-dates", "/timeline bridge dates:explained")]
    [InlineData("timeline-person", "/timeline odile-marchand since:2031-05-19")]
    [InlineData("timeline-story", "/timeline 7")]
    [InlineData("timeline-nothing", "/timeline zeppelin")]
    [InlineData("search", "/search \"old bridge\"")]
    [InlineData("search-person", "/search person:odile-marchand source:herald")]
    [InlineData("search-nothing", "/search zeppelin")]
    [InlineData("search-bare", "/search")]
    [InlineData("latest", "/latest")]
    [InlineData("latest-source", "/latest bridge source:\"fjell wire\"")]
    [InlineData("article", "/article 13")]
    [InlineData("article-link", "/article https://kanal-tarn.example/market")]
    [InlineData("article-unknown", "/article 99")]
    [InlineData("article-words", "/article the mill")]
    [InlineData("digest", "/digest")]
    [InlineData("digest-brief", "/digest style:brief since:2031-05-01")]
    [InlineData("digest-older", "/digest market")]
    [InlineData("digest-nothing", "/digest zeppelin")]
    [InlineData("digest-full", "/digest style:full since:2030")]
    [InlineData("story", "/story 7")]
    [InlineData("story-words", "/story forty carts")]
    [InlineData("story-several", "/story bridge")]
    [InlineData("story-nothing", "/story zeppelin")]
    [InlineData("story-timeline", "/story 7 show:timeline")]
    [InlineData("story-articles", "/story 7 show:articles")]
    [InlineData("story-quotes", "/story 7 show:quotes")]
    [InlineData("story-reasons", "/story 7 show:reasons")]
    [InlineData("story-alone", "/story 14")]
    [InlineData("top", "/top")]
    [InlineData("top-growth", "/top by:growth since:2031-05-01")]
    [InlineData("search-folded", "/search bridge")]
    [InlineData("article-in-story", "/article 16")]
    [InlineData("help", "/help")]
    [InlineData("help-digests", "/help digests")]
    [InlineData("help-deliveries", "/help deliveries")]
    [InlineData("help-source", "/source")]
    [InlineData("help-who", "/help who")]
    [InlineData("help-unknown", "/help serch")]
    [InlineData("help-unknown-first-word", "/sorce list")]
    [InlineData("start", "/start")]
    [InlineData("about", "/about")]
    [InlineData("privacy", "/privacy")]
    public async Task A_command_answers_as_written_down(string name, string line)
    {
        var asking = new Asking(EveryCommand.Over(_archive));

        var reply = await asking.AskAsync(line);

        Assert.Empty(asking.Bugs);
        RepositoryFile.MustHold($"tests/Bot.Digest.Tests/Commands/Snapshots/{name}.txt", $"{line}\n\n{ReplyText.Of(reply)}");
        Assert.InRange(_archive.Calls, 0, 6);
    }

    [Theory]
    [InlineData(Access.Everyone, 3)]
    [InlineData(Access.ChannelAdmin, 5)]
    [InlineData(Access.Operator, 6)]
    public async Task Help_names_each_command_that_the_asker_may_use_and_no_other(Access access, int groups)
    {
        var commands = EveryCommand.Over(_archive);
        var asking = new Asking(commands);

        var reply = await asking.AskAsync("/help", access);

        var told = reply.Blocks.Concat((await Task.WhenAll(reply.Buttons.SelectMany(row => row).Select(button => asking.AskAsync(button.Command, access)))).SelectMany(group => group.Blocks))
            .OfType<Entry>().SelectMany(entry => entry.Label!).Select(link => link.Text);
        Assert.Equal(commands.Where(command => command.Spec.Access <= access).Select(command => "/" + command.Spec.Name).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.Equal(groups, reply.Blocks.OfType<Section>().Count());
    }

    [Fact]
    public async Task Help_where_the_operator_does_not_serve_names_only_what_is_answered_there()
    {
        var asking = new Asking(EveryCommand.Over(_archive));

        var reply = await asking.AskAsync("/help", Access.ChannelAdmin, community: new CommunityId(3));

        Assert.Equal("/about · /forget · /help · /privacy · /start", Assert.Single(reply.Blocks.OfType<Paragraph>()).Text.ToString());
    }

    [Theory]
    [InlineData("/who varga")]
    [InlineData("/said anything")]
    [InlineData("/timeline anything")]
    [InlineData("/search anything")]
    [InlineData("/latest")]
    [InlineData("/article 1")]
    [InlineData("/digest")]
    [InlineData("/digest anything")]
    [InlineData("/story anything")]
    [InlineData("/top")]
    public async Task An_empty_archive_says_how_to_fill_it(string line)
    {
        var reply = await new Asking(EveryCommand.Over(new MemoryArchive())).AskAsync(line);

        Assert.Equal(ReplyKind.Answer, reply.Kind);
        RepositoryFile.MustHold("tests/Bot.Digest.Tests/Commands/Snapshots/empty-archive.txt", ReplyText.Of(reply));
    }

    [Theory]
    [InlineData(Access.Everyone, "Ask an admin of this channel to add a site or a feed with /source add.")]
    [InlineData(Access.ChannelAdmin, "To follow news of the web, add a site or a feed: /source add https://norrmark-post.example.")]
    public async Task Who_cannot_run_the_program_is_not_told_to_when_the_archive_is_empty(Access access, string advice)
    {
        var reply = await new Asking(EveryCommand.Over(new MemoryArchive())).AskAsync("/latest", access);

        Assert.Equal(advice, Assert.Single(reply.Blocks.OfType<Entry>()).Text.ToString());
    }

    [Fact]
    public async Task A_digest_repeats_no_words_that_stand_in_its_summary()
    {
        var bridge = _archive.Articles.FindIndex(hit => hit.Citation.Article.Value == 11);
        _archive.Articles[bridge] = _archive.Articles[bridge] with { Summary = ["Odile Marchand promised on Tuesday: \"The bridge will carry us all, in the end.\""] };

        var reply = await new Asking(EveryCommand.Over(_archive)).AskAsync("/digest");

        Assert.Contains(reply.Blocks.OfType<Paragraph>(), paragraph => paragraph.Text.ToString().Contains("carry us all", StringComparison.Ordinal));
        Assert.DoesNotContain(reply.Blocks.OfType<Quotation>(), quotation => quotation.Words.ToString().Contains("carry us all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_that_began_before_the_digest_is_an_update_told_by_what_is_new()
    {
        _archive.Stories.Of[new ArticleId(14)] = new StoryId(7);

        var reply = await new Asking(EveryCommand.Over(_archive)).AskAsync("/digest style:brief");

        Assert.Equal(
            ["UPDATE Old bridge opens to carts", "Mill burns at the river"],
            reply.Blocks.OfType<Entry>().Select(entry => entry.Text.ToString()));
    }

    [Fact]
    public async Task An_update_says_first_what_is_new()
    {
        _archive.Stories.Of[new ArticleId(14)] = new StoryId(7);

        var reply = await new Asking(EveryCommand.Over(_archive)).AskAsync("/digest");

        Assert.Equal([true, false], reply.Blocks.OfType<Paragraph>()
            .Select(paragraph => paragraph.Text.ToString())
            .Where(text => text.Contains('¹', StringComparison.Ordinal) && !text.Contains("publisher", StringComparison.Ordinal))
            .Select(text => text.StartsWith("New: ", StringComparison.Ordinal)));
    }

    /// <summary>Every button and every linked command leads to an answer, never to a hint.</summary>
    [Fact]
    public async Task Whatever_a_reply_offers_to_run_gets_an_answer()
    {
        _archive.Communities.All.Add(new Community(new CommunityId(3), "telegram", "-100", "Harbour", CommunityStanding.Waiting, Asking.Noon, 6, 100));
        _archive.Sources.All.Add((CommunityId.DefaultSet, Newsroom.Source(7, "Radio Lind")));
        _archive.Sources.Pages["https://norrmark-post.example/east-pier"] = (new ArticleId(13), null);
        _archive.Web.PutFeed("https://norrmark-post.example/", "Norrmark Post", "Bridge opens");
        _archive.Web.PutFeed("https://kanal-oest.example/rss", "Kanal Öst", "Trams by night");
        _archive.Filters.All.AddRange(Enumerable.Range(1, 3).Select(number => (
            CommunityId.DefaultSet, new Filter(new FilterId(number), new FilterRule(false, FilterKind.Words, $"word{number}"), null, null, "u1", Asking.Noon))));
        _archive.Corrections.Reports.AddRange(Enumerable.Range(1, 3).Select(number => (
            new OpenReport(number, new ItemReference(new ArticleId(13), null), ReportKind.Date, "Mill burns", _archive.Articles[0].Citation, 1, Asking.Noon), new HashSet<string>())));
        var asking = new Asking(EveryCommand.Over(_archive))
        {
            File = new GivenFile("feeds.opml", Encoding.UTF8.GetBytes("<opml><body><outline text=\"Wire\" xmlUrl=\"https://wire.example/feed\"/></body></opml>")),
        };
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/who odile-marchand", "/who sand", "/timeline bridge", "/digest", "/digest style:full", "/top", "/story 7", "/story bridge", "/search bridge", "/latest", "/help", "/start", "/said nail", "/filter add exclude person:sand"]);
        while (open.TryDequeue(out var line))
        {
            var reply = await asking.AskAsync(line);

            Assert.True(reply.Kind != ReplyKind.Problem, $"{line}: {ReplyText.Of(reply)}");
            foreach (var offered in ReplyText.CommandsIn(reply).Where(asked.Add))
            {
                open.Enqueue(offered);
            }
        }

        Assert.InRange(asked.Count, 20, 600);
    }
}
