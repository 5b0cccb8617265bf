namespace Bot.Host.CommandLine.Export;

/// <summary>How items are written, one after the other.</summary>
public interface IExportFormat
{
    /// <summary>What stands before the first item.</summary>
    ValueTask BeginAsync(IEnumerable<string> names, CancellationToken ct);

    /// <summary>One item, its values in the order of the names.</summary>
    ValueTask WriteAsync(IReadOnlyList<KeyValuePair<string, object?>> values, CancellationToken ct);
}
