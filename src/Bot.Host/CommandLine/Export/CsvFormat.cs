using Bot.Host.Platforms.Terminal;

namespace Bot.Host.CommandLine.Export;

/// <summary>
/// Comma-separated values after RFC 4180, UTF-8, names in the first line. A cell that a spreadsheet would take for a formula
/// gets an apostrophe in front (OWASP, CSV injection): titles and quotes come from anybody.
/// </summary>
public sealed class CsvFormat(TextWriter output) : IExportFormat
{
    private const string FormulaStarts = "=+-@\t\r＝＋－＠";

    public ValueTask BeginAsync(IEnumerable<string> names, CancellationToken ct) => WriteRowAsync(names, ct);

    public ValueTask WriteAsync(IReadOnlyList<KeyValuePair<string, object?>> values, CancellationToken ct) =>
        WriteRowAsync(values.Select(one => one.Value is string or IEnumerable<object> ? Guarded(SafeText.Of(CellText.Of(one.Value))) : CellText.Of(one.Value)), ct);

    private async ValueTask WriteRowAsync(IEnumerable<string> cells, CancellationToken ct) =>
        await output.WriteAsync((string.Join(',', cells.Select(Quoted)) + "\r\n").AsMemory(), ct);

    private static string Guarded(string cell) => cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\",\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
