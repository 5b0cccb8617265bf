using System.Globalization;
using Bot.Digest.Commands.Parsing;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>One way to go on with a line.</summary>
/// <param name="Line">The whole line when it is taken.</param>
/// <param name="Label">What to show in the list: a command, an option, a name.</param>
/// <param name="Detail">What it is, null when the label says it.</param>
public sealed record Completion(string Line, string Label, string? Detail);

/// <summary>Completes a line while it is typed: commands, options, choices, people, stories and sources from the archive.</summary>
public sealed class CommandCompletion(CommandDispatcher dispatcher, IPeople people, IStories stories, ISources sources)
{
    /// <summary>Most suggestions at once: what Discord shows.</summary>
    public const int Most = 25;

    /// <summary>Headlines are long: more would hide the line that is typed.</summary>
    private const int MostStories = 8;

    private static readonly string[] RecentPeriods = ["7d", "2w", "30d"];

    /// <summary>How the line up to the caret can go on, likeliest first; empty when there is nothing to suggest. Never throws on what was typed.</summary>
    public async Task<IReadOnlyList<Completion>> CompleteAsync(CommunityId asker, Access access, string line, CancellationToken ct)
    {
        if (line.Length > CommandLine.Longest || !line.StartsWith('/'))
        {
            return [];
        }

        var specs = dispatcher.CommandsFor(access);
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return [.. Named(specs, line[1..], "/")];
        }

        var spec = specs.FirstOrDefault(spec => line.AsSpan(1).StartsWith(spec.Name + " ", StringComparison.OrdinalIgnoreCase));
        return spec is null ? [.. Named(specs, line[1..], "/")] : await ArgumentsAsync(asker, access, specs, spec, line, ct);
    }

    private static IEnumerable<Completion> Named(IReadOnlyList<CommandSpec> specs, string start, string before) => specs
        .Where(spec => spec.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        .Select(spec => new Completion($"{before}{spec.Name} ", "/" + spec.Name, spec.Summary));

    private async Task<IReadOnlyList<Completion>> ArgumentsAsync(
        CommunityId asker, Access access, IReadOnlyList<CommandSpec> specs, CommandSpec spec, string line, CancellationToken ct)
    {
        // A name of two words leaves its second one before the arguments.
        var tokens = CommandLine.Read(line).Tokens.Skip(spec.Name.Count(' ')).ToList();
        var start = line.LastIndexOf(' ') + 1;
        var word = line[start..];

        // Who completes here has one conversation; platforms with channels offer them themselves.
        var named = spec.Arguments.Where(argument => !argument.Hidden && !argument.Positional && argument.Kind != ArgumentKind.Channel).ToList();

        // "by:var": the value of an option is being typed.
        if (word.IndexOf(':', StringComparison.Ordinal) is var colon && colon > 0)
        {
            var option = named.Find(argument => word.AsSpan(0, colon).Equals(argument.Name, StringComparison.OrdinalIgnoreCase));
            return option is null ? [] : await ValuesAsync(asker, access, option, line[..(start + colon + 1)], word[(colon + 1)..], ct);
        }

        var given = tokens.Where(token => token.Option is not null).Select(token => token.Option!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var options = named
            .Where(argument => !given.Contains(argument.Name) && argument.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(argument => new Completion($"{line[..start]}{argument.Name}:", argument.Name + ":", argument.Summary));

        var positional = spec.Arguments.FirstOrDefault(argument => argument.Positional);
        if (positional is null || given.Count > 0)
        {
            return [.. options];
        }

        var words = string.Join(' ', tokens.Select(token => token.Value));
        var values = positional.Kind == ArgumentKind.Command
            ? Named(specs, words.TrimStart('/'), $"/{spec.Name} ")
            : positional.Kind == ArgumentKind.People
            ? await ValuesAsync(asker, access, positional, line[..start], word, ct)
            : await ValuesAsync(asker, access, positional, $"/{spec.Name} ", words, ct);
        return [.. values.Concat(options).Take(Most)];
    }

    /// <summary>What an argument can be, for platforms whose arguments are typed each by itself.</summary>
    /// <param name="before">What stands before it in the line of a completion.</param>
    /// <param name="typed">Its beginning.</param>
    public async Task<IReadOnlyList<Completion>> ValuesAsync(
        CommunityId asker, Access access, Argument argument, string before, string typed, CancellationToken ct)
    {
        var isOfArchive = argument.Kind is ArgumentKind.Person or ArgumentKind.People or ArgumentKind.Story or ArgumentKind.Source;
        if (isOfArchive && !await dispatcher.ServesAsync(asker, access, ct))
        {
            return [];
        }

        IEnumerable<(string Value, string Label, string? Detail)> values = argument.Kind switch
        {
            ArgumentKind.Choice => argument.Choices.Select(choice => (choice, choice, (string?)null)),
            ArgumentKind.Command => dispatcher.CommandsFor(access).Select(spec => (spec.Name, "/" + spec.Name, (string?)spec.Summary)),
            ArgumentKind.Moment => RecentPeriods.Select(period => (period, period, (string?)null)),
            ArgumentKind.Person or ArgumentKind.People => (await people.CompleteAsync(asker, typed.Trim('"'), Most, ct)).Select(person => (person.Slug, person.Name, person.Role)),
            ArgumentKind.Story => await StoriesAsync(asker, typed.Trim('"').Trim(), ct),
            ArgumentKind.Source => await SourcesAsync(asker, typed.Trim('"').Trim(), ct),
            _ => [],
        };
        return [.. values
            .Where(value => isOfArchive || value.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(value => new Completion($"{before}{value.Value} ", value.Label, value.Detail))];
    }

    /// <summary>Sources by any part of their names; all before anything is typed.</summary>
    private async Task<IEnumerable<(string Value, string Label, string? Detail)>> SourcesAsync(CommunityId asker, string typed, CancellationToken ct)
    {
        var found = typed.Length == 0
            ? (await sources.ListAsync(asker, skip: 0, Most, ct)).Items
            : await sources.FindAsync(asker, typed, Most, ct);
        return found.Select(source => (CommandText.Quote(source.Name), source.Name, source.Address?.IdnHost));
    }

    /// <summary>Stories by the words of their articles, of which the last may be half typed.</summary>
    private async Task<IEnumerable<(string Value, string Label, string? Detail)>> StoriesAsync(CommunityId asker, string typed, CancellationToken ct) =>
        typed.Length == 0
            ? []
            : (await stories.MatchingAsync(asker, typed + "*", skip: 0, MostStories, ct)).Items.Select(story => (
                story.Id.Value.ToString(CultureInfo.InvariantCulture), story.Headline, (string?)StoryLines.Counts(story)));
}
