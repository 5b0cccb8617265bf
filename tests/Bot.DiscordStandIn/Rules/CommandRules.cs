using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Facts;

namespace Bot.DiscordStandIn.Rules;

/// <summary>What the description of the API does not say of commands and the documentation does (interactions/application-commands).</summary>
public static partial class CommandRules
{
    private const int MostSlashCommands = 100, MostOthers = 15, LongestCommand = 8000;

    private const int Subcommand = 1, Group = 2, Words = 3, WholeNumber = 4, AnyNumber = 10;

    /// <summary>What Discord would refuse of a list of commands.</summary>
    public static IEnumerable<Fault> Check(JsonElement commands)
    {
        var all = commands.ValueKind == JsonValueKind.Array ? commands.EnumerateArray().ToList() : [];
        foreach (var kind in all.GroupBy(Kind))
        {
            if (kind.Count() > (kind.Key == 1 ? MostSlashCommands : MostOthers))
            {
                yield return new("", "many", $"has {kind.Count().ToString(CultureInfo.InvariantCulture)} commands of type {kind.Key.ToString(CultureInfo.InvariantCulture)}");
            }

            if (kind.Select(Name).Distinct(StringComparer.Ordinal).Count() < kind.Count())
            {
                yield return new("", "value", "has two commands of the same name");
            }
        }

        foreach (var (i, fault) in all.Index().SelectMany(one => Command(one.Item).Select(fault => (one.Index, fault))))
        {
            yield return fault with { Path = $"/{i.ToString(CultureInfo.InvariantCulture)}{fault.Path}" };
        }
    }

    /// <summary>How many characters of a command count: name, description and values of all, the longest translation of each.</summary>
    public static int Length(JsonElement command) =>
        Longest(command, "name") + Longest(command, "description")
        + MessageBody.Items(command, "options").Sum(Length)
        + MessageBody.Items(command, "choices").Sum(choice => Longest(choice, "name") + (MessageBody.Field(choice, "value")?.ToString().Length ?? 0));

    private static IEnumerable<Fault> Command(JsonElement command)
    {
        if (Length(command) > LongestCommand)
        {
            yield return new("", "long", $"has {Length(command).ToString(CultureInfo.InvariantCulture)} characters, more than 8000");
        }

        if (Kind(command) == 1 && MessageBody.Text(command, "description").Length == 0)
        {
            yield return new("/description", "missing", "is required of a slash command");
        }

        foreach (var fault in (Kind(command) == 1 ? Names(command) : []).Concat(Options(command, depth: 0)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Fault> Names(JsonElement named)
    {
        IEnumerable<string> names = [Name(named), .. MessageBody.Field(named, "name_localizations") is { ValueKind: JsonValueKind.Object } others ? others.EnumerateObject().Select(one => one.Value.ToString()) : []];
        return names.Where(name => !NamePattern().IsMatch(name) || name.Any(char.IsUpper)).Select(name => new Fault("/name", "format", $"\"{name}\" is no name of a command or option"));
    }

    private static IEnumerable<Fault> Options(JsonElement command, int depth)
    {
        var options = MessageBody.Items(command, "options").ToList();
        if (options.Select(Name).Distinct(StringComparer.Ordinal).Count() < options.Count)
        {
            yield return new("/options", "value", "has two options of the same name");
        }

        var branches = options.Count(one => Kind(one) is Subcommand or Group);
        if (branches > 0 && branches < options.Count)
        {
            yield return new("/options", "value", "mixes subcommands and options");
        }

        if (options.Exists(one => (Kind(one) == Group && depth > 0) || (Kind(one) == Subcommand && depth > 1)))
        {
            yield return new("/options", "value", "nests subcommands deeper than command, group, subcommand");
        }

        if (options.SkipWhile(IsRequired).Any(IsRequired))
        {
            yield return new("/options", "value", "has a required option after an optional one");
        }

        foreach (var (i, fault) in options.Index().SelectMany(one => Names(one.Item).Concat(Choices(one.Item)).Concat(Options(one.Item, depth + 1)).Select(fault => (one.Index, fault))))
        {
            yield return fault with { Path = $"/options/{i.ToString(CultureInfo.InvariantCulture)}{fault.Path}" };
        }
    }

    private static IEnumerable<Fault> Choices(JsonElement option)
    {
        var choices = MessageBody.Items(option, "choices").ToList();
        var completes = MessageBody.Field(option, "autocomplete") is { ValueKind: JsonValueKind.True };
        if (completes && (choices.Count > 0 || Kind(option) is not (Words or WholeNumber or AnyNumber)))
        {
            yield return new("/autocomplete", "value", "does not go with choices, nor with anything but words and numbers");
        }

        if (choices.Select(one => one.GetProperty("value").ToString()).Distinct(StringComparer.Ordinal).Count() < choices.Count || choices.Select(Name).Distinct(StringComparer.Ordinal).Count() < choices.Count)
        {
            yield return new("/choices", "value", "has the same choice twice");
        }
    }

    private static int Longest(JsonElement named, string field) => Math.Max(
        MessageBody.Text(named, field).Length,
        MessageBody.Field(named, field + "_localizations") is { ValueKind: JsonValueKind.Object } others ? others.EnumerateObject().Select(one => one.Value.ToString().Length).DefaultIfEmpty().Max() : 0);

    private static int Kind(JsonElement named) => MessageBody.Field(named, "type") is { ValueKind: JsonValueKind.Number } kind ? kind.GetInt32() : 1;

    private static string Name(JsonElement named) => MessageBody.Text(named, "name");

    private static bool IsRequired(JsonElement option) => MessageBody.Field(option, "required") is { ValueKind: JsonValueKind.True };

    /// <summary>As documented; the scripts Devanagari and Thai are written with marks, which .NET knows as blocks, not as scripts.</summary>
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
