using Bot.Digest.Commands;
using Bot.Digest.People;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

public sealed class CommandCompletionTests
{
    private readonly CommandCompletion _completion =
        new(new Asking(new ListeningCommand(), new HelpCommand()).Dispatcher, new People(), Newsroom.Archive().Stories, Newsroom.Archive().Sources);

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
        var completion = new CommandCompletion(new Asking(EveryCommand.Over(archive)).Dispatcher, archive, archive.Stories, archive.Sources);

        var found = await completion.CompleteAsync(CommunityId.DefaultSet, Access.Everyone, line, TestContext.Current.CancellationToken);

        Assert.Equal(story, string.Join('\n', found.Select(one => $"{one.Line}|{one.Label}|{one.Detail}")));
    }

    [Theory]
    [InlineData("/source pause ", "/source pause \"Kanal Öst\" |/source pause \"Norrmark Post\" ")]
    [InlineData("/source pause kan", "/source pause \"Kanal Öst\" ")]
    [InlineData("/latest source:post", "/latest source:\"Norrmark Post\" ")]
    [InlineData("/latest source:zeppelin", "")]
    public async Task A_source_is_completed_from_what_the_community_sees(string line, string lines)
    {
        var archive = Newsroom.Archive();
        archive.Sources.All.AddRange(
            (CommunityId.DefaultSet, Newsroom.Source(1, "Norrmark Post")), (new CommunityId(20), Newsroom.Source(2, "Kanal Öst")), (new CommunityId(30), Newsroom.Source(3, "Kanal Süd")));
        var asking = new Asking(EveryCommand.Over(archive));
        asking.Communities.All.Add(Harbour(CommunityStanding.Served));
        var completion = new CommandCompletion(asking.Dispatcher, archive, archive.Stories, archive.Sources);

        var found = await completion.CompleteAsync(new CommunityId(20), Access.ChannelAdmin, line, TestContext.Current.CancellationToken);

        Assert.Equal(lines, string.Join('|', found.Select(one => one.Line)));
    }

    [Theory]
    [InlineData(CommunityStanding.Waiting)]
    [InlineData(CommunityStanding.Blocked)]
    public async Task Nothing_of_the_archive_completes_a_line_of_a_community_that_is_not_served(CommunityStanding standing)
    {
        var archive = Newsroom.Archive();
        archive.Sources.All.Add((CommunityId.DefaultSet, Newsroom.Source(1, "Norrmark Post")));
        var asking = new Asking(EveryCommand.Over(archive));
        asking.Communities.All.Add(Harbour(standing));
        var completion = new CommandCompletion(asking.Dispatcher, archive, archive.Stories, archive.Sources);
        var ct = TestContext.Current.CancellationToken;

        foreach (var line in (string[])["/latest source:", "/story old bri", "/who odi", "/compare odi"])
        {
            Assert.DoesNotContain(await completion.CompleteAsync(new CommunityId(20), Access.ChannelAdmin, line, ct), found => !found.Label.EndsWith(':'));
            Assert.Contains(await completion.CompleteAsync(new CommunityId(20), Access.Operator, line, ct), found => !found.Label.EndsWith(':'));
        }

        Assert.NotEmpty(await completion.CompleteAsync(new CommunityId(20), Access.ChannelAdmin, "/he", ct));
    }

    private static Community Harbour(CommunityStanding standing) => new(new CommunityId(20), "telegram", "-100", "Harbour", standing, Asking.Noon, 0, 100);

    private sealed class People : IPeople
    {
        public Task<IReadOnlyList<PersonMatch>> FindAsync(CommunityId asker, string name, int limit, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PersonMatch>>([]);

        public Task<PersonCard?> CardAsync(CommunityId asker, PersonId person, CancellationToken ct) => Task.FromResult<PersonCard?>(null);

        public Task<IReadOnlyList<PersonMatch>> CompleteAsync(CommunityId asker, string prefix, int limit, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PersonMatch>>(
                "ilse varga".StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                    ? [new(new PersonId(1), "ilse-varga", "Ilse Varga", NameMatch.FullName, "harbour minister", 3, 4)]
                    : []);
    }
}
