using Bot.Digest.Chat;
using Bot.Digest.Commands.Parsing;
using Bot.Digest.Commands.Parts;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Bot.Digest.Vocabularies;

namespace Bot.Digest.Commands;

/// <summary>One way to go on with a line.</summary>
/// <param name="Line">The whole line when it is taken.</param>
/// <param name="Label">What to show in the list: a command, an option, a name.</param>
/// <param name="Detail">What it is, null when the label says it.</param>
public sealed record Completion(string Line, string Label, string? Detail);

/// <summary>Completes a line while it is typed: commands, options, choices, and people, topics, stories and sources from what is kept in memory of the archive.</summary>
public sealed class CommandCompletion(CommandDispatcher dispatcher, KeptVocabularies vocabularies, IStories stories)
{
    /// <summary>Most suggestions at once: what Discord shows.</summary>
    public const int Most = 25;

    /// <summary>Headlines are long: more would hide the line that is typed.</summary>
    private const int MostStories = 8;

    /// <summary>Before anything is typed the options are to be seen as well.</summary>
    private const int MostUntyped = 8;

    private static readonly string[] RecentPeriods = ["7d", "2w", "30d"];

    private static readonly TermKind[] SubjectKinds = [TermKind.Person, TermKind.Topic, TermKind.Story];

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
        return [.. values.Where(value => value.Line.TrimEnd() != line.TrimEnd()).Take(words.Length == 0 ? MostUntyped : Most).Concat(options).Take(Most)];
    }

    /// <summary>Whether what it holds is in the archive.</summary>
    public static bool IsOfArchive(Argument argument) => argument.Kind
        is ArgumentKind.Person or ArgumentKind.People or ArgumentKind.Story or ArgumentKind.Source or ArgumentKind.Topic or ArgumentKind.Topics or ArgumentKind.Subject;

    /// <summary>What an argument can be, for platforms whose arguments are typed each by itself.</summary>
    /// <param name="before">What stands before it in the line of a completion.</param>
    /// <param name="typed">Its beginning.</param>
    public async Task<IReadOnlyList<Completion>> ValuesAsync(
        CommunityId asker, Access access, Argument argument, string before, string typed, CancellationToken ct)
    {
        if (IsOfArchive(argument))
        {
            return await dispatcher.ServesAsync(asker, access, ct) ? await OfArchiveAsync(asker, argument, before, typed.Trim('"'), ct) : [];
        }

        IEnumerable<(string Value, string Label, string? Detail)> values = argument.Kind switch
        {
            ArgumentKind.Choice => argument.Choices.Select(choice => (choice, choice, (string?)null)),
            ArgumentKind.Command => dispatcher.CommandsFor(access).Select(spec => (spec.Name, "/" + spec.Name, (string?)spec.Summary)),
            ArgumentKind.Moment => RecentPeriods.Select(period => (period, period, (string?)null)),
            _ => [],
        };
        return [.. values
            .Where(value => value.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(value => new Completion($"{before}{value.Value} ", value.Label, value.Detail))];
    }

    private async Task<IReadOnlyList<Completion>> OfArchiveAsync(CommunityId asker, Argument argument, string before, string typed, CancellationToken ct)
    {
        // What stands before the last comma was chosen already.
        var chosen = argument.Kind == ArgumentKind.Topics ? typed[..(typed.LastIndexOf(',') + 1)] : "";
        var (begun, lead) = (typed[chosen.Length..], chosen.Length > 0 ? chosen + " " : "");
        var folded = NameKeys.Fold(begun);
        if (folded.Length == 0 && !string.IsNullOrWhiteSpace(begun))
        {
            return [];
        }

        var index = await vocabularies.OfAsync(asker, ct);
        IReadOnlyList<Term> terms = argument.Kind switch
        {
            ArgumentKind.Person or ArgumentKind.People => index.Find(TermKind.Person, folded, Most),
            ArgumentKind.Source => index.Find(TermKind.Source, folded, Most),
            ArgumentKind.Story => await StoriesAsync(asker, index, folded, begun.Trim(), ct),
            ArgumentKind.Subject => [.. SubjectKinds.SelectMany(kind => index.Find(kind, folded, MostStories))],
            _ => index.Find(TermKind.Topic, folded, Most),
        };
        return [.. terms.Select(term => new Completion($"{before}{Typed(argument, term, lead)} ", lead + term.Label, Detail(term)))];
    }

    /// <summary>Words of the first option end at a blank, unless they are quoted.</summary>
    private static string Typed(Argument argument, Term term, string lead) =>
        term.Kind == TermKind.Source || (!argument.Positional && (lead + term.Value).Contains(' ', StringComparison.Ordinal)) ? CommandText.Quote(lead + term.Value) : lead + term.Value;

    private static string? Detail(Term term) => term.Kind switch
    {
        TermKind.Topic => Words.ArticleCount(term.Articles),
        TermKind.Story => StoryLines.Counts(term.Publishers, term.Articles),
        _ => term.Detail,
    };

    /// <summary>The biggest stories by the words of their headlines; those of the whole archive by the words of their articles, of which the last may be half typed.</summary>
    private async Task<IReadOnlyList<Term>> StoriesAsync(CommunityId asker, TermIndex index, string folded, string typed, CancellationToken ct)
    {
        var big = index.Find(TermKind.Story, folded, MostStories);
        return big.Count > 0 || typed.Length == 0
            ? big
            : [.. (await stories.MatchingAsync(asker, typed + "*", skip: 0, MostStories, ct)).Items.Select(story => new Term(TermKind.Story, StoryLines.Typed(story.Id), story.Headline, [], 0)
            {
                Articles = story.Articles,
                Publishers = story.Publishers,
            })];
    }
}
