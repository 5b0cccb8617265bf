using System.Globalization;
using System.Text;

namespace Bot.Digest.Commands;

/// <summary>Writes command lines: for buttons, links and help. What it writes is read back as the same arguments.</summary>
public static class CommandText
{
    /// <summary>The command with these arguments; null values are left out.</summary>
    public static string Of(string command, string? words = null, params ReadOnlySpan<(string Name, object? Value)> options)
    {
        var line = new StringBuilder("/").Append(command);
        if (!string.IsNullOrEmpty(words))
        {
            line.Append(' ').Append(IsPlain(words) ? words : Quote(words));
        }

        foreach (var (name, value) in options)
        {
            if (value is not null)
            {
                var text = Text(value);
                line.Append(' ').Append(name).Append(':').Append(IsPlain(text) && !text.Contains(' ', StringComparison.Ordinal) ? text : Quote(text));
            }
        }

        return line.ToString();
    }

    /// <summary>The same call once more, from its first page, with one argument changed, or taken out when <paramref name="value"/> is null.</summary>
    public static string Again(CommandSpec spec, CommandCall call, string name, object? value)
    {
        var positional = spec.Arguments.FirstOrDefault(argument => argument.Positional);
        var words = positional is null ? null : positional.Name == name ? value as string : call.Text(positional.Name);
        var options = spec.Arguments
            .Where(argument => !argument.Positional)
            .Select(argument => (argument.Name, argument.Name == name ? value : argument.Name == SharedArguments.Page ? null : call.Arguments.GetValueOrDefault(argument.Name)));
        return positional is { KeepsMarks: true } && words is not null
            ? $"/{spec.Name} {words}" + Of(string.Empty, null, [.. options])[1..]
            : Of(spec.Name, words, [.. options]);
    }

    /// <summary>"/who &lt;person&gt; [about:] [since:]".</summary>
    public static string Usage(CommandSpec spec) => "/" + string.Join(' ', (string[])
    [
        spec.Name,
        .. spec.Arguments.Where(argument => !argument.Hidden).Select(argument =>
            argument is { Positional: true, Required: true } ? $"<{argument.Name}>"
            : argument.Positional ? $"[{argument.Name}]"
            : argument.Required ? $"{argument.Name}:"
            : $"[{argument.Name}:]"),
    ]);

    /// <summary>Words in quotation marks, marks inside them doubled.</summary>
    public static string Quote(string words) => "\"" + words.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Text(object value) => value switch
    {
        Moment moment => moment.Typed,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static bool IsPlain(string words) => words.AsSpan().IndexOfAny("\":“„«") < 0;
}
