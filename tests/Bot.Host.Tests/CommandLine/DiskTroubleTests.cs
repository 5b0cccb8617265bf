using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Sqlite;
using Dapper;

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

    private string _data = "data";

    private string Data => Path.Combine(_folder.Path, _data);

    public void Dispose()
    {
        if (Directory.Exists(Data))
        {
            Protect(Data, 0b111_101_101);
        }

        _folder.Dispose();
    }

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
    [InlineData("samples", "load")]
    [InlineData("ask", "/subscribe at:08:00 zone:Europe/Berlin")]
    [InlineData]
    public async Task An_archive_that_may_only_be_read_is_named_before_anything_fails(params string[] arguments)
    {
        SkipUnlessLinux();
        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("ask", "/help", "--data", Data);
        Protect(Archive, 0b100_100_100);
        Protect(Data, 0b111_111_111);

        var ended = await AsStrangerAsync(arguments);

        Assert.Equal(1, ended.Code);
        Assert.Equal($"{Archive} or its folder is read-only for this user: make it writable, or name another folder with --data.\n", ended.Error);
    }

    [Theory]
    [InlineData(0b100_100_100, 0b111_111_111)]
    [InlineData(0b110_110_110, 0b101_101_101)]
    [InlineData(0b100_100_100, 0b101_101_101)]
    public async Task What_only_reads_does_so_where_nothing_may_be_written_and_leaves_nothing_there(int file, int folder)
    {
        SkipUnlessLinux();
        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("samples", "load", "--data", Data);
        await NoticeAsync();
        Protect(Archive, file);
        Protect(Data, folder);
        var before = Directory.GetFiles(Data);

        var (asked, checkedUp, exported) = (await AsStrangerAsync("ask", "/who varga"), await AsStrangerAsync("check"), await AsStrangerAsync("export", "quotes"));

        Assert.Equal((0, "", 0, "", 0, ""), (asked.Code, asked.Error, checkedUp.Code, checkedUp.Error, exported.Code, exported.Error));
        Assert.Contains("Ilse Varga", asked.Output, StringComparison.Ordinal);
        Assert.Contains("all is well", checkedUp.Output, StringComparison.Ordinal);
        Assert.Contains("Ilse Varga", exported.Output, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(Data));
    }

    [Fact]
    public async Task A_folder_that_may_not_be_looked_into_is_not_called_empty()
    {
        SkipUnlessLinux();
        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("ask", "/help", "--data", Data);
        Protect(Data, 0);

        var ended = await AsStrangerAsync("check");

        Assert.Equal(1, ended.Code);
        Assert.StartsWith($"The data folder {Data} cannot be looked into", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith("give this user the right to read there, or name another with --data.\n", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_service_of_somebody_else_its_newest_changes_are_read()
    {
        SkipUnlessLinux();
        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("ask", "/help", "--data", Data);
        using var database = new SqliteDatabase(Archive);
        await new ArchiveWriter(database, TimeProvider.System).EnsureSourceAsync(CommunityId.DefaultSet, "Kanal Öst", TestContext.Current.CancellationToken);
        Protect(Data, 0b101_101_101);

        var ended = await AsStrangerAsync("ask", "/source list");

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains("Kanal Öst", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_service_left_in_its_log_is_not_passed_over()
    {
        SkipUnlessLinux();
        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("ask", "/help", "--data", Data);
        await File.WriteAllTextAsync(Archive + "-wal", "changes", TestContext.Current.CancellationToken);
        Protect(Data, 0b101_101_101);

        var ended = await AsStrangerAsync("ask", "/help");

        Assert.Equal(1, ended.Code);
        Assert.Equal(
            $"The last changes of {Archive} stand in archive.db-wal, which cannot be read without writing: copy the folder to where you may write, and name that with --data.\n", ended.Error);
    }

    [Theory]
    [InlineData("50%41 and 7% #1")]
    [InlineData("a?b")]
    public async Task What_only_reads_does_so_in_a_folder_of_any_name(string name)
    {
        SkipUnlessLinux();
        _data = name;
        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("ask", "/help", "--data", Data);
        Protect(Data, 0b101_101_101);

        var ended = await AsStrangerAsync("check");

        Assert.Equal((0, ""), (ended.Code, ended.Error));
    }

    [Fact]
    public async Task The_log_beside_a_file_that_a_link_leads_to_is_not_passed_over()
    {
        SkipUnlessLinux();
        Directory.CreateDirectory(Data);
        await DigestBot.RunAsync("ask", "/help", "--data", Data);
        var real = Path.Combine(_folder.Path, "real.db");
        File.Move(Archive, real);
        File.CreateSymbolicLink(Archive, real);
        await File.WriteAllTextAsync(real + "-wal", "changes", TestContext.Current.CancellationToken);
        Protect(Data, 0b101_101_101);

        var ended = await AsStrangerAsync("check");

        Assert.Equal(1, ended.Code);
        Assert.StartsWith($"The last changes of {real} stand in real.db-wal", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trying_starts_where_temporary_folders_may_be_made_but_not_listed()
    {
        SkipUnlessLinux();
        Directory.CreateDirectory(Data);
        Protect(Data, 0b011_011_011);
        await using var program = DigestBot.Start(new Run("try")
        {
            Variables = new() { ["TMPDIR"] = Data, ["DIGESTBOT__Web__Address"] = FreePort.Address },
            Before = Run.AsStranger,
        });

        Assert.Contains("Open http", await program.SaysAsync("Open http"), StringComparison.Ordinal);
    }

    private string Archive => Path.Combine(Data, "archive.db");

    private static void SkipUnlessLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Rights are tested as Linux has them.");

    private void Protect(string path, int mode)
    {
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(path, (UnixFileMode)mode);
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        }
    }

    /// <summary>Something that the operator was not told yet: where it can be, that is written down.</summary>
    private async Task NoticeAsync()
    {
        using var database = new SqliteDatabase(Archive);
        await database.WriteAsync(
            connection => connection.ExecuteAsync(
                "insert into source_notices (community_id, source_id, doubt, is_gone, seen_at) select 1, min(id), null, 1, 1 from sources"),
            TestContext.Current.CancellationToken);
    }

    private Task<Ended> AsStrangerAsync(params string[] arguments) => DigestBot.RunAsync(new Run([.. arguments, "--data", Data])
    {
        Variables = new() { ["DIGESTBOT__Web__Address"] = FreePort.Address },
        Before = Run.AsStranger,
    });

    [Fact]
    public async Task Trying_where_no_folder_can_be_made_says_which_setting_names_another()
    {
        var ended = await DigestBot.RunAsync(new Run("try") { Variables = new() { ["TMPDIR"] = Path.Combine(_folder.Path, "missing") } });

        Assert.Equal(1, ended.Code);
        Assert.Contains("TMPDIR", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }
}
