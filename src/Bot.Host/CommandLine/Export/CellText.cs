using System.Globalization;
using Bot.Digest.Ports;

namespace Bot.Host.CommandLine.Export;

/// <summary>A value as text: the same in every format.</summary>
public static class CellText
{
    /// <summary>Times in UTC (ISO 8601), numbers with a point, lists one entry a line; empty for null.</summary>
    /// <exception cref="NotSupportedException">The type is not known here.</exception>
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        long or int or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        Enum kind => kind.ToString().ToLowerInvariant(),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Uri address => address.AbsoluteUri,
        ExportedWords words => words.Text,
        PersonRole role => $"{role.Text} ({Of(role.AsOf)})",
        IEnumerable<object> entries => string.Join('\n', entries.Select(Of)),
        _ => throw new NotSupportedException($"No text for {value.GetType().Name}."),
    };
}
