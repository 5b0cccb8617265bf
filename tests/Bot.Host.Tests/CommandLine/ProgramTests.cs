namespace Bot.Host.Tests.CommandLine;

/// <summary>The program as the shell sees it: exit codes, and one sentence where something is wrong.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("frobnicate")]
    [InlineData("ask")]
    [InlineData("ask", "/help", "--jsn")]
    [InlineData("export", "secrets")]
    [InlineData("export", "quotes", "--format", "pdf")]
    [InlineData("samples")]
    [InlineData("samples", "burn")]
    public async Task What_cannot_be_understood_is_said_in_one_line_with_where_help_is(params string[] arguments)
    {
        var ended = await DigestBot.RunAsync(arguments);

        Assert.Equal(1, ended.Code);
        Assert.Equal("", ended.Output);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("--help", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_subcommand()
    {
        var ended = await DigestBot.RunAsync("--help");

        Assert.Equal(0, ended.Code);
        Assert.All(
            ["try", "chat", "ask", "ingest", "export", "samples", "check", "health", "--data"],
            name => Assert.Contains($"\n  {name} ", ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_a_number_and_nothing_else()
    {
        var ended = await DigestBot.RunAsync("--version");

        Assert.Equal(0, ended.Code);
        Assert.True(Version.TryParse(ended.Output.Trim(), out _), ended.Output);
    }

    [Fact]
    public async Task Settings_that_are_wrong_are_all_said_and_nothing_starts()
    {
        _folder.Write("appsettings.json", """{"Web": {"Adress": "x"}, "Chat": {"Zone": "Moon"}}""");

        var ended = await DigestBot.RunAsync(new Run("--data", Data) { Folder = _folder.Path });

        Assert.Equal(1, ended.Code);
        Assert.Equal(2, ended.Error.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("Web:Adress", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Chat:Zone", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("ask", "/help")]
    [InlineData("export", "quotes")]
    [InlineData("check")]
    [InlineData("samples", "remove")]
    public async Task A_folder_that_is_missing_is_named_and_not_made(params string[] arguments)
    {
        var ended = await DigestBot.RunAsync([.. arguments, "--data", Data]);

        Assert.Equal(1, ended.Code);
        Assert.StartsWith($"There is no folder {Data};", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("export", "quotes")]
    [InlineData("check")]
    public async Task Where_there_is_no_archive_yet_none_is_begun_by_what_only_reads(params string[] arguments)
    {
        Directory.CreateDirectory(Data);

        var named = await DigestBot.RunAsync([.. arguments, "--data", Data]);
        var here = await DigestBot.RunAsync(new Run(arguments) { Folder = Data });

        Assert.Equal((1, 1), (named.Code, here.Code));
        Assert.Equal($"There is no archive in {Data}; check --data, or begin an archive there with digestbot ingest or digestbot samples load.\n", named.Error);
        Assert.StartsWith($"There is no folder {Path.Combine(Data, "data")};", here.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Data));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_named()
    {
        _folder.Write("data", "not a folder");

        var ended = await DigestBot.RunAsync("samples", "load", "--data", Data);

        Assert.Equal(1, ended.Code);
        Assert.StartsWith($"The data folder {Data} cannot be written to", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_named()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "archive.db"), new string('x', 5000));

        var ended = await DigestBot.RunAsync("ask", "/help", "--data", Data);

        Assert.Equal(1, ended.Code);
        Assert.Contains("archive.db", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_named()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Rights are tested as Linux has them.");
            return;
        }

        Directory.CreateDirectory(Data);
        File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);

        var ended = await DigestBot.RunAsync(new Run("ask", "/help", "--data", Data) { Before = Run.AsStranger });

        Assert.Equal(1, ended.Code);
        Assert.StartsWith($"The data folder {Data} cannot be written to", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Garbage_on_standard_input_is_answered_line_by_line()
    {
        var garbage = new byte[20_000];
        new Random(7).NextBytes(garbage);
        garbage[5000] = (byte)'\n';
        Directory.CreateDirectory(Data);

        var ended = await DigestBot.RunAsync(new Run("chat", "--data", Data) { Input = [.. garbage, .. "\n\0\u001b[2J\n/help\n"u8] });

        Assert.Equal(0, ended.Code);
        Assert.Contains("/timeline", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ended.Output, character => char.IsControl(character) && character != '\n');
        Assert.Equal("", ended.Error);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_conversation_that_waits_for_a_line_ends_when_it_is_told_to(string signal)
    {
        Directory.CreateDirectory(Data);
        await using var program = DigestBot.Start(new Run("chat", "--data", Data) { Input = "/help\n"u8.ToArray(), KeepsInputOpen = true, Before = Run.HearingInterrupts });
        await program.SaysAsync("/help");

        await program.SignalAsync(signal);
        var ended = await program.EndAsync();

        Assert.Equal(0, ended.Code);
        Assert.Equal("", ended.Error);
    }

    [Fact]
    public async Task Somebody_whom_nobody_names_is_an_answer_and_no_failure()
    {
        Directory.CreateDirectory(Data);

        var ended = await DigestBot.RunAsync("ask", "/who \"Nobody Atall\"", "--data", Data);

        Assert.Equal(0, ended.Code);
        Assert.Equal("", ended.Error);
    }

    [Fact]
    public async Task A_command_that_cannot_be_done_is_exit_code_1_and_goes_to_standard_error()
    {
        Directory.CreateDirectory(Data);

        var ended = await DigestBot.RunAsync("ask", "/whoo varga", "--data", Data);

        Assert.Equal(1, ended.Code);
        Assert.Equal("", ended.Output);
        Assert.Contains("/who", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_look_like_options_of_the_shell_reach_the_command()
    {
        Directory.CreateDirectory(Data);

        var ended = await DigestBot.RunAsync("ask", "@/help", "--data", Data);

        Assert.Contains("/search", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_service_on_the_same_folder_ends_and_names_the_lock_while_questions_are_answered_beside_the_first()
    {
        await using var first = DigestBot.Start(Service());
        await first.SaysAsync("The page is at");

        var second = await DigestBot.RunAsync(Service());
        var question = await DigestBot.RunAsync("ask", "/help", "--data", Data);
        await first.SignalAsync("TERM");
        var ended = await first.EndAsync();
        var third = DigestBot.Start(Service());
        await third.SaysAsync("The page is at");
        await third.DisposeAsync();

        Assert.Equal(1, second.Code);
        Assert.Equal(
            $"Another DigestBot already serves this data folder ({Path.Combine(Data, "host.lock")} says which process); stop it, or choose another folder with --data.\n",
            second.Error);
        Assert.Equal(0, question.Code);
        Assert.Equal(0, ended.Code);
        Assert.Equal("", ended.Error);
    }

    [Fact]
    public async Task A_service_that_was_killed_leaves_no_lock_behind()
    {
        await using (var killed = DigestBot.Start(Service()))
        {
            await killed.SaysAsync("The page is at");
        }

        await using var next = DigestBot.Start(Service());

        Assert.StartsWith("The page is at", await next.SaysAsync("The page is at"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_a_token_says_how_it_comes_to_chats_and_one_with_a_token_does_not()
    {
        var service = Service();
        await using (var without = DigestBot.Start(service))
        {
            Assert.Contains("DIGESTBOT__Telegram__Token=", await without.SaysAsync("To have it on Telegram"), StringComparison.Ordinal);
        }

        service.Variables["DIGESTBOT__Telegram__Token"] = "7000000001:AAoneOfNoBotThatIs0123456789abcdefg";
        service.Variables["DIGESTBOT__Telegram__Server"] = FreePort.Address;
        await using var with = DigestBot.Start(service);
        await with.SaysAsync("The page is at");
        await with.SignalAsync("TERM");

        Assert.DoesNotContain("To have it on", (await with.EndAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_asks_the_running_service()
    {
        var service = Service();
        var before = await DigestBot.RunAsync(new Run("health") { Variables = service.Variables });
        await using var running = DigestBot.Start(service);
        await running.SaysAsync("The page is at");

        var during = await DigestBot.RunAsync(new Run("health") { Variables = service.Variables });

        Assert.Equal(1, before.Code);
        Assert.StartsWith("Nothing answers at", before.Error, StringComparison.Ordinal);
        Assert.Equal(0, during.Code);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said_in_a_sentence()
    {
        var service = Service();
        await using var running = DigestBot.Start(service);
        await running.SaysAsync("The page is at");

        var ended = await DigestBot.RunAsync(new Run("--data", Data + "2") { Variables = service.Variables });

        Assert.Equal(1, ended.Code);
        Assert.Contains("Web:Address", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
    }

    private Run Service() => new("--data", Data) { Variables = new() { ["DIGESTBOT__Web__Address"] = FreePort.Address, ["DIGESTBOT__Log__Level"] = "Warning" } };
}
