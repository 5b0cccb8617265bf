namespace Bot.Host.CommandLine.Export;

/// <summary>One thing that is told of each exported item: a key in JSON, a column elsewhere.</summary>
/// <param name="Name">Lower-case snake_case.</param>
/// <param name="Value">Null where the item has none; of a type that <see cref="JsonLinesFormat"/> and <see cref="CellText"/> know.</param>
public sealed record ExportField<T>(string Name, Func<T, object?> Value);
