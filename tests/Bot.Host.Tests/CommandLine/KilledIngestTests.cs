using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Digest.Tests;
using Bot.Host.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Tests.CommandLine;

/// <summary>A reading that is killed again and again leaves the same archive as one that nobody disturbed.</summary>
public sealed class KilledIngestTests : IDisposable
{
    private const int Articles = 600;
    private const int Kills = 3;

    private static readonly string[] _exported = ["articles", "quotes", "people", "events"];

    private readonly TemporaryFolder _input = new();
    private readonly TemporaryFolder _killed = new();
    private readonly TemporaryFolder _quiet = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _input.Dispose();
        _killed.Dispose();
        _quiet.Dispose();
    }

    [Fact]
    public async Task An_archive_whose_reading_was_killed_three_times_is_whole_and_holds_what_an_undisturbed_one_holds()
    {
        var file = _input.Write("many.jsonl", string.Concat(Enumerable.Range(0, Articles).Select(Line)));
        await DigestBot.RunAsync("ingest", file, "--data", _quiet.Path);

        for (var kill = 1; kill <= Kills; kill++)
        {
            await KillAfterAsync(file, Articles / (Kills + 2) * kill);
            Assert.InRange(await StoredAsync(), 1, Articles - 1);
        }

        var finished = await DigestBot.RunAsync("ingest", file, "--data", _killed.Path);
        var check = await DigestBot.RunAsync("check", "--data", _killed.Path);

        Assert.Equal((0, 0), (finished.Code, check.Code));
        Assert.StartsWith($"{Articles} articles and ", check.Output, StringComparison.Ordinal);
        foreach (var kind in _exported)
        {
            var (expected, found) = (await ExportAsync(kind, _quiet), await ExportAsync(kind, _killed));
            Assert.NotEmpty(expected);
            Assert.Equal(expected, found);
        }
    }

    private async Task KillAfterAsync(string file, int articles)
    {
        await using var run = DigestBot.Start(new Run("ingest", file, "--data", _killed.Path));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await StoredAsync() < articles)
        {
            await poll.WaitForNextTickAsync(Ct);
        }

        await run.SignalAsync("KILL");
        await run.EndAsync();
    }

    /// <summary>Articles in the archive, by a look from outside; 0 as long as there is none.</summary>
    private async Task<int> StoredAsync()
    {
        var archive = Path.Combine(_killed.Path, StorageSetup.FileName);
        if (!File.Exists(archive))
        {
            return 0;
        }

        await using var connection = new SqliteConnection($"Data Source={archive};Pooling=false;Mode=ReadOnly");
        var exists = await connection.ExecuteScalarAsync<int>("select count(*) from sqlite_master where name = 'articles'");
        return exists == 0 ? 0 : await connection.ExecuteScalarAsync<int>("select count(*) from articles");
    }

    private static async Task<string[]> ExportAsync(string kind, TemporaryFolder data)
    {
        var ended = await DigestBot.RunAsync("export", kind, "--format", "jsonl", "--data", data.Path);
        return ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The sample newsroom over and over, each time under another address.</summary>
    private static string Line(int number)
    {
        var sample = JsonNode.Parse(_samples[number % _samples.Count])!.AsObject();
        var copy = number.ToString(CultureInfo.InvariantCulture);
        sample["url"] = $"{sample["url"]}/{copy}";
        sample["title"] = $"{sample["title"]} ({copy})";
        sample["text"] = $"{sample["text"]}\nThis was report number {copy}.";
        return sample.ToJsonString() + "\n";
    }

    private static readonly List<string> _samples =
        [.. Directory.EnumerateFiles(RepositoryFile.Path("samples"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)];
}
