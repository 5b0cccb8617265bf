using System.CommandLine;
using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Reading.Dates;
using Bot.Host.Configuration;
using Bot.Host.Ingestion;
using Bot.Host.Ingestion.Visits;

namespace Bot.Host.CommandLine;

/// <summary><c>ingest FILE|FOLDER|URL|-</c>: reads articles into the archive once and says what became of them.</summary>
public static class IngestCommand
{
    private const string StandardInput = "-";

    private static readonly Argument<string> Input = new("input")
    {
        HelpName = "FILE|FOLDER|URL|-",
        Description = "Plain text (first line the title), a web page, a feed, or JSON lines with url, title, published, source, author and text or html; "
            + "gzip is unpacked; a folder is read with all its folders; of an address the page, or all that the feed or sitemap lists; - is standard input.",
    };

    private static readonly Option<string?> Source = new("--source")
    {
        HelpName = "NAME",
        Description = "The outlet, for documents that name none in a source field. [default: the page's site name, else Files]",
    };

    private static readonly Option<string?> Published = new("--published")
    {
        HelpName = "TIME",
        Description = "When it was published, for documents that do not say. [default: now]",
    };

    public static Command Build(ProgramParts parts)
    {
        var command = new Command("ingest", "Reads articles into the archive.") { Input, Source, Published };
        command.SetAction((parsed, ct) => RunAsync(parts, parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        var named = parsed.GetRequiredValue(Input);
        var statement = Statement(parsed);
        CheckInput(named);
        await using var archive = await parts.MakeArchiveAsync(parsed, ct);
        var clock = archive.GetRequiredService<TimeProvider>();
        var (items, bytes) = WebAddress.LooksLikeOne(named)
            ? (ActivatorUtilities.CreateInstance<WebInput>(archive).ReadAsync(AddressOf(named), statement, ct), null)
            : Items(named, new InputReader(statement, clock), ct);
        var report = await IngestionDisplay.ShowAsync(
            progress => ActivatorUtilities.CreateInstance<IngestionPipeline>(archive).RunAsync(items, CommunityId.DefaultSet, progress, ct),
            bytes,
            parsed.InvocationConfiguration.Error,
            clock,
            ct);
        return await TellAsync(report, named, parsed.InvocationConfiguration);
    }

    private static InputStatement Statement(ParseResult parsed)
    {
        var (source, stated) = (CleanText.Line(parsed.GetValue(Source)), parsed.GetValue(Published));
        var published = StatedDate.Parse(stated, language: null);
        return stated is not null && published is null
            ? throw new OperatorException($"--published {stated} is no date; write it as 2026-05-20 or 2026-05-20T08:00:00Z.")
            : new InputStatement(source.Length > 0 ? source : null, published);
    }

    private static void CheckInput(string named)
    {
        if (WebAddress.LooksLikeOne(named))
        {
            AddressOf(named);
        }
        else if (named != StandardInput && !File.Exists(named) && !Directory.Exists(named))
        {
            throw new OperatorException($"There is no file or folder {named}; check the path.");
        }
    }

    private static Uri AddressOf(string named)
    {
        var text = named.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https://{named}" : named;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : throw new OperatorException($"{named} is no address; write it as https://example.org/feed.");
    }

    /// <summary>What is to be read, and its bytes where they can be known beforehand.</summary>
    private static (IAsyncEnumerable<InputItem> Items, long? Bytes) Items(string named, InputReader reader, CancellationToken ct)
    {
        if (named == StandardInput)
        {
            return (reader.ReadAsync(Console.OpenStandardInput(), new InputPlace("standard input"), ct), null);
        }

        if (!Directory.Exists(named))
        {
            var file = new FileInfo(named);
            return (reader.ReadAsync([file], file.DirectoryName!, ct), file.Length);
        }

        try
        {
            var files = InputFiles.Under(new DirectoryInfo(named)).ToList();
            return (reader.ReadAsync(files, named, ct), files.Sum(file => file.Exists ? file.Length : 0));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The folder {named} cannot be read ({error.Message.TrimEnd('.')}); check its rights.");
        }
    }

    private static async Task<int> TellAsync(IngestionReport report, string named, InvocationConfiguration console)
    {
        var counts = report.Counts;
        foreach (var refusal in report.FirstRefusals)
        {
            await console.Error.WriteLineAsync($"Not read: {refusal.Place}: {refusal.Reason}.");
        }

        if (counts.Refused > report.FirstRefusals.Count)
        {
            await console.Error.WriteLineAsync($"… and {counts.Refused - report.FirstRefusals.Count} more that could not be read.");
        }

        if (counts.Read == 0)
        {
            await console.Error.WriteLineAsync($"There is nothing to read in {named}; give a file with an article in it.");
        }

        await console.Output.WriteLineAsync(
            $"{counts.Read} read: {counts.New} new, {counts.Unchanged} unchanged, {counts.Revised} revised, {counts.Refused} refused.");
        return counts.Read > counts.Refused ? ExitCode.Good : ExitCode.Problem;
    }
}
