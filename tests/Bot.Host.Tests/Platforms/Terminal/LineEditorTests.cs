using Bot.Digest.Commands;
using Bot.Host.Platforms.Terminal;
using CsCheck;
using static Bot.Host.Tests.Platforms.Terminal.ScriptedTerminal;

namespace Bot.Host.Tests.Platforms.Terminal;

public sealed class LineEditorTests
{
    private static readonly ConsoleKeyInfo Enter = Key(ConsoleKey.Enter);
    private static readonly ConsoleKeyInfo Tab = Key(ConsoleKey.Tab);

    [Fact]
    public async Task What_is_typed_is_the_line() =>
        Assert.Equal("/who varga", await Read([.. Typed("/who varga"), Enter]));

    [Fact]
    public async Task What_is_posted_meanwhile_stands_above_the_line_and_the_line_goes_on()
    {
        var terminal = new ScriptedTerminal(80, [.. Typed("/who"), Tab, .. Typed(" x"), Enter]);
        LineEditor? editor = null;
        editor = new LineEditor(terminal, (_, _) =>
        {
            editor!.Show("A digest\nof two lines");
            return Task.FromResult<IReadOnlyList<Completion>>([]);
        });

        var line = await editor.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/who x", line);
        Assert.Contains("\r\u001b[KA digest\r\nof two lines\r\n\r> /who", terminal.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConsoleKey.A, "X/who varga")]
    [InlineData(ConsoleKey.E, "/who vargaX")]
    [InlineData(ConsoleKey.B, "/who vargXa")]
    [InlineData(ConsoleKey.W, "/who X")]
    [InlineData(ConsoleKey.U, "X")]
    [InlineData(ConsoleKey.H, "/who vargX")]
    [InlineData(ConsoleKey.LeftArrow, "/who Xvarga")]
    public async Task The_keys_of_shells_work(ConsoleKey key, string expected) =>
        Assert.Equal(expected, await Read([.. Typed("/who varga"), Key(key, control: true), .. Typed("X"), Enter]));

    [Fact]
    public async Task Letters_go_in_and_out_at_the_caret() =>
        Assert.Equal(
            "/who varga",
            await Read([.. Typed("who vrgax"), Key(ConsoleKey.Backspace), Key(ConsoleKey.Home), .. Typed("/"), Key(ConsoleKey.End),
                Key(ConsoleKey.LeftArrow), Key(ConsoleKey.LeftArrow), Key(ConsoleKey.LeftArrow), .. Typed("aa"), Key(ConsoleKey.LeftArrow), Key(ConsoleKey.Delete), Enter]));

    [Fact]
    public async Task One_step_back_takes_a_whole_character() =>
        Assert.Equal("/who ", await Read([.. Typed("/who 👩‍👩‍👧"), Key(ConsoleKey.Backspace), Enter]));

    [Fact]
    public async Task The_arrow_up_brings_back_what_was_asked_and_the_arrow_down_what_was_being_typed()
    {
        var terminal = new ScriptedTerminal(
            80,
            [.. Typed("one"), Enter, .. Typed("two"), Enter, .. Typed("thr"), Key(ConsoleKey.UpArrow), Key(ConsoleKey.UpArrow), Key(ConsoleKey.UpArrow), Enter,
                .. Typed("four"), Key(ConsoleKey.UpArrow), Key(ConsoleKey.DownArrow), Enter]);
        var editor = new LineEditor(terminal, None);

        var lines = new List<string?>();
        for (var count = 0; count < 4; count++)
        {
            lines.Add(await editor.ReadAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(["one", "two", "one", "four"], lines);
    }

    [Fact]
    public async Task Control_d_on_an_empty_line_ends_the_conversation() =>
        Assert.Null(await Read([Key(ConsoleKey.D, control: true)]));

    [Fact]
    public async Task Tab_takes_the_only_way_to_go_on() =>
        Assert.Equal("/timeline pier", await Read([.. Typed("/ti"), Tab, .. Typed("pier"), Enter], "/timeline "));

    [Fact]
    public async Task Tab_takes_the_common_beginning_then_lists_then_goes_through_the_list()
    {
        var terminal = new ScriptedTerminal(80, [.. Typed("/s"), Tab, Tab, Tab, Tab, Enter]);
        var editor = new LineEditor(terminal, Offer("/search ", "/sea "));

        var line = await editor.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/sea ", line);
        Assert.Contains("\r\n  /search\r\n  /sea\r\n", terminal.Written, StringComparison.Ordinal);
        Assert.Equal(["", "/", "/s", "/sea", "/sea", "/search ", "/sea ", "/sea "], terminal.Lines);
    }

    [Fact]
    public async Task A_line_that_is_longer_than_the_window_scrolls_with_the_caret()
    {
        var terminal = new ScriptedTerminal(20, [.. Typed("/search one two three four"), Enter]);

        await new LineEditor(terminal, None).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("one two three four"[1..], terminal.Lines.Last());
        Assert.Equal(19, terminal.Column);
    }

    [Fact]
    public void No_sequence_of_keys_breaks_the_line_or_the_row()
    {
        var key = Gen.OneOf(
            Gen.Char.Select(letter => new ConsoleKeyInfo(letter, ConsoleKey.None, false, false, false)),
            Gen.Select(Gen.Enum<ConsoleKey>(), Gen.Bool, Gen.Bool, Gen.Bool, (pressed, shift, alt, control) => new ConsoleKeyInfo('\0', pressed, shift, alt, control)),
            Gen.Int[0, 5].Select(at => Typed("한글 👧e\u0301"[at].ToString()).First()));

        Gen.Select(key.Array[0, 60], Gen.Int[TerminalFeatures.NarrowestWidth, 60]).Sample(
            (keys, width) =>
            {
                var terminal = new ScriptedTerminal(width, keys);
                try
                {
                    new LineEditor(terminal, Offer("/search ", "/said ")).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
                }
                catch (EndOfStreamException)
                {
                    // All keys were taken without an Enter among them.
                }

                Assert.All(terminal.Lines, line => Assert.InRange(DisplayWidth.Of(line) + 2, 2, width - 1));
                Assert.All(terminal.Lines, line => Assert.DoesNotContain(line, char.IsControl));
            },
            iter: 2000);
    }

    private static Task<string?> Read(IEnumerable<ConsoleKeyInfo> keys, params string[] completions) =>
        new LineEditor(new ScriptedTerminal(80, keys), Offer(completions)).ReadAsync(TestContext.Current.CancellationToken);

    private static Func<string, CancellationToken, Task<IReadOnlyList<Completion>>> Offer(params string[] lines) => (typed, _) =>
        Task.FromResult<IReadOnlyList<Completion>>(
            [.. lines.Where(line => line.StartsWith(typed, StringComparison.Ordinal)).Select(line => new Completion(line, line.TrimEnd(), null))]);

    private static Task<IReadOnlyList<Completion>> None(string typed, CancellationToken ct) => Task.FromResult<IReadOnlyList<Completion>>([]);
}
