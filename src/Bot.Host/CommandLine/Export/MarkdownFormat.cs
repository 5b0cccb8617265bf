using System.Text;
using Bot.Host.Platforms.Terminal;

namespace Bot.Host.CommandLine.Export;

/// <summary>A table as GitHub's Markdown has it. Nothing that an article holds becomes markup.</summary>
public sealed class MarkdownFormat(TextWriter output) : IExportFormat
{
    private const string Markup = "\\`*_{}[]()#|~!$@:";

    public async ValueTask BeginAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var columns = names.ToList();
        await WriteRowAsync(columns, ct);
        await WriteRowAsync(columns.Select(_ => "---"), ct);
    }

    public ValueTask WriteAsync(IReadOnlyList<KeyValuePair<string, object?>> values, CancellationToken ct) =>
        WriteRowAsync(values.Select(one => Escaped(SafeText.Of(CellText.Of(one.Value)))), ct);

    private async ValueTask WriteRowAsync(IEnumerable<string> cells, CancellationToken ct) =>
        await output.WriteAsync($"| {string.Join(" | ", cells)} |\n".AsMemory(), ct);

    private static string Escaped(string cell)
    {
        var escaped = new StringBuilder(cell.Length);
        foreach (var character in cell)
        {
            _ = character switch
            {
                '\n' => escaped.Append("<br>"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when Markup.Contains(character, StringComparison.Ordinal) => escaped.Append('\\').Append(character),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
