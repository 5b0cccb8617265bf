using System.Globalization;
using System.Text;
using Bot.Host.Storage;

namespace Bot.Host.Tests.CommandLine;

/// <summary><c>ingest</c> as users run it, on the real archive.</summary>
public sealed class IngestCommandTests : IDisposable
{
    private readonly TemporaryFolder _input = new();
    private readonly TemporaryFolder _data = new();

    public void Dispose()
    {
        _input.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_file_is_read_once_and_a_second_reading_changes_nothing()
    {
        var file = _input.Write("a.txt", "Lock opens\nThe lock opened on Monday, Marit Osei said.\n");

        var first = await IngestAsync(file, "--source", "Canal News", "--published", "2026-05-19");
        var second = await IngestAsync(file, "--source", "Canal News", "--published", "2026-05-19");

        Assert.Equal((0, "1 read: 1 new, 0 unchanged, 0 revised, 0 refused."), (first.Code, first.Output.Trim()));
        Assert.Equal((0, "1 read: 0 new, 1 unchanged, 0 revised, 0 refused."), (second.Code, second.Output.Trim()));
    }

    [Fact]
    public async Task Standard_input_is_read()
    {
        var ended = await DigestBot.RunAsync(new Run("ingest", "-", "--data", _data.Path) { Input = Encoding.UTF8.GetBytes("Lock opens\nThe lock opened on Monday.\n") });

        Assert.Equal((0, "1 read: 1 new, 0 unchanged, 0 revised, 0 refused."), (ended.Code, ended.Output.Trim()));
    }

    [Fact]
    public async Task A_feed_from_standard_input_is_read_item_by_item()
    {
        const string feed = "<rss version='2.0'><channel><title>Post</title><item><title>Lock opens</title><description>The lock opened.</description></item>"
            + "<item><title>Mill burns</title><description>The mill burned.</description></item></channel></rss>";

        var ended = await DigestBot.RunAsync(new Run("ingest", "-", "--data", _data.Path) { Input = Encoding.UTF8.GetBytes(feed) });

        Assert.Equal((0, "2 read: 2 new, 0 unchanged, 0 revised, 0 refused."), (ended.Code, ended.Output.Trim()));
    }

    [Fact]
    public async Task Of_a_folder_the_good_is_kept_and_the_bad_is_named()
    {
        _input.Write("a.txt", "Lock opens\nThe lock opened on Monday.\n");
        _input.Write("b.jsonl", string.Concat(Enumerable.Repeat("{\"title\":\"No text\"}\n", 25)));

        var ended = await IngestAsync(_input.Path);

        Assert.Equal((0, "26 read: 1 new, 0 unchanged, 0 revised, 25 refused."), (ended.Code, ended.Output.Trim()));
        Assert.Contains("b.jsonl, line 20", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("b.jsonl, line 21", ended.Error, StringComparison.Ordinal);
        Assert.Contains("and 5 more", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://news.example/a", "it was not fetched")]
    [InlineData("http://", "is no address")]
    [InlineData("/no/such/file", "no file or folder")]
    public async Task What_cannot_be_read_at_all_is_one_sentence_and_exit_code_1(string input, string sentence)
    {
        var ended = await IngestAsync(input);

        Assert.Equal(1, ended.Code);
        Assert.Contains(sentence, Assert.Single(ended.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_an_article_and_an_empty_folder_are_exit_code_1()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_input.Path, "empty"));
        var file = _input.Write("empty.txt", "");

        var ofFile = await IngestAsync(file);
        var ofFolder = await IngestAsync(folder.FullName);

        Assert.Equal((1, 1), (ofFile.Code, ofFolder.Code));
        Assert.Contains("it is empty", ofFile.Error, StringComparison.Ordinal);
        Assert.Contains("nothing to read", ofFolder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_none_is_named()
    {
        var ended = await IngestAsync(_input.Write("a.txt", "Lock opens\nIt opened.\n"), "--published", "soon");

        Assert.Equal(1, ended.Code);
        Assert.Contains("--published soon", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_in_the_middle_nothing_is_half_written_and_a_second_run_completes()
    {
        const int Articles = 4_000;
        var lines = Enumerable.Range(0, Articles).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"url\":\"https://canal.example/{i}\",\"title\":\"Barge {i}\",\"published\":\"2026-05-19\",\"text\":\"Barge number {i} passed on Monday.\\n\\\"It was the {i}th,\\\" said Marit Osei.\"}}\n"));
        var file = _input.Write("many.jsonl", string.Concat(lines));

        await using (var first = DigestBot.Start(new Run("ingest", file, "--source", "Canal News", "--data", _data.Path)))
        {
            await WaitForArticlesAsync();
            await first.SignalAsync("KILL");
            await first.EndAsync();
        }

        var second = await IngestAsync(file, "--source", "Canal News");
        var third = await IngestAsync(file, "--source", "Canal News");

        Assert.Equal(0, second.Code);
        Assert.Equal($"{Articles} read: 0 new, {Articles} unchanged, 0 revised, 0 refused.", third.Output.Trim());
    }

    /// <summary>Until the archive's file or its log has grown beyond an empty schema.</summary>
    private async Task WaitForArticlesAsync()
    {
        using var grown = new PeriodicTimer(TimeSpan.FromMilliseconds(5));

        // These two stay as long as the program runs; others come and go while one looks at them.
        string[] files = [Path.Combine(_data.Path, StorageSetup.FileName), Path.Combine(_data.Path, StorageSetup.FileName + "-wal")];
        while (files.Where(File.Exists).Sum(file => new FileInfo(file).Length) < 1_000_000)
        {
            await grown.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private Task<Ended> IngestAsync(string input, params string[] options) =>
        DigestBot.RunAsync(["ingest", input, "--data", _data.Path, .. options]);
}
