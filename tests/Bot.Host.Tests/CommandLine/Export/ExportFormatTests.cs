using System.Text;
using System.Text.Json;
using Bot.Digest.Ports;
using Bot.Host.CommandLine.Export;
using CsCheck;

namespace Bot.Host.Tests.CommandLine.Export;

public sealed class ExportFormatTests
{
    [Fact]
    public async Task Json_keeps_types_and_writes_a_line_an_item()
    {
        var lines = await JsonAsync(
            ("article", 7L), ("shown", true), ("confidence", 0.5), ("slug", null), ("day", new DateOnly(2026, 5, 3)),
            ("published", new DateTimeOffset(2026, 5, 3, 8, 0, 0, TimeSpan.FromHours(2))), ("kind", ExportKind.Mixed),
            ("aliases", new[] { "Lee", "이민복" }), ("verbatim", new[] { new ExportedWords("a “b”\n", 3, 8) }),
            ("roles", new[] { new PersonRole("minister", new DateOnly(2026, 4, 1), new ArticleId(2)) }));

        Assert.Equal(
            """
            {"article":7,"shown":true,"confidence":0.5,"slug":null,"day":"2026-05-03","published":"2026-05-03T06:00:00Z","kind":"mixed",
            "aliases":["Lee","이민복"],"verbatim":[{"text":"a “b”\n","start":3,"end":8}],"roles":[{"text":"minister","as_of":"2026-04-01","article":2}]}
            """.ReplaceLineEndings("") + "\n",
            lines);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("one, two", "\"one, two\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("＝1", "'＝1")]
    public async Task A_cell_of_csv_is_quoted_where_needed_and_never_a_formula(string value, string cell) =>
        Assert.Equal($"name,other\r\n{cell},2\r\n", await CsvAsync(("name", value), ("other", 2)));

    [Fact]
    public async Task A_negative_number_stays_a_number_in_csv() =>
        Assert.Equal("n\r\n-2\r\n", await CsvAsync(("n", -2)));

    [Fact]
    public async Task A_list_whose_first_entry_looks_like_a_formula_is_guarded_too() =>
        Assert.Equal("n\r\n\"'=a\nb\"\r\n", await CsvAsync(("n", new[] { "=a", "b" })));

    [Fact]
    public async Task Nothing_becomes_markup_in_a_markdown_table() =>
        Assert.Equal(
            "| name |\n| --- |\n| a\\|b<br>&lt;img src=x&gt; \\*no\\* \\[link\\]\\(x\\) \\`c\\` |\n",
            await MarkdownAsync(("name", "a|b\n<img src=x> *no* [link](x) `c`")));

    [Fact]
    public void Any_text_comes_back_from_csv_as_it_went_in_but_for_control_characters() =>
        Gen.String.Array[1, 4].Sample(
            cells =>
            {
                var csv = CsvAsync([.. cells.Select((cell, at) => ($"c{at}", (object?)cell))]).GetAwaiter().GetResult();

                var read = ReadCsv(csv);

                Assert.Equal(2, read.Count);
                Assert.Equal(cells.Length, read[1].Count);
                Assert.All(cells.Select(Kept).Zip(read[1]), pair => Assert.True(pair.Second == pair.First || pair.Second == "'" + pair.First));
            },
            iter: 2000);

    [Fact]
    public void Any_text_stays_one_row_of_a_markdown_table() =>
        Gen.String.Sample(
            text => Assert.Equal(3, MarkdownAsync(("name", text)).GetAwaiter().GetResult().Count(character => character == '\n')),
            iter: 2000);

    [Fact]
    public void Json_never_holds_a_raw_control_character() =>
        Gen.String.Sample(
            text =>
            {
                var json = JsonAsync(("name", text)).GetAwaiter().GetResult();

                Assert.DoesNotContain(json.TrimEnd('\n'), char.IsControl);
                using var parsed = JsonDocument.Parse(json);
                Assert.NotNull(parsed.RootElement.GetProperty("name").GetString());
            },
            iter: 2000);

    private static string Kept(string cell) => Host.Platforms.Terminal.SafeText.Of(cell);

    private static async Task<string> JsonAsync(params (string Name, object? Value)[] values)
    {
        using var output = new MemoryStream();
        await WriteAsync(new JsonLinesFormat(output), values);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<string> CsvAsync(params (string Name, object? Value)[] values)
    {
        await using var output = new StringWriter();
        await WriteAsync(new CsvFormat(output), values);
        return output.ToString();
    }

    private static async Task<string> MarkdownAsync(params (string Name, object? Value)[] values)
    {
        await using var output = new StringWriter();
        await WriteAsync(new MarkdownFormat(output), values);
        return output.ToString();
    }

    private static async Task WriteAsync(IExportFormat format, (string Name, object? Value)[] values)
    {
        var ct = TestContext.Current.CancellationToken;
        await format.BeginAsync(values.Select(value => value.Name), ct);
        await format.WriteAsync([.. values.Select(value => KeyValuePair.Create(value.Name, value.Value))], ct);
    }

    /// <summary>Reads as RFC 4180 says.</summary>
    private static List<List<string>> ReadCsv(string csv)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < csv.Length; at++)
        {
            if (csv[at] == '"')
            {
                if (quoted && at + 1 < csv.Length && csv[at + 1] == '"')
                {
                    cell.Append('"');
                    at++;
                    continue;
                }

                quoted = !quoted;
            }
            else if (!quoted && csv[at] is ',' or '\r' && !quoted)
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (csv[at] == '\r')
                {
                    at++;
                    rows.Add([]);
                }
            }
            else
            {
                cell.Append(csv[at]);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private enum ExportKind
    {
        Mixed,
    }
}
