using System.Text.Json;
using Bot.Digest.Ports;
using Bot.Host.CommandLine;
using Bot.Host.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.CommandLine;

/// <summary>The sample newsroom from end to end, as the commands of README use it.</summary>
public sealed class SampleNewsroomTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Loading_answers_at_once_and_removing_takes_out_the_samples_and_nothing_else()
    {
        var own = _folder.Write("own.txt", "Market day\nThe market of Torvik opens on Friday.\n");
        await DigestBot.RunAsync("ingest", own, "--source", "Coast Wire", "--data", _folder.Path);

        var loaded = await DigestBot.RunAsync("samples", "load", "--data", _folder.Path);
        var again = await DigestBot.RunAsync("samples", "load", "--data", _folder.Path);
        var card = await DigestBot.RunAsync("ask", "/who varga", "--data", _folder.Path);
        var removed = await DigestBot.RunAsync("samples", "remove", "--data", _folder.Path);
        var left = await ExportAsync("articles");
        var checkedThen = await DigestBot.RunAsync("check", "--data", _folder.Path);

        Assert.Equal((0, 0, 0, 0), (loaded.Code, again.Code, removed.Code, checkedThen.Code));
        Assert.Contains("was there already", again.Output, StringComparison.Ordinal);
        Assert.StartsWith("Ilse Varga", card.Output, StringComparison.Ordinal);
        Assert.Equal("Market day", Assert.Single(left).GetProperty("title").GetString());
        Assert.StartsWith("1 articles", checkedThen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_is_half_done_is_told_by_a_check()
    {
        await DigestBot.RunAsync("samples", "load", "--data", _folder.Path);
        using (var database = new SqliteDatabase(Path.Combine(_folder.Path, "archive.db")))
        {
            await database.WriteAsync(
                connection => connection.ExecuteAsync(
                    "insert into person_edits (kind, person_id, community_id, made_by, made_at, is_open) select @Split, id, 1, 'terminal', 0, true from persons where slug = 'ilse-varga'",
                    new { Split = (long)PersonEditKind.Split }),
                TestContext.Current.CancellationToken);
        }

        var ended = await DigestBot.RunAsync("check", "--data", _folder.Path);

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.EndsWith(
            " checked: all is well, but the correction of ilse-varga is half done; the service finishes it, at its next start at the latest.\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_points_into_the_articles_it_comes_from()
    {
        await DigestBot.RunAsync("samples", "load", "--data", _folder.Path);

        var texts = (await ExportAsync("articles")).ToDictionary(article => article.GetProperty("article").GetInt64(), article => article.GetProperty("text").GetString()!);
        var quotes = await ExportAsync("quotes");
        var events = await ExportAsync("events");
        var people = await ExportAsync("people");

        Assert.All(quotes.Concat(events).Concat(quotes.SelectMany(quote => quote.GetProperty("verbatim").EnumerateArray().Select(words => With(quote, words)))), found =>
            Assert.Equal(found.GetProperty("text").GetString(), Slice(texts[found.GetProperty("article").GetInt64()], found)));
        Assert.Contains("ilse-varga", people.Select(person => person.GetProperty("slug").GetString()));
        Assert.NotEmpty(quotes);
        Assert.NotEmpty(events);
    }

    [Fact]
    public async Task The_conversation_from_a_pipe_presses_buttons_by_their_numbers()
    {
        await DigestBot.RunAsync("samples", "load", "--data", _folder.Path);

        var ended = await DigestBot.RunAsync(new Run("chat", "--data", _folder.Path) { Input = "/who varga\n1\n77\n/quit\n/help\n"u8.ToArray() });

        Assert.Equal(0, ended.Code);
        Assert.Contains("\n1–3 of ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("\n4–6 of ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("There is no button 77", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("> /help", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_answers_three_questions_on_a_free_port_and_leaves_nothing_behind()
    {
        using var temporary = new TemporaryFolder();
        using var taken = new TakenPort();

        await using var program = DigestBot.Start(new Run("try")
        {
            Variables = new() { ["TMPDIR"] = temporary.Path, ["DIGESTBOT__Web__Address"] = taken.Address, ["DIGESTBOT__Log__Level"] = "Warning" },
            Before = Run.HearingInterrupts,
        });
        var said = await program.SaysAsync($"{new Uri(taken.Address).Authority} is taken by another program");
        var page = (said + " " + await program.SaysAsync("")).Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
        var health = await DigestBot.RunAsync(new Run("health") { Variables = new() { ["DIGESTBOT__Web__Address"] = page } });
        var during = Directory.GetDirectories(temporary.Path, "digestbot-try-*").Length;
        await program.SignalAsync("INT");
        var ended = await program.EndAsync();

        Assert.Equal(0, ended.Code);
        Assert.Equal("", ended.Error);
        Assert.Equal(3, ended.Output.Split('\n').Count(line => line.StartsWith("> /", StringComparison.Ordinal)));
        Assert.Contains("\nIlse Varga", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/wrong", ended.Output, StringComparison.Ordinal);
        Assert.Equal(0, health.Code);
        Assert.Equal(1, during);
        Assert.Empty(Directory.GetDirectories(temporary.Path, "digestbot-try-*"));
    }

    [Fact]
    public async Task Try_throws_away_what_a_killed_one_left_and_nothing_of_one_that_runs()
    {
        using var temporary = new TemporaryFolder();
        var foreign = Directory.CreateDirectory(Path.Combine(temporary.Path, "digestbot-try-new")).FullName;
        await using (var killed = await TryAsync(temporary))
        {
            await killed.SignalAsync("KILL");
            await killed.EndAsync();
        }

        var left = Directory.GetDirectories(temporary.Path).Except([foreign]).ToList();
        var kept = Directory.CreateDirectory(left[0] + "-kept").FullName;
        File.Copy(Path.Combine(left[0], HostLock.FileName), Path.Combine(kept, HostLock.FileName));
        await using var running = await TryAsync(temporary);
        await using var another = await TryAsync(temporary);
        var there = Directory.GetDirectories(temporary.Path);

        Assert.Single(left);
        Assert.DoesNotContain(left[0], there);
        Assert.Contains(foreign, there);
        Assert.Contains(kept, there);
        Assert.Equal(4, there.Length);
    }

    [Fact]
    public async Task Try_leaves_what_a_killed_one_of_another_user_left()
    {
        using var temporary = new TemporaryFolder();
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(temporary.Path, (UnixFileMode)0b1_111_111_111);
        }

        await using (var killed = await TryAsync(temporary, Run.AsStranger))
        {
            await killed.SignalAsync("KILL");
            await killed.EndAsync();
        }

        var left = Assert.Single(Directory.GetDirectories(temporary.Path));
        await using var running = await TryAsync(temporary);

        // Only root can be somebody else.
        Assert.Equal(Environment.IsPrivilegedProcess, Directory.Exists(left));
    }

    [Fact]
    public void A_lock_that_nobody_is_written_into_may_be_just_being_taken()
    {
        _folder.Write(HostLock.FileName, "");

        Assert.False(HostLock.IsLeft(_folder.Path));
    }

    /// <summary>A try that has said where its page is.</summary>
    private static async Task<DigestBot> TryAsync(TemporaryFolder temporary, params string[] before)
    {
        var program = DigestBot.Start(new Run("try")
        {
            Variables = new() { ["TMPDIR"] = temporary.Path, ["DIGESTBOT__Web__Address"] = FreePort.Address },
            Before = before,
        });
        await program.SaysAsync("Open http");
        return program;
    }

    private async Task<List<JsonElement>> ExportAsync(string what)
    {
        var ended = await DigestBot.RunAsync("export", what, "--data", _folder.Path);
        Assert.Equal(0, ended.Code);
        return [.. ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static JsonElement With(JsonElement quote, JsonElement words) => JsonSerializer.SerializeToElement(new
    {
        article = quote.GetProperty("article").GetInt64(),
        text = words.GetProperty("text").GetString(),
        start = words.GetProperty("start").GetInt32(),
        end = words.GetProperty("end").GetInt32(),
    });

    /// <summary>The words between two offsets in Unicode code points.</summary>
    private static string Slice(string text, JsonElement found) => string.Concat(
        text.EnumerateRunes().Skip(found.GetProperty("start").GetInt32())
            .Take(found.GetProperty("end").GetInt32() - found.GetProperty("start").GetInt32()));
}
