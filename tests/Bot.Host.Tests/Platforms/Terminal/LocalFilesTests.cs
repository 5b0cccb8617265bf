using System.Diagnostics;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Terminal;
using Bot.Host.Platforms.Web;

namespace Bot.Host.Tests.Platforms.Terminal;

/// <summary>Files under a reply and files that are given to a command.</summary>
public sealed class LocalFilesTests : IDisposable
{
    private static readonly Reply List = Reply.Ok(new Paragraph("two sources")) with { File = new AttachedFile("sources.opml", "text/x-opml", "<opml/>") };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_saved_beside_earlier_ones_and_the_reply_says_where()
    {
        await LocalFiles.SaveAsync(List, _folder.Path, Ct);
        var second = await LocalFiles.SaveAsync(List, _folder.Path, Ct);

        Assert.Equal(["sources-2.opml", "sources.opml"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("<opml/>", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "sources.opml"), Ct));
        Assert.Null(second.File);
        Assert.Equal($"Saved as {Path.Combine(_folder.Path, "sources-2.opml")}.", ((Note)second.Blocks[^1]).Text.ToString());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said()
    {
        var reply = await LocalFiles.SaveAsync(List, Path.Combine(_folder.Path, "nowhere"), Ct);

        Assert.StartsWith("The file could not be saved", ((Note)reply.Blocks[^1]).Text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_as_far_as_asked_and_what_is_none_is_nothing()
    {
        _folder.Write("feeds.opml", "0123456789");
        var path = Path.Combine(_folder.Path, "feeds.opml");

        Assert.Equal(("feeds.opml", 10), ((await LocalFiles.ReadAsync(path, 99, Ct))!.Name, (await LocalFiles.ReadAsync(path, 99, Ct))!.Bytes.Length));
        Assert.Equal(4, (await LocalFiles.ReadAsync(path, 4, Ct))!.Bytes.Length);
        foreach (var none in (string?[])[null, "", " ", "a\0b", _folder.Path, path + ".gone"])
        {
            Assert.Null(await LocalFiles.ReadAsync(none, 99, Ct));
        }
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_and_a_device_hold_nobody_up()
    {
        var pipe = Path.Combine(_folder.Path, "a.pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync(Ct);
        }

        var link = File.CreateSymbolicLink(Path.Combine(_folder.Path, "link.opml"), pipe);
        foreach (var endless in (string[])[pipe, link.FullName, "/dev/zero"])
        {
            var given = await Task.Run(() => LocalFiles.ReadAsync(endless, 99, Ct), Ct).WaitAsync(Patience.Long, Ct);
            Assert.Equal(0, given!.Bytes.Length);
        }
    }

    [Fact]
    public void The_page_offers_the_file_as_a_download()
    {
        var html = new WebRenderer("ask-1").Render(List).ToString();

        Assert.Contains("<a class=\"file\" download=\"sources.opml\" href=\"data:text/x-opml;base64,PG9wbWwvPg==\">Download sources.opml</a>", html, StringComparison.Ordinal);
    }
}
