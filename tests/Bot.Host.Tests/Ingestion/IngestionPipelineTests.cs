using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bot.Digest.Reading;
using Bot.Host.Ingestion;

namespace Bot.Host.Tests.Ingestion;

/// <summary>Reading articles in: every kind of file, in order, with what was refused and why.</summary>
public sealed class IngestionPipelineTests : IDisposable
{
    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_page_and_JSON_lines_of_a_folder_are_read_in_name_order()
    {
        _folder.Write("b/page.html", Page("Ferry returns to Lind", "The ferry came back at noon after nine weeks in the yard, and the harbour band played twice."));
        _folder.Write("a.txt", "Bridge opens\n\nThe bridge opened on Friday.");
        _folder.Write("c.jsonl", Record(1) + "\n" + Record(2) + "\n");

        var report = await _folder.IngestAsync();

        Assert.Equal(["Bridge opens", "Ferry returns to Lind", "Record 1", "Record 2"], _folder.Archive.Titles.Order(StringComparer.Ordinal));
        Assert.Equal(new IngestionCounts(4, 4, 0, 0, 0, report.Counts.BytesDone), report.Counts);
    }

    [Fact]
    public async Task Articles_of_one_source_are_stored_in_the_order_of_the_input_fifty_at_a_time()
    {
        _folder.Write("many.jsonl", string.Join('\n', Enumerable.Range(0, 230).Select(Record)));

        await _folder.IngestAsync(new InputStatement("Norrmark Post"));

        Assert.Equal(Enumerable.Range(0, 230).Select(i => $"Record {i}"), _folder.Archive.Titles);
        Assert.Equal([50, 50, 50, 50, 30], _folder.Archive.BatchSizes);
    }

    [Fact]
    public async Task Reading_the_same_again_changes_nothing_and_a_changed_text_is_a_revision()
    {
        _folder.Write("a.jsonl", Record(1) + "\n" + Record(2));
        await _folder.IngestAsync();
        _folder.Write("a.jsonl", Record(1) + "\n" + Record(2).Replace("quay", "pier", StringComparison.Ordinal));

        var report = await _folder.IngestAsync();

        Assert.Equal((0, 1, 1), (report.Counts.New, report.Counts.Unchanged, report.Counts.Revised));
    }

    [Fact]
    public async Task A_bad_record_is_named_with_its_line_and_the_rest_is_kept()
    {
        _folder.Write("mixed.jsonl", $"{Record(1)}\nnot json\n{{\"title\":\"No text\"}}\n\n{Record(2)}\n");

        var report = await _folder.IngestAsync();

        Assert.Equal(["Record 1", "Record 2"], _folder.Archive.Titles);
        Assert.Equal(["mixed.jsonl, line 2", "mixed.jsonl, line 3"], report.FirstRefusals.Select(refusal => refusal.Place.ToString()));
        Assert.All(report.FirstRefusals, refusal => Assert.Contains(';', refusal.Reason));
    }

    [Fact]
    public async Task Only_the_first_twenty_refusals_are_kept_but_all_are_counted()
    {
        _folder.Write("bad.jsonl", string.Concat(Enumerable.Repeat("{\"title\":1}\n", 1_000)));

        var report = await _folder.IngestAsync();

        Assert.Equal(1_000, report.Counts.Refused);
        Assert.Equal(IngestionReport.MostRefusals, report.FirstRefusals.Count);
    }

