namespace Bot.Host.Tests.CommandLine;

/// <summary>What is said on a disk that is full or may not be written to, by the built program on a real one.</summary>
public sealed class DiskTroubleTests : IDisposable
{
    /// <summary>Runs what follows on a small disk of its own that holds an archive and little room: a mount that ends with the process.</summary>
    private const string OnSmallDisk = """
        mount -t tmpfs -o size=8m tmpfs "$FOLDER" && "$0" ask /help --data "$FOLDER" > /dev/null || exit 77
        dd if=/dev/zero of="$FOLDER/fill" bs=1k 2> /dev/null; truncate -s "-$ROOM" "$FOLDER/fill"
        exec "$0" "$@"
        """;

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("0", "ask", "/help")]
    [InlineData("0", "samples", "load")]
    [InlineData("0", "export", "articles")]
    [InlineData("0")]
    [InlineData("64k", "samples", "load")]
    [InlineData("40k", "ask", "/subscribe at:08:00 zone:Europe/Berlin")]
    public async Task A_full_disk_is_named_with_what_to_do(string room, params string[] arguments)
    {
        Directory.CreateDirectory(Data);

        var ended = await DigestBot.RunAsync(new Run([.. arguments, "--data", Data])
        {
            Variables = new() { ["FOLDER"] = Data, ["ROOM"] = room, ["DIGESTBOT__Web__Address"] = FreePort.Address },
            Before = ["unshare", "--mount", "--map-root-user", "sh", "-c", OnSmallDisk],
        });

        Assert.SkipWhen(ended.Error.StartsWith("unshare:", StringComparison.Ordinal) || ended.Code == 77, "This machine makes no small disk for a test.");
        Assert.Equal(1, ended.Code);
        Assert.Contains(Data, ended.Error, StringComparison.Ordinal);
        Assert.Contains("make room", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("export", "articles")]
    [InlineData("ask", "/help")]
    public async Task Output_that_finds_no_room_is_no_defect(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The device that is always full is Linux's.");
        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("samples", "load", "--data", Data);

        var ended = await DigestBot.RunAsync(new Run([.. arguments, "--data", Data]) { Before = ["sh", "-c", "exec \"$0\" \"$@\" > /dev/full"] });

        Assert.Equal(1, ended.Code);
        Assert.EndsWith(": make room and try again.\n", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "/help")]
    [InlineData]
    public async Task An_archive_that_may_only_be_read_is_named_before_anything_fails(params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Rights are tested as Linux has them.");
            return;
        }

        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("ask", "/help", "--data", Data);
        var archive = Path.Combine(Data, "archive.db");
        File.SetUnixFileMode(archive, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(Data, (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);

        var ended = await DigestBot.RunAsync(new Run([.. arguments, "--data", Data])
        {
            Variables = new() { ["DIGESTBOT__Web__Address"] = FreePort.Address },
            Before = Run.AsStranger,
        });

        Assert.Equal(1, ended.Code);
        Assert.Equal($"{archive} or its folder is read-only for this user: make it writable, or name another folder with --data.\n", ended.Error);
    }

    [Fact]
    public async Task Trying_where_no_folder_can_be_made_says_which_setting_names_another()
    {
        var ended = await DigestBot.RunAsync(new Run("try") { Variables = new() { ["TMPDIR"] = Path.Combine(_folder.Path, "missing") } });

        Assert.Equal(1, ended.Code);
        Assert.Contains("TMPDIR", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }
}
