using System.Globalization;
using System.Text;

namespace Bot.TelegramStandIn.Specification;

/// <summary>
/// The short form of the specification: names, types and limits, a line each, in the order of their names. A method or type stands at the beginning
/// of a line, its fields follow with two spaces before them, "!" after those that are required.
/// </summary>
public static class ApiText
{
    private const string VersionMark = "# Telegram ";

    public static string Write(ApiSpecification specification)
    {
        var text = new StringBuilder();
        text.Append(VersionMark).Append(specification.Version).Append(": names, types and limits. Written by `renew`; not to be changed by hand.\n");
        foreach (var method in specification.Methods.Values.OrderBy(method => method.Name, StringComparer.Ordinal))
        {
            text.Append("method ").Append(method.Name).Append(' ').AppendJoin('|', method.Returns).Append('\n');
            Append(text, method.Fields);
        }

        foreach (var type in specification.Types.Values.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            text.Append("type ").Append(type.Name).Append(type.Subtypes.Count > 0 ? " " : "").AppendJoin('|', type.Subtypes).Append('\n');
            Append(text, type.Fields);
        }

        return text.ToString();
    }

    /// <summary>The opposite of <see cref="Write"/>.</summary>
    /// <exception cref="FormatException">A line is none of the three kinds.</exception>
    public static ApiSpecification Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var version = lines[0][VersionMark.Length..lines[0].IndexOf(':', StringComparison.Ordinal)];
        var (methods, types) = (new Dictionary<string, ApiMethod>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, ApiType>(StringComparer.Ordinal));
        for (var at = 1; at < lines.Length;)
        {
            var head = lines[at].Split(' ');
            var fields = lines.Skip(at + 1).TakeWhile(line => line[0] == ' ').Select(Field).ToList();
            switch (head)
            {
                case ["method", var name, var returns]:
                    methods[name] = new(name, returns.Split('|'), fields);
                    break;
                case ["type", var name, .. var rest]:
                    types[name] = new(name, rest is [var subtypes] ? subtypes.Split('|') : [], fields);
                    break;
                default:
                    throw new FormatException($"Line {at + 1} of the specification: {lines[at]}");
            }

            at += 1 + fields.Count;
        }

        return new(version, methods, types);
    }

    private static void Append(StringBuilder text, IReadOnlyList<ApiField> fields)
    {
        foreach (var field in fields)
        {
            text.Append("  ").Append(field.Name).Append(field.IsRequired ? "!" : "").Append(' ').AppendJoin('|', field.Types);
            Append(text, field.Limit);
            text.Append('\n');
        }
    }

    private static void Append(StringBuilder text, Limit limit)
    {
        foreach (var (name, bounds) in ((string, Bounds?)[])[("characters", limit.Characters), ("bytes", limit.Bytes), ("items", limit.Items), ("value", limit.Value)])
        {
            text.Append(bounds is null ? "" : $" {name}={bounds}");
        }

        text.Append(limit.IsParsed ? " parsed" : "");
        text.Append(limit.Letters is null ? "" : $" letters={limit.Letters}");
        text.Append(limit.OneOf.Count == 0 ? "" : $" is={string.Join('|', limit.OneOf)}");
    }

    private static ApiField Field(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = words.Skip(2).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.Ordinal);
        var limit = said.Count == 0
            ? Limit.None
            : new Limit
            {
                Characters = Within("characters"),
                Bytes = Within("bytes"),
                Items = Within("items"),
                Value = Within("value"),
                IsParsed = said.ContainsKey("parsed"),
                Letters = said.GetValueOrDefault("letters"),
                OneOf = said.TryGetValue("is", out var values) ? values.Split('|') : [],
            };
        return new(words[0].TrimEnd('!'), words[1].Split('|'), words[0].EndsWith('!'), limit);

        Bounds? Within(string name) => said.TryGetValue(name, out var bounds) && bounds.Split("..") is [var least, var most]
            ? new Bounds(decimal.Parse(least, CultureInfo.InvariantCulture), decimal.Parse(most, CultureInfo.InvariantCulture))
            : null;
    }
}
