using System.CommandLine;
using System.Text;
using Bot.Digest.Ports;

namespace Bot.Host.CommandLine.Export;

/// <summary><c>export quotes --format csv</c>: the archive on standard output, read piece by piece.</summary>
public static class ExportCommand
{
    private static readonly Argument<string> What = new("what") { Description = "What to export." };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "How it is written.",
        DefaultValueFactory = _ => "jsonl",
    };

    static ExportCommand()
    {
        What.AcceptOnlyFromAmong("articles", "quotes", "people", "events");
        Format.AcceptOnlyFromAmong("jsonl", "csv", "markdown");
    }

    public static Command Build(ProgramParts parts)
    {
        var command = new Command("export", "Writes what the archive holds to standard output.") { What, Format };
        command.SetAction((parsed, ct) => RunAsync(parts, parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        await using var archive = await parts.ReadPresentArchiveAsync(parsed, ct);
        var export = archive.GetRequiredService<IArchiveExport>();
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        IExportFormat format = parsed.GetRequiredValue(Format) switch
        {
            "csv" => new CsvFormat(text),
            "markdown" => new MarkdownFormat(text),
            _ => new JsonLinesFormat(output),
        };
        await (parsed.GetRequiredValue(What) switch
        {
            "articles" => WriteAsync(export.ArticlesAsync(CommunityId.DefaultSet, ct), ExportFields.OfArticles, format, ct),
            "quotes" => WriteAsync(export.QuotesAsync(CommunityId.DefaultSet, ct), ExportFields.OfQuotes, format, ct),
            "people" => WriteAsync(export.PeopleAsync(CommunityId.DefaultSet, ct), ExportFields.OfPeople, format, ct),
            _ => WriteAsync(export.EventsAsync(CommunityId.DefaultSet, ct), ExportFields.OfEvents, format, ct),
        });
        return ExitCode.Good;
    }

    private static async Task WriteAsync<T>(
        IAsyncEnumerable<T> items, IReadOnlyList<ExportField<T>> fields, IExportFormat format, CancellationToken ct)
    {
        await format.BeginAsync(fields.Select(field => field.Name), ct);
        await foreach (var item in items.WithCancellation(ct))
        {
            await format.WriteAsync([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value(item)))], ct);
        }
    }
}