    [Fact]
    public async Task The_source_is_the_records_own_then_the_stated_one_then_the_sites()
    {
        _folder.Write("a.jsonl", """{"title":"Own","text":"Said here.","source":"Coast Wire"}""" + "\n" + """{"title":"Stated","text":"Said there."}""");
        _folder.Write("b.html", Page("Of the site", "The council will vote on the tram line in the first week of June, the mayor's office said."));

        await _folder.IngestAsync(new InputStatement("Kanal Öst"));
        var stated = _folder.Archive.Stored.Keys.Select(key => key.Source).ToList();
        _folder.Archive.Stored.Clear();
        await _folder.IngestAsync();
        var unstated = _folder.Archive.Stored.Keys.Select(key => key.Source).ToList();

        Assert.Equal(["Coast Wire", "Kanal Öst", "Kanal Öst"], stated.Order(StringComparer.Ordinal));
        Assert.Equal(["Coast Wire", "Files", "Radio Lind"], unstated.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Packed_files_are_unpacked_even_twice_and_a_third_time_is_refused()
    {
        var text = InputFolder.Packed(Encoding.UTF8.GetBytes("Bog fire is out\nRain put it out on Sunday."));
        _folder.Write("once.txt.gz", text);
        _folder.Write("twice.gz", InputFolder.Packed(text));
        _folder.Write("thrice.gz", InputFolder.Packed(InputFolder.Packed(text)));

        var report = await _folder.IngestAsync();

        Assert.Equal((1, 1), (report.Counts.New, report.Counts.Unchanged));
        Assert.Equal("thrice.gz", Assert.Single(report.FirstRefusals).Place.ToString());
    }

    [Fact]
    public async Task A_cut_off_archive_keeps_the_records_before_the_cut_and_says_that_it_is_cut()
    {
        var records = string.Join('\n', Enumerable.Range(0, 3_000).Select(i => Record(i).Replace("quay", Convert.ToHexString(BitConverter.GetBytes(i * 2_654_435_761)), StringComparison.Ordinal)));
        var packed = InputFolder.Packed(Encoding.UTF8.GetBytes(records));
        _folder.Write("cut.jsonl.gz", packed[..(packed.Length / 2)]);

        var report = await _folder.IngestAsync();

        Assert.InRange(report.Counts.New, 100, 2_900);
        Assert.Contains("cut off", report.FirstRefusals[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decompression_bomb_is_refused()
    {
        _folder.Write("bomb.txt.gz", InputFolder.Packed([.. Encoding.UTF8.GetBytes("Title\n"), .. new byte[6_000_000].Select(_ => (byte)'a')]));

        var report = await _folder.IngestAsync();

        Assert.Contains("200 times", Assert.Single(report.FirstRefusals).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.txt", "", "empty")]
    [InlineData("blank.txt", " \n\t\n", "empty")]
    [InlineData("title.txt", "Only a title", "one line")]
    [InlineData("feed.xml", "<?xml version='1.0'?><rss version='2.0'><channel><title>News</title></channel></rss>", "without items")]
    [InlineData("map.xml", "<?xml version='1.0'?><urlset><url><loc>https://norrmarkpost.com/a</loc></url></urlset>", "address of a sitemap")]
    [InlineData("array.json", "[{\"title\":\"a\",\"text\":\"b\"}]", "one object a line")]
    [InlineData("picture.txt", "\u0001\u0002\u0003\u0004\0\0\0GIF\0\0\u0005", "not text")]
    [InlineData("app.html", "<!doctype html><html><body><script>go()</script></body></html>", "no article")]
    public async Task What_holds_no_article_is_refused_with_what_to_do(string name, string content, string reason)
    {
        _folder.Write(name, content);

        var report = await _folder.IngestAsync();

        Assert.Contains(reason, Assert.Single(report.FirstRefusals).Reason, StringComparison.Ordinal);
        Assert.Empty(_folder.Archive.Stored);
    }

    [Fact]
    public async Task A_pipe_and_a_link_to_a_device_are_refused_unopened_and_the_files_beside_them_are_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files in folders.");
        using (var pipe = Process.Start("mkfifo", [Path.Combine(_folder.Path, "a.pipe")]))
        {
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        File.CreateSymbolicLink(Path.Combine(_folder.Path, "b.link"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "d.link"), _folder.Write("c.txt", "Bridge opens\n\nThe bridge opened on Friday."));

        var report = await _folder.IngestAsync();

        Assert.Equal(["a.pipe", "b.link"], report.FirstRefusals.Select(refusal => refusal.Place.ToString()));
        Assert.All(report.FirstRefusals, refusal => Assert.Contains("standard input", refusal.Reason, StringComparison.Ordinal));
        Assert.Equal((1, 1), (report.Counts.New, report.Counts.Unchanged));
    }

    [Fact]
    public async Task A_text_of_fifty_megabytes_is_refused_and_JSON_lines_have_no_such_limit()
    {
        _folder.Write("large.txt", "Title\n" + string.Concat(Enumerable.Repeat("A line of some length that says little.\n", 1_300_000)));
        var filler = string.Concat(Enumerable.Repeat("quay\\nA second crane fell on the ", 4_000));
        _folder.Write("large.jsonl", string.Concat(Enumerable.Range(0, 100).Select(i => Record(i).Replace("quay", filler, StringComparison.Ordinal) + "\n")));

        var report = await _folder.IngestAsync();

        Assert.Equal("large.txt", Assert.Single(report.FirstRefusals).Place.ToString());
        Assert.Equal(100, report.Counts.New);
    }

    [Fact]
    public async Task A_line_longer_than_a_document_may_be_is_refused_and_the_next_ones_are_read()
    {
        _folder.Write("long.jsonl", $"{Record(1)}\n{{\"title\":\"Long\",\"text\":\"{new string('x', 9_000_000)}\"}}\n{Record(3)}");

        var report = await _folder.IngestAsync();

        Assert.Equal(["Record 1", "Record 3"], _folder.Archive.Titles);
        Assert.Equal(2, Assert.Single(report.FirstRefusals).Place.Line);
    }

    [Fact]
    public async Task Hidden_files_are_skipped_and_a_folder_that_links_to_itself_ends()
    {
        _folder.Write("a.txt", "Seen\nThis file is in sight.");
        _folder.Write(".hidden.txt", "Hidden\nThis file is not.");
        _folder.Write(".git/config.txt", "Hidden too\nNor is this one.");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "loop"), _folder.Path);

        await _folder.IngestAsync();

        Assert.Equal(["Seen"], _folder.Archive.Titles);
    }

    [Fact]
    public async Task Of_two_texts_under_one_title_the_second_is_refused_instead_of_taken_for_a_revision()
    {
        _folder.Write("a.txt", "News in brief\nThe ferry left at noon.");
        _folder.Write("b.txt", "News in brief\nA tram hit a wall in Lind.");
        _folder.Write("c.txt", "News in brief\nThe ferry left at noon.");

        var report = await _folder.IngestAsync();

        Assert.Equal((1, 1, 0, 1), (report.Counts.New, report.Counts.Unchanged, report.Counts.Revised, report.Counts.Refused));
        Assert.Equal(Refusals.SameTitle, Assert.Single(report.FirstRefusals).Reason);
        Assert.Equal("The ferry left at noon.", Assert.Single(_folder.Archive.Stored.Values).Article.Text);
    }

    [Fact]
    public async Task Every_charset_gives_the_same_words()
    {
        const string Text = "Ärger über Öl\nDer Bürgermeister sprach von größeren Mängeln an den Röhren.";
        _folder.Write("utf8.txt", Text);
        _folder.Write("utf8-mark.txt", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]);
        _folder.Write("utf16.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]);
        _folder.Write("utf16-bare.txt", Encoding.BigEndianUnicode.GetBytes(Text));
        _folder.Write("latin1.txt", Encoding.Latin1.GetBytes(Text));

        var report = await _folder.IngestAsync();

        Assert.Equal((1, 4, 0), (report.Counts.New, report.Counts.Unchanged, report.Counts.Revised));
        Assert.Equal("Der Bürgermeister sprach von größeren Mängeln an den Röhren.", Assert.Single(_folder.Archive.Stored.Values).Article.Text);
    }

    [Fact]
    public async Task UTF16_JSON_lines_are_read_too()
    {
        _folder.Write("wide.jsonl", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Record(1) + "\n" + Record(2) + "\n")]);

        await _folder.IngestAsync();

        Assert.Equal(["Record 1", "Record 2"], _folder.Archive.Titles);
    }

    private static string Record(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"url":"https://wire.example/{{number}}","title":"Record {{number}}","published":"2026-05-19T08:00:00Z","text":"A crane fell on the quay.\nNo one was hurt."}""");

    private static string Page(string title, string text) => $"""
        <!doctype html><html lang="en"><head><title>{title} | Radio Lind</title><meta property="og:site_name" content="Radio Lind"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>{title}</h1><p>{text}</p><p>More will follow, the station said on Tuesday evening after the news.</p></article></body></html>
        """;
}
