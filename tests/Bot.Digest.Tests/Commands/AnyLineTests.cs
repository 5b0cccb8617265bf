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
        "/who", "/said", "/timeline", "/search", "/latest", "/article", "/digest", "/help", "/start", "odile-marchand", "sand", "bridge", "13",
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
        var completion = new CommandCompletion(new Asking(EveryCommand.Over(Newsroom.Archive())).Dispatcher, Newsroom.Archive());
        await Line.SampleAsync(
            async line =>
            {
                var found = await completion.CompleteAsync(CommunityId.DefaultSet, Access.Everyone, line, TestContext.Current.CancellationToken);
                return found.All(one => one.Line.Length > 1 && one.Label.Length > 0);
            },
            iter: 3000);
    }
}
