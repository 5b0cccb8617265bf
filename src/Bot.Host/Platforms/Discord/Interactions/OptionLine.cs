using System.Text.Json;
using Bot.Digest.Commands;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>The line that somebody would have typed who chose these options.</summary>
public static class OptionLine
{
    public static string Of(CommandSpec spec, IReadOnlyList<GivenOption> options)
    {
        // A file comes with the line and is not named in it.
        var given = spec.Arguments
            .Where(argument => argument.Kind != ArgumentKind.File)
            .Select(argument => (Argument: argument, Value: options.FirstOrDefault(option => option.Name == argument.Name) is { Value: { } value } ? Text(value) : null))
            .ToList();
        var words = given.Find(one => one.Argument.Positional);
        var named = given.Where(one => !one.Argument.Positional).Select(one => (one.Argument.Name, (object?)one.Value)).ToArray();
        return words.Argument is { KeepsMarks: true } && words.Value is not null
            ? $"/{spec.Name} {words.Value}" + CommandText.Of("", null, named)[1..]
            : CommandText.Of(spec.Name, words.Value, named);
    }

    /// <summary>Numbers as they are written.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
