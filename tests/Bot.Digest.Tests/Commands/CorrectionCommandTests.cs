using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;

namespace Bot.Digest.Tests.Commands;

/// <summary>What the commands answer that report and put right what is wrong, as it is written down in the snapshots.</summary>
public sealed class CorrectionCommandTests
{
    private readonly MemoryArchive _archive = Newsroom.Archive();

    /// <summary>Numbers of what the newsroom shows, as the snapshots have them.</summary>
    private string Bridge => Number("The bridge will carry us all,");

    private string Mill => Number("The mill will turn again.");

    [Fact]
    public async Task Asking_what_is_wrong_answers_as_written_down()
    {
        await MustHoldAsync("wrong-which", $"/wrong {Bridge} {Mill} 11");
        await MustHoldAsync("wrong-number-of-a-digest", $"/wrong 11,{Bridge}");
        await MustHoldAsync("wrong-article", "/wrong 13");
        await MustHoldAsync("wrong-quote", $"/wrong {Bridge}");
        await MustHoldAsync("wrong-date", $"/wrong {ItemReference.Of(_archive.Events[0])}");
        await MustHoldAsync("wrong-thanks", $"/wrong {Bridge} kind:person");
        await MustHoldAsync("wrong-twice", $"/wrong {Bridge} kind:person");
        await MustHoldAsync("wrong-nothing", "/wrong");
        await MustHoldAsync("wrong-unreadable", "/wrong 13-xyz");
        await MustHoldAsync("wrong-gone", "/wrong 987-000000");
    }

    [Fact]
    public async Task Reports_and_what_is_done_about_them_answer_as_written_down()
    {
        await MustHoldAsync("reports-none", "/reports", Access.ChannelAdmin);
        await MustHoldAsync("reports-dismiss-none", "/reports dismiss 7", Access.ChannelAdmin);
        var asking = Asking();
        await asking.AskAsync($"/wrong {Bridge} kind:person", Access.Everyone, "u1");
        await asking.AskAsync($"/wrong {Bridge} kind:person", Access.Everyone, "u2");
        await asking.AskAsync("/wrong 13 kind:story", Access.Everyone);
        await MustHoldAsync("reports", "/reports", Access.ChannelAdmin);
        await MustHoldAsync("reports-operator", "/reports");
        await MustHoldAsync("reports-dismiss", "/reports dismiss 2", Access.ChannelAdmin);
        await MustHoldAsync("quote-hide", $"/quote hide {Bridge}", Access.ChannelAdmin);
        await MustHoldAsync("quote-hide-again", $"/quote hide {Bridge}");
        await MustHoldAsync("quote-unresolve", $"/quote unresolve {Bridge}");
        await MustHoldAsync("quote-restore", $"/quote restore {Bridge}");
        await MustHoldAsync("quote-hide-none", "/quote hide 12");

        Assert.Empty(_archive.Corrections.Reports);
    }

    [Fact]
    public async Task A_member_is_stopped_after_twenty_reports()
    {
        var items = _archive.Articles.SelectMany(hit => (string[])["words", "date", "story"], (hit, kind) => $"/wrong {hit.Citation.Article.Value} kind:{kind}")
            .Concat(_archive.Said.Select(quote => $"/wrong {ItemReference.Of(quote)} kind:words")).Distinct().ToList();

        var replies = new List<Reply>();
        foreach (var line in items)
        {
            replies.Add(await Asking().AskAsync(line, Access.Everyone));
        }

        Assert.True(items.Count > WrongCommand.MostADay);
        Assert.All(replies.Take(WrongCommand.MostADay), reply => Assert.Equal(ReplyKind.Answer, reply.Kind));
        Assert.All(replies.Skip(WrongCommand.MostADay), reply => Assert.Equal(ReplyKind.Problem, reply.Kind));
    }

    /// <summary>What the button names must lead to what the card shows.</summary>
    [Theory]
    [InlineData("/who odile-marchand")]
    [InlineData("/said bridge")]
    [InlineData("/article 13")]
    [InlineData("/story 7")]
    [InlineData("/story 7 show:quotes")]
    [InlineData("/story 7 show:timeline")]
    [InlineData("/timeline bridge")]
    [InlineData("/digest since:30d")]
    [InlineData("/digest since:30d style:brief")]
    [InlineData("/compare odile-marchand petra-sand about:mill")]
    [InlineData("/search bridge")]
    public async Task Every_card_asks_what_is_wrong_with_what_it_shows(string line)
    {
        var card = await Asking().AskAsync(line);

        var button = Assert.Single(card.Buttons.SelectMany(row => row), button => button.Command.StartsWith("/wrong ", StringComparison.Ordinal));
        var question = await Asking().AskAsync(button.Command);
        Assert.Equal(ReplyKind.Question, question.Kind);
        foreach (var next in question.Buttons.SelectMany(row => row).Where(next => next.Command.StartsWith("/wrong ", StringComparison.Ordinal)))
        {
            Assert.NotEqual(ReplyKind.Problem, (await Asking().AskAsync(next.Command)).Kind);
        }
    }

    [Fact]
    public void A_reference_is_read_as_it_is_written()
    {
        foreach (var item in (ItemReference[])[new(new ArticleId(34), null), new(new ArticleId(1), 0), new(new ArticleId(long.MaxValue), 0xffffff)])
        {
            Assert.Equal(item, ItemReference.Read(item.ToString()));
        }

        Assert.All((string[])["", "-", "34-", "-5f3a2b", "34-5f3a2", "34-5f3a2b1", "34-5f3a2x", "34-5f3a2b-1", "3 4", "+34", "99999999999999999999"], written => Assert.Null(ItemReference.Read(written)));
    }

    private string Number(string words) =>
        ItemReference.Of(_archive.Said.First(quote => quote.Text.Contains(words, StringComparison.Ordinal))).ToString();

    private Asking Asking() => new(EveryCommand.Over(_archive));

    private async Task MustHoldAsync(string name, string line, Access access = Access.Operator)
    {
        var asking = Asking();

        var reply = await asking.AskAsync(line, access);

        Assert.Empty(asking.Bugs);
        RepositoryFile.MustHold($"tests/Bot.Digest.Tests/Commands/Snapshots/{name}.txt", $"{line}\n\n{ReplyText.Of(reply)}");
    }
}
