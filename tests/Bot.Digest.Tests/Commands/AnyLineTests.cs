using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Chat;
using CsCheck;

namespace Bot.Digest.Tests.Commands;

/// <summary>Whatever is typed gets a well-formed reply.</summary>
public sealed class AnyLineTests
{
    private static readonly string[] Pieces =
    [
        "/who", "/said", "/timeline", "/search", "/latest", "/article", "/digest", "/story", "/top", "7", "by:growth", "style:full", "show:reasons", "/help", "/start", "odile-marchand", "sand", "bridge", "13",
        "about:", "since:", "until:", "by:", "style:brief", "page:2", "page:-1", "show:possible", "show:all", "source:", "2031-05", "7d", "99999d", "0001-01-01",
        "9999", "\"", "“", "”", "«", "\"\"", "https://tarn-herald.example/mill", "javascript:alert(1)", ":", "::", "@", " ", "\t", "\n", "\0", "*", "(", "\ud800", "\uffff",
        "🗞️", "이민복", "‮مرحبا", "e\u0301", "OR", "NEAR(", "--", "';", "{0}",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]);

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.String,
        Piece.Array[0, 12].Select(pieces => string.Join(' ', pieces)),
        Piece.Array[0, 12].Select(string.Concat),
        Gen.Select(Piece, Gen.String, (command, rest) => $"{command} {rest}"));

    private static readonly Gen<string> Moment = Gen.OneOf(
        Gen.Select(Gen.Int[0, 10000], Gen.Int[0, 13], Gen.Int[0, 32], (year, month, day) => $"{year:0000}-{month:00}-{day:00}"),
        Gen.Select(Gen.Int[0, 10000], Gen.Int[0, 13], (year, month) => $"{year:0000}-{month}"),
        Gen.Int[0, 10000].Select(year => $"{year:0000}"),
        Gen.Select(Gen.Long[0, 9_999_999_999], Gen.Bool, (count, isWeeks) => $"{count}{(isWeeks ? 'w' : 'd')}"),
        Gen.String);

    [Fact]
    public async Task Any_line_gets_a_reply_without_empty_text_and_with_web_links_only()
    {
        var asking = new Asking(EveryCommand.Over(Newsroom.Archive()));
        await Line.SampleAsync(
            async line =>
            {
                var reply = await asking.AskAsync(line);
                WellFormed.Check(reply);
                return asking.Bugs.Count == 0;
            },
            iter: 3000,
            threads: 1);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("9999-12")]
    [InlineData("9999-12-31")]
    [InlineData("0001")]
    [InlineData("0001-01-01")]
    [InlineData("2147483647d")]
    [InlineData("2147483647w")]
    [InlineData("99999999999999w")]
    public async Task A_moment_at_the_edge_of_the_calendar_gets_a_reply(string moment) => Assert.True(await IsAnsweredAsync(moment));

    [Fact]
    public async Task Any_moment_gets_a_reply() => await Moment.SampleAsync(IsAnsweredAsync, iter: 1000, threads: 1);

    private static async Task<bool> IsAnsweredAsync(string moment)
    {
        var asking = new Asking(EveryCommand.Over(Newsroom.Archive()));
        WellFormed.Check(await asking.AskAsync($"/search sand since:{moment}"));
        WellFormed.Check(await asking.AskAsync($"/timeline sand until:{moment}"));
        return asking.Bugs.Count == 0;
    }

    [Fact]
    public async Task What_a_button_carries_is_read_back_as_the_same_arguments()
    {
        await Line.SampleAsync(
            async words =>
            {
                var command = new ListeningCommand();
                var asking = new Asking(command);
                await asking.AskAsync(CommandText.Of("listen", "x", ("about", words.Trim())));
                var first = command.Call?.Arguments;
                await asking.AskAsync(first is null ? "/listen x" : CommandText.Again(command.Spec, command.Call!, "page", 2));
                return first is null || first.All(pair => Equals(command.Call!.Arguments[pair.Key], pair.Value));
            },
            iter: 3000);
    }

    [Fact]
    public async Task Any_line_can_be_completed()
    {
        var archive = Newsroom.Archive();
        var completion = new CommandCompletion(
            new Asking(EveryCommand.Over(archive)).Dispatcher, MemoryVocabulary.Kept(new Term(TermKind.Topic, "east pier", "east pier", ["east pier"], 4)), archive.Stories);
        await Line.SampleAsync(
            async line =>
            {
                var found = await completion.CompleteAsync(CommunityId.DefaultSet, Access.Everyone, line, TestContext.Current.CancellationToken);
                return found.All(one => one.Line.Length > 1 && one.Label.Length > 0);
            },
            iter: 3000);
    }
}
