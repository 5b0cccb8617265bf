using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Vocabularies;

namespace Bot.Digest.Tests.Commands;

public sealed class CommandCompletionTests
{
    private readonly CommandCompletion _completion =
        new(new Asking(new ListeningCommand(), new HelpCommand()).Dispatcher, Terms(), Newsroom.Archive().Stories);

    [Theory]
    [InlineData("/", "/help |/listen ")]
    [InlineData("/LI", "/listen ")]
    [InlineData("/help li", "/help listen ")]
    [InlineData("/listen ilse v", "/listen ilse-varga ")]
    [InlineData("/listen ilse-varga ", "/listen ilse-varga about:|/listen ilse-varga since:|/listen ilse-varga style:|/listen ilse-varga max:")]
    [InlineData("/listen ilse-varga s", "/listen ilse-varga since:|/listen ilse-varga style:")]
    [InlineData("/listen x style:", "/listen x style:brief |/listen x style:full ")]
    [InlineData("/listen x style:brief s", "/listen x style:brief since:")]
    [InlineData("/listen x since:7", "/listen x since:7d ")]
    [InlineData("/nothing x", "")]
    [InlineData("plain", "")]
    [InlineData("/listen x zzz:", "")]
    public async Task A_line_goes_on_with_what_fits(string line, string lines)
    {
        var found = await _completion.CompleteAsync(CommunityId.DefaultSet, Access.Everyone, line, TestContext.Current.CancellationToken);

        Assert.Equal(lines, string.Join('|', found.Select(completion => completion.Line)));
    }

    [Theory]
    [InlineData("/story old bri", "/story 7 |Old bridge opens to carts|3 publishers · 3 articles")]
    [InlineData("/story zeppelin", "")]
    public async Task A_story_is_found_by_words_of_its_articles(string line, string story)
    {
        var archive = Newsroom.Archive();
        var completion = new CommandCompletion(new Asking(EveryCommand.Over(archive)).Dispatcher, Terms(), archive.Stories);

        var found = await completion.CompleteAsync(CommunityId.DefaultSet, Access.Everyone, line, TestContext.Current.CancellationToken);

        Assert.Equal(story, string.Join('\n', found.Select(one => $"{one.Line}|{one.Label}|{one.Detail}")));
    }

    [Theory]
    [InlineData("/source pause ", "/source pause \"Kanal Öst\" |/source pause \"Norrmark Post\" ")]
    [InlineData("/source pause kan", "/source pause \"Kanal Öst\" ")]
    [InlineData("/latest source:post", "/latest source:\"Norrmark Post\" ")]
    [InlineData("/latest source:zeppelin", "")]
    [InlineData("/latest EAS", "/latest east pier ")]
    [InlineData("/who ilse-varga about:pi", "/who ilse-varga about:\"east pier\" ")]
    [InlineData("/subscribe topics:ferry,pi", "/subscribe topics:\"ferry, east pier\" ")]
    [InlineData("/timeline pi", "/timeline east pier |/timeline 9 ")]
    [InlineData("/follow il", "/follow ilse-varga ")]
    [InlineData("/latest !?", "")]
    public async Task What_the_archive_can_be_asked_about_is_completed_by_what_is_meant(string line, string lines)
    {
        var archive = Newsroom.Archive();
        var completion = new CommandCompletion(new Asking(EveryCommand.Over(archive)).Dispatcher, Terms(), archive.Stories);

        var found = await completion.CompleteAsync(CommunityId.DefaultSet, Access.ChannelAdmin, line, TestContext.Current.CancellationToken);

        Assert.Equal(lines, string.Join('|', found.Select(one => one.Line)));
    }

    [Theory]
    [InlineData(CommunityStanding.Waiting)]
    [InlineData(CommunityStanding.Blocked)]
    public async Task Nothing_of_the_archive_completes_a_line_of_a_community_that_is_not_served(CommunityStanding standing)
    {
        var archive = Newsroom.Archive();
        var asking = new Asking(EveryCommand.Over(archive));
        asking.Communities.All.Add(Harbour(standing));
        var completion = new CommandCompletion(asking.Dispatcher, Terms(), archive.Stories);
        var ct = TestContext.Current.CancellationToken;

        foreach (var line in (string[])["/latest source:", "/story old bri", "/who ils", "/compare ils", "/latest east"])
        {
            Assert.DoesNotContain(await completion.CompleteAsync(new CommunityId(20), Access.ChannelAdmin, line, ct), found => !found.Label.EndsWith(':'));
            Assert.Contains(await completion.CompleteAsync(new CommunityId(20), Access.Operator, line, ct), found => !found.Label.EndsWith(':'));
        }

        Assert.NotEmpty(await completion.CompleteAsync(new CommunityId(20), Access.ChannelAdmin, "/he", ct));
    }

    private static Community Harbour(CommunityStanding standing) => new(new CommunityId(20), "telegram", "-100", "Harbour", standing, Asking.Noon, 0, 100);

    private static KeptVocabularies Terms() => MemoryVocabulary.Kept(
        new(TermKind.Person, "ilse-varga", "Ilse Varga", ["ilse varga"], 3) { Detail = "harbour minister" },
        new(TermKind.Topic, "east pier", "east pier", ["east pier"], 4) { Articles = 4 },
        new(TermKind.Story, "9", "Norrmark keeps its pier", ["norrmark keeps its pier"], 0) { Articles = 3, Publishers = 2 },
        new(TermKind.Source, "Kanal Öst", "Kanal Öst", ["kanal ost"], 0),
        new(TermKind.Source, "Norrmark Post", "Norrmark Post", ["norrmark post"], -1));
}
