using Bot.Host.Platforms.Terminal;
using CsCheck;

namespace Bot.Host.Tests.Platforms.Terminal;

public sealed class PipedLinesTests
{
    [Fact]
    public async Task Each_line_is_a_command_and_is_written_before_its_answer()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var lines = new PipedLines(new StringReader("/who varga\r\n\n/help"), output);

        Assert.Equal(["/who varga", "", "/help"], await ReadAll(lines));
        Assert.Equal("> /who varga\n> /help\n", output.ToString());
    }

    [Fact]
    public async Task A_line_without_end_is_kept_in_part_only()
    {
        var endless = new StringReader(new string('x', 2_000_000) + "\n/help");

        var lines = await ReadAll(new PipedLines(endless, TextWriter.Null));

        Assert.Equal(2, lines.Count);
        Assert.Equal(8192, lines[0].Length);
        Assert.Equal("/help", lines[1]);
    }

    [Fact]
    public void Whatever_comes_no_control_character_is_written() =>
        Gen.String.Sample(
            text =>
            {
                using var output = new StringWriter { NewLine = "\n" };

                ReadAll(new PipedLines(new StringReader(text), output)).GetAwaiter().GetResult();

                Assert.DoesNotContain(output.ToString(), character => char.IsControl(character) && character != '\n');
            },
            iter: 2000);

    private static async Task<List<string>> ReadAll(PipedLines lines)
    {
        var all = new List<string>();
        while (await lines.ReadAsync(TestContext.Current.CancellationToken) is { } line)
        {
            all.Add(line);
        }

        return all;
    }
}
