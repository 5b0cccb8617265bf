using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What the commands about filters answer, as it is written down in the snapshots.</summary>
public sealed class FilterCommandTests
{
    private static readonly SourceId Herald = new(1);

    private readonly MemoryArchive _archive = Newsroom.Archive();

    public FilterCommandTests()
    {
        _archive.Sources.All.AddRange((CommunityId.DefaultSet, Newsroom.Source(1, "Tarn Herald")), (CommunityId.DefaultSet, Newsroom.Source(2, "Tarn Wire")));
        _archive.Filters.Samples.AddRange(Newsroom.Samples(CommunityId.DefaultSet, Herald));
    }

    [Theory]
    [InlineData("filter-list-empty", "/filter list")]
    [InlineData("filter-add", "/filter add exclude ferry \"east pier\"")]
    [InlineData("filter-add-source", "/filter add include bridge source:herald")]
    [InlineData("filter-add-sources", "/filter add include bridge source:tarn")]
    [InlineData("filter-add-person", "/filter add exclude person:petra-sand")]
    [InlineData("filter-add-several", "/filter add exclude person:sand")]
    [InlineData("filter-add-how", "/filter add ferry")]
    [InlineData("filter-add-nothing", "/filter add exclude !")]
    [InlineData("filter-add-unreadable", "/filter add exclude /(/")]
    [InlineData("filter-add-around", "/filter add exclude /a(?=b)/")]
    [InlineData("filter-add-slow", "/filter add exclude /((a{1,100}){1,100}){1,100}/")]
    [InlineData("filter-remove-unknown", "/filter remove 9")]
    [InlineData("filter-test-none", "/filter test")]
    [InlineData("filter-test-tried", "/filter test exclude /mill|\"market\"/")]
    public async Task A_command_answers_as_written_down(string name, string line)
    {
        var asking = new Asking(EveryCommand.Over(_archive));

        var reply = await asking.AskAsync(line);

        Assert.Empty(asking.Bugs);
        RepositoryFile.MustHold($"tests/Bot.Digest.Tests/Commands/Snapshots/{name}.txt", $"{line}\n\n{ReplyText.Of(reply)}");
    }

    [Fact]
    public async Task Filters_are_listed_tried_and_removed_by_their_numbers()
    {
        var asking = new Asking(EveryCommand.Over(_archive));
        foreach (var line in (string[])["/filter add exclude mill", "/filter add include bridge source:1", "/filter add exclude petra-sand", "/filter add exclude /x|y/"])
        {
            Assert.Equal(ReplyKind.Answer, (await asking.AskAsync(line)).Kind);
        }

        Assert.Equal(new FilterRule(false, FilterKind.Person, "petra-sand"), _archive.Filters.All[2].Filter.Rule);
        var list = await asking.AskAsync("/filter list");
        var test = await asking.AskAsync("/filter test");
        await asking.AskAsync("/filter remove 2");
        var after = await asking.AskAsync("/filter test source:herald");

        RepositoryFile.MustHold(
            "tests/Bot.Digest.Tests/Commands/Snapshots/filters.txt", $"/filter list\n\n{ReplyText.Of(list)}\n/filter test\n\n{ReplyText.Of(test)}\n/filter test source:herald\n\n{ReplyText.Of(after)}");
    }

    [Fact]
    public async Task A_community_may_have_no_more_filters_than_there_may_be()
    {
        var asking = new Asking(EveryCommand.Over(_archive));
        _archive.Filters.All.AddRange(Enumerable.Range(1, FilterLimits.Most).Select(number => (
            CommunityId.DefaultSet, new Filter(new FilterId(number), new FilterRule(false, FilterKind.Words, $"word{number}"), null, null, "u1", Asking.Noon))));

        var reply = await asking.AskAsync("/filter add exclude one more");
        var second = await asking.AskAsync("/filter list page:2");

        Assert.Equal("There are 50 filters already, as many as a community may have; take one away with /filter remove.", ReplyText.Of(reply).Split('\n')[1]);
        Assert.Contains("word11", ReplyText.Of(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_may_not_change_what_is_told()
    {
        Assert.Equal(ReplyKind.Problem, (await new Asking(EveryCommand.Over(_archive)).AskAsync("/filter add exclude mill", Access.Everyone)).Kind);
        Assert.Empty(_archive.Filters.All);
    }
}
